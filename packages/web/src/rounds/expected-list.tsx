/** Who is expected to report, where each stands, and what there is to look at; the filters stand in the address. */
import {
  AcceptCleanReports,
  type ExpectedReportRow,
  expectedStates,
  ListExpectedReports,
} from '@loa/contract/expected-reports'
import type { Round } from '@loa/contract/rounds'
import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { ExpectedBadge } from '../expected-reports/expected-state.tsx'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Empty, Loaded } from '../shell/page.tsx'
import { SearchBox } from '../shell/search-box.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { expectedWords } from '../words/expected-reports.ts'
import { useWords } from '../words/language.tsx'
import { roundWords } from '../words/rounds.ts'

const shows = ['late', 'findings', 'clean'] as const

export const ExpectedList = ({ round }: { round: Round }) => {
  const t = useWords(roundWords)
  const [search, change] = useFilter()
  const state = expectedStates.find((each) => each === search.state)
  const show = shows.find((each) => each === search.show)
  const filter = {
    ...(search.q ? { q: search.q } : {}),
    ...(state ? { state } : {}),
    ...(show ? { show } : {}),
  }
  const query = useInfiniteQuery({
    queryKey: keyOf(ListExpectedReports, round.id, filter),
    queryFn: ({ pageParam }) =>
      call(ListExpectedReports, {
        params: { id: round.id },
        query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  return (
    <section className="panel" aria-labelledby="expected-reports">
      <header>
        <h2 id="expected-reports">{t.expected}</h2>
        {query.data && <span className="count">{query.data.pages[0]?.total}</span>}
        <AcceptClean round={round} />
      </header>
      <Filters round={round} />
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0)
            return (
              <Empty
                title={t.none}
                help={t.noneHelp}
                action={
                  <Button variant="default" onClick={() => change({ q: null, state: null, show: null })}>
                    {t.clear}
                  </Button>
                }
              />
            )
          return (
            <>
              <ExpectedTable rows={rows} />
              <MoreButton list={query} />
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

const Filters = ({ round }: { round: Round }) => {
  const t = useWords(roundWords)
  const states = useWords(expectedWords).states
  const { number } = useNumbers()
  const [search, change] = useFilter()
  return (
    <div className="picker-bar">
      <SearchBox label={t.find} value={search.q ?? ''} onChange={(q) => change({ q })} />
      <NativeSelect
        aria-label={t.state}
        value={search.state ?? ''}
        onChange={(event) => change({ state: event.currentTarget.value })}
        data={[
          { value: '', label: t.allStates },
          ...expectedStates.map((value) => ({
            value,
            label: `${states[value]} (${number(round.counts[value])})`,
          })),
        ]}
      />
      <NativeSelect
        aria-label={t.show}
        value={search.show ?? ''}
        onChange={(event) => change({ show: event.currentTarget.value })}
        data={[
          { value: '', label: t.showAll },
          ...shows.map((value) => ({ value, label: t.shows[value] ?? value })),
        ]}
      />
    </div>
  )
}

const AcceptClean = ({ round }: { round: Round }) => {
  const t = useWords(roundWords)
  const { number } = useNumbers()
  const cache = useQueryClient()
  const may = useMay()
  const accept = useMutation({
    mutationFn: () => call(AcceptCleanReports, { params: { id: round.id } }),
    onSuccess: () => cache.invalidateQueries(),
  })
  return (
    <div className="far-actions">
      <span role="status" className="small">
        {accept.data ? t.accepted(number(accept.data.accepted)) : ''}
      </span>
      {may('report.review') && round.counts.clean > 0 && (
        <Button size="xs" variant="default" loading={accept.isPending} onClick={() => accept.mutate()}>
          {t.acceptClean(number(round.counts.clean))}
        </Button>
      )}
      {accept.error && <Trouble error={accept.error} />}
    </div>
  )
}

const ExpectedTable = ({ rows }: { rows: ExpectedReportRow[] }) => {
  const t = useWords(roundWords)
  const words = useWords(expectedWords)
  const { number } = useNumbers()
  return (
    <table className="table expected-table">
      <thead>
        <tr>
          <th scope="col">{t.unit}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.age}</th>
          <th scope="col">{t.findings}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to="/expected-reports/$id" params={{ id: String(row.id) }}>
                {row.unit.fullName}
              </Link>
              {row.holder.id !== row.unit.id && (
                <span className="meta block">{words.held(row.holder.fullName)}</span>
              )}
            </td>
            <td>
              <ExpectedBadge report={row} />
            </td>
            <td data-label={t.age}>
              <Age row={row} />
            </td>
            <td data-label={t.findings}>
              {row.state === 'exempt'
                ? row.exemptReason
                : row.submissions === 0
                  ? ''
                  : row.findings.length > 0
                    ? t.things(number(row.findings.length))
                    : t.nothingToSee}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How long it has been due, or when it came. */
const Age = ({ row }: { row: ExpectedReportRow }) => {
  const t = useWords(roundWords)
  const { number } = useNumbers()
  if (row.submittedAt)
    return row.late
      ? t.submittedLate(instantWords(row.submittedAt))
      : t.submittedAt(instantWords(row.submittedAt))
  if (row.state === 'exempt' || !row.late)
    return row.state === 'exempt' ? '' : t.notDue(instantWords(row.dueAt))
  const days = Math.floor((Date.now() - Date.parse(row.dueAt)) / 86_400_000)
  return days > 0 ? t.lateBy(number(days)) : t.lateToday
}
