/** Sổ đăng ký văn bản đến, and what of it still waits for its answer. */
import { type ArrivalRow, ListUnregistered } from '@loa/contract/arrivals'
import { ListInRegister } from '@loa/contract/registers'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { dayWords, instantWords, numberWords, todayInVietnam } from '../shell/format.ts'
import { More } from '../shell/more.tsx'
import { Empty, Loaded } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'

export const InBook = ({ year, open }: { year: number; open: boolean }) => {
  const t = useWords(registerWords)
  const mayEnter = useMay()('arrival.register')
  const list = useInfiniteQuery({
    queryKey: keyOf(ListInRegister, { year, open }),
    queryFn: ({ pageParam }) =>
      call(ListInRegister, {
        params: { year },
        query: { ...(open ? { open: 'true' } : {}), cursor: pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        return (
          <>
            {mayEnter && !open && <Waiting />}
            {rows.length === 0 ? (
              <Empty
                title={open ? t.emptyHandling : t.emptyIn}
                help={open ? t.emptyHandlingHelp : t.emptyInHelp}
                action={<Link to="/dispatches">{t.toDispatches}</Link>}
              />
            ) : (
              <section className="panel" aria-label={open ? t.handling : t.in}>
                <Lines rows={rows} />
                <More list={list} />
              </section>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

/** What came in as a file and waits for its số đến. */
const Waiting = () => {
  const t = useWords(registerWords)
  const { language } = useLanguage()
  const query = useQuery({
    queryKey: keyOf(ListUnregistered),
    queryFn: () => call(ListUnregistered, { query: { limit: 20 } }),
  })
  if (!query.data || query.data.total === 0) return null
  return (
    <section className="panel registers-waiting" aria-labelledby="unregistered">
      <header>
        <h2 id="unregistered">{t.unregistered(numberWords(language, query.data.total))}</h2>
      </header>
      <ul>
        {query.data.rows.map((row) => (
          <li key={row.id}>
            <Link to="/dispatches/$id" params={{ id: String(row.id) }} lang="vi">
              {row.subject ?? row.fileName ?? t.noSubject}
            </Link>
            <span className="meta">
              {' '}
              {[row.code, row.issuer].filter(Boolean).join(', ')} ·{' '}
              {t.uploadedAt(instantWords(row.createdAt))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Lines = ({ rows }: { rows: ArrivalRow[] }) => {
  const t = useWords(registerWords)
  const { column } = t
  return (
    <table className="table stacked register-lines">
      <thead>
        <tr>
          <th scope="col" className="number">
            {column.arrival}
          </th>
          <th scope="col">{column.arrived}</th>
          <th scope="col">{column.author}</th>
          <th scope="col">{column.number}</th>
          <th scope="col">{column.title}</th>
          <th scope="col">{column.receiver}</th>
          <th scope="col">{column.due}</th>
          <th scope="col">{column.progress}</th>
          <th scope="col">{column.answer}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="number">{row.number}</td>
            <td>{dayWords(row.arrivedOn)}</td>
            <td lang="vi">{row.author}</td>
            <td className="code">
              {row.code}
              <span className="meta"> {dayWords(row.dated)}</span>
            </td>
            <td lang="vi">
              <Link to="/arrivals/$id" params={{ id: String(row.id) }}>
                {row.subject ?? t.noSubject}
              </Link>
            </td>
            <td lang="vi">{row.leadName}</td>
            <td>{dayWords(row.dueOn)}</td>
            <td>
              <Progress row={row} />
            </td>
            <td>{row.replyCode}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Progress = ({ row }: { row: ArrivalRow }) => {
  const t = useWords(registerWords)
  if (row.finishedAt) return <StateBadge tone="ok">{t.done(dayWords(row.finishedAt))}</StateBadge>
  if (!row.forwardedAt) return <StateBadge tone="none">{t.notForwarded}</StateBadge>
  if (row.dueOn && row.dueOn < todayInVietnam()) return <StateBadge tone="bad">{t.late}</StateBadge>
  return <span lang="vi">{row.progress}</span>
}
