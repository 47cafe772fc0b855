import { ListBoundaries } from '@loa/contract/boundaries'
import { GetMap, pointLimit, pointStates } from '@loa/contract/map'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { Empty, Loaded } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { useFilter } from '../shell/use-filter.ts'
import { boundaryWords } from '../words/boundaries.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import type { Boundaries } from './boundaries.ts'
import { type Circle, type Frame, spotOf } from './circle.ts'
import { hasWebGl, LazyMap, loadAfterPaint } from './lazy-map.tsx'
import { PlacesList } from './places-list.tsx'
import { pointsQuery } from './points-query.ts'
import { usePlaceFilter } from './use-place-filter.ts'

const BoundariesImport = lazy(async () => ({
  default: (await import('./boundaries-import.tsx')).BoundariesImport,
}))
const none: Boundaries = []
const kinds = ['site', 'photo'] as const

export const PlacesView = () => {
  const t = useWords(mapWords)
  const b = useWords(boundaryWords)
  const keeps = useMay()('unit.change')
  const { language } = useLanguage()
  const [search, change] = useFilter()
  // Instead of the map, not above it: nothing is pushed down when it comes.
  const isImporting = keeps && search.import === 'open'
  const filter = usePlaceFilter()
  const points = useQuery({
    ...pointsQuery(filter),
    placeholderData: (before) => before,
  })
  const ground = useQuery({ queryKey: keyOf(GetMap), queryFn: ({ signal }) => call(GetMap, { signal }) })
  const boundaries = useQuery({
    queryKey: keyOf(ListBoundaries, search.on),
    queryFn: ({ signal }) => call(ListBoundaries, { query: { on: search.on }, signal }),
    // Lines come after the circles.
    enabled: points.isSuccess,
    placeholderData: (before) => before,
  })
  const [shown, setShown] = useState<{ frame: Frame; circles: Circle[] } | null>(null)
  const [goal, setGoal] = useState<Circle | null>(null)
  const [canDraw] = useState(hasWebGl)
  useEffect(() => (canDraw ? loadAfterPaint() : undefined), [canDraw])
  const onFrame = useCallback((frame: Frame, circles: Circle[]) => setShown({ frame, circles }), [])
  const openFirst = (circle: Circle) =>
    circle.opensAt === null ? change({ at: spotOf(circle) }) : setGoal(circle)
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
        <TextInput
          type="date"
          aria-label={b.on}
          value={search.on ?? boundaries.data?.on ?? ''}
          onChange={(event) => change({ on: event.currentTarget.value })}
        />
        <span className="meta map-boundaries" role="status">
          {boundaries.data &&
            (boundaries.data.rows.length > 0
              ? b.shown(numberWords(language, boundaries.data.rows.length))
              : b.none)}
        </span>
        {keeps && (
          <Button
            variant="default"
            size="sm"
            aria-expanded={isImporting}
            onClick={() => change({ import: isImporting ? null : 'open' })}
          >
            {b.open}
          </Button>
        )}
        {search.unit && (
          <Button variant="default" size="sm" onClick={() => change({ unit: null, at: null })}>
            {t.onlyUnit} · {t.allUnits}
          </Button>
        )}
      </search>
      {isImporting ? (
        <Suspense>
          <BoundariesImport />
        </Suspense>
      ) : (
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
                    boundaries={boundaries.data?.rows ?? none}
                    unit={filter.unit ?? null}
                    at={search.at}
                    goal={goal}
                    canDraw={canDraw}
                    onFrame={onFrame}
                    onPick={(at) => change({ at })}
                    onOpenFirst={openFirst}
                  />
                </div>
                <PlacesList shown={shown} hasMap={canDraw} onGo={setGoal} />
              </div>
            )
          }
        </Loaded>
      )}
    </>
  )
}
