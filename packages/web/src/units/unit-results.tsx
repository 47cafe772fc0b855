/** What was found takes the place of the tree: names, where each stands, its days. */
import { ListUnits } from '@loa/contract/units'
import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { Empty, Loaded } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { unitWords } from '../words/units.ts'
import { DayMark, useDaysWords } from './unit-days.tsx'
import { UnitLink } from './unit-link.tsx'
import { useDay } from './use-units.ts'

export const UnitResults = ({ q, chosen }: { q: string; chosen: number | null }) => {
  const t = useWords(unitWords)
  const shell = useWords(shellWords)
  const { language } = useLanguage()
  const [search, change] = useFilter()
  const on = useDay()
  const daysWords = useDaysWords()
  const history = search.history === 'true' ? ('true' as const) : undefined
  const filter = { q, on, history }
  const list = useInfiniteQuery({
    queryKey: keyOf(ListUnits, filter),
    queryFn: ({ pageParam, signal }) =>
      call(ListUnits, { query: { ...filter, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const count = (value: number) => numberWords(language, value)
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        const total = pages[0]?.total ?? 0
        if (rows.length === 0)
          return (
            <Empty
              title={t.none}
              help={t.noneHelp}
              action={
                <Button variant="default" onClick={() => change({ q: null, history: null })}>
                  {t.clear}
                </Button>
              }
            />
          )
        return (
          <>
            <p className="meta results-count" role="status">
              {history ? t.foundHistory(count(total)) : t.found(count(total))}
            </p>
            <ul className="unit-results">
              {rows.map((unit) => (
                <li key={unit.id} className={unit.id === chosen ? 'on' : undefined}>
                  <UnitLink id={unit.id} isCurrent={unit.id === chosen}>
                    <span lang="vi">{unit.fullName}</span>
                  </UnitLink>
                  <span className="meta">
                    {[t.types[unit.type] ?? unit.type, unit.code, ...unit.above].join(' · ')}
                  </span>
                  {history && <span className="meta">{daysWords(unit)}</span>}
                  <DayMark unit={unit} on={on} />
                </li>
              ))}
            </ul>
            {list.hasNextPage && (
              <div className="results-more">
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => list.fetchNextPage()}
                  loading={list.isFetchingNextPage}
                >
                  {shell.more}
                </Button>
                <span className="meta">{t.shown(count(rows.length), count(total))}</span>
              </div>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
