import { GetMap, ListPoints, pointLimit, pointStates } from '@loa/contract/map'
import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { Empty, Loaded } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import type { Circle, Frame } from './clusters.ts'
import { hasWebGl, LazyMap, loadAfterPaint } from './lazy-map.tsx'
import { PlacesList } from './places-list.tsx'
import { usePlaceFilter } from './use-place-filter.ts'

const kinds = ['site', 'photo'] as const

export const PlacesView = () => {
  const t = useWords(mapWords)
  const { language } = useLanguage()
  const [search, change] = useFilter()
  const filter = usePlaceFilter()
  const points = useQuery({
    queryKey: keyOf(ListPoints, filter),
    queryFn: ({ signal }) => call(ListPoints, { query: filter, signal }),
    staleTime: 60_000,
    placeholderData: (before) => before,
  })
  const ground = useQuery({ queryKey: keyOf(GetMap), queryFn: ({ signal }) => call(GetMap, { signal }) })
  const [shown, setShown] = useState<{ frame: Frame; circles: Circle[] } | null>(null)
  const [goal, setGoal] = useState<Circle | null>(null)
  const [canDraw] = useState(hasWebGl)
  useEffect(() => (canDraw ? loadAfterPaint() : undefined), [canDraw])
  const onFrame = useCallback((frame: Frame, circles: Circle[]) => setShown({ frame, circles }), [])
  return (
    <>
      <search className="picker-bar">
        <NativeSelect
          aria-label={t.kind}
          value={filter.kind ?? ''}
          onChange={(event) => change({ kind: event.currentTarget.value, at: null })}
          data={[
            { value: '', label: t.allKinds },
            ...kinds.map((value) => ({ value, label: t.kinds[value] })),
          ]}
        />
        <NativeSelect
          aria-label={t.standing}
          value={filter.state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value, at: null })}
          data={[
            { value: '', label: t.allStates },
            ...pointStates.map((value) => ({ value, label: t.states[value] })),
          ]}
        />
        {search.unit && (
          <Button variant="default" size="sm" onClick={() => change({ unit: null, at: null })}>
            {t.onlyUnit} · {t.allUnits}
          </Button>
        )}
      </search>
      <Loaded query={points}>
        {(columns) =>
          columns.states.length === 0 ? (
            <Empty title={t.noPlaces} help={t.noPlacesHelp} />
          ) : (
            <div className="map-panes">
              <div className="map-ground">
                {columns.isCut && <p className="note">{t.cut(numberWords(language, pointLimit))}</p>}
                <LazyMap
                  points={columns}
                  hasTiles={ground.data?.hasTiles}
                  at={search.at}
                  goal={goal}
                  canDraw={canDraw}
                  onFrame={onFrame}
                  onPick={(at) => change({ at })}
                />
              </div>
              <PlacesList shown={shown} hasMap={canDraw} onGo={setGoal} />
            </div>
          )
        }
      </Loaded>
    </>
  )
}
