import { type BoardRow, GetBoard } from '@loa/contract/campaigns'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { Empty, Loaded } from '../shell/page.tsx'
import { SearchBox } from '../shell/search-box.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { ThenToday } from '../units/then-today.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import { boardFilter, shows, steps } from './board-filter.ts'
import { UnitShares } from './unit-shares.tsx'
import { UnitTiles } from './unit-tiles.tsx'

export const UnitsView = ({ campaignId }: { campaignId: number }) => {
  const t = useWords(campaignWords)
  const words = useWords(mapWords)
  const [search, change] = useFilter()
  const filter = boardFilter(search)
  const board = useQuery({
    queryKey: keyOf(GetBoard, 'map', campaignId, filter),
    queryFn: ({ signal }) => allRows(campaignId, filter, signal),
    placeholderData: (before) => before,
  })
  const chosen = Number(search.unit) || null
  const choose = (unit: number) => change({ unit: unit === chosen ? null : String(unit) })
  return (
    <>
      <search className="picker-bar">
        <SearchBox label={t.findUnit} value={search.q ?? ''} onChange={(q) => change({ q })} />
        <NativeSelect
          aria-label={t.step}
          value={search.step ?? ''}
          onChange={(event) => change({ step: event.currentTarget.value })}
          data={[
            { value: '', label: t.allSteps },
            ...steps.map((value) => ({ value, label: t.steps[value] })),
          ]}
        />
        <NativeSelect
          aria-label={t.show}
          value={search.show ?? ''}
          onChange={(event) => change({ show: event.currentTarget.value })}
          data={[
            { value: '', label: t.showAll },
            ...shows.map((value) => ({ value, label: t.shows[value] })),
          ]}
        />
        <ThenToday changes={{ unit: null }} />
      </search>
      <Loaded query={board}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.empty} help={words.emptyHelp} />
          ) : (
            <div className="map-panes">
              <UnitTiles rows={rows} chosen={chosen} onChoose={choose} />
              <UnitShares rows={rows} chosen={chosen} onChoose={choose} />
            </div>
          )
        }
      </Loaded>
    </>
  )
}

/** A map has no pages: all rows of the board, 200 at a time. */
const allRows = async (
  id: number,
  filter: ReturnType<typeof boardFilter>,
  signal: AbortSignal,
): Promise<BoardRow[]> => {
  const rows: BoardRow[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: object = { ...filter, limit: 200, ...(cursor ? { cursor } : {}) }
    const page: { rows: BoardRow[]; next: string | null } = await call(GetBoard, {
      params: { id },
      query,
      signal,
    })
    rows.push(...page.rows)
    cursor = page.next
  }
  return rows
}
