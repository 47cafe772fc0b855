/** Sổ đăng ký văn bản đi: every number that was given, the newest first. */
import { ListOutRegister, type OutLine } from '@loa/contract/registers'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { More } from '../shell/more.tsx'
import { Empty, Loaded } from '../shell/page.tsx'
import { StateBadge } from '../shell/state.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'

export const OutBook = ({ year }: { year: number }) => {
  const t = useWords(registerWords)
  const [{ series }] = useFilter()
  const list = useInfiniteQuery({
    queryKey: keyOf(ListOutRegister, { year, series }),
    queryFn: ({ pageParam }) =>
      call(ListOutRegister, { params: { year }, query: { series, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        if (rows.length === 0)
          return (
            <Empty
              title={t.emptyOut}
              help={t.emptyOutHelp}
              action={
                <Link to="/dispatches" search={{ direction: 'out', state: 'signed' }}>
                  {t.out}
                </Link>
              }
            />
          )
        return (
          <section className="panel" aria-label={t.out}>
            <Lines rows={rows} />
            <More list={list} />
          </section>
        )
      }}
    </Loaded>
  )
}

const Lines = ({ rows }: { rows: OutLine[] }) => {
  const t = useWords(registerWords)
  const words = useWords(dispatchWords)
  const { column } = t
  return (
    <table className="table stacked register-lines">
      <thead>
        <tr>
          <th scope="col">{column.number}</th>
          <th scope="col">{column.date}</th>
          <th scope="col">{column.title}</th>
          <th scope="col">{column.signer}</th>
          <th scope="col">{column.recipients}</th>
          <th scope="col" className="number">
            {column.copies}
          </th>
          <th scope="col">{column.sent}</th>
          <th scope="col">{column.note}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((line) => (
          <tr key={line.id}>
            <td className="code">
              {line.code && !line.code.startsWith('/') ? line.code : String(line.number).padStart(2, '0')}
            </td>
            <td>{dayWords(line.dated)}</td>
            <td lang="vi">
              {line.dispatchId !== null && line.subject !== null ? (
                <Link to="/dispatches/$id" params={{ id: String(line.dispatchId) }}>
                  {line.subject}
                </Link>
              ) : (
                (line.purpose ?? line.reason)
              )}
              {line.type && <span className="meta"> {words.types[line.type] ?? line.type}</span>}
            </td>
            <td lang="vi">{line.signer}</td>
            <td lang="vi" className="recipients">
              {line.recipients.join('; ')}
            </td>
            <td className="number">{line.copies > 0 ? line.copies : ''}</td>
            <td>{dayWords(line.sentOn)}</td>
            <td>
              <Note line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Note = ({ line }: { line: OutLine }) => {
  const t = useWords(registerWords)
  if (line.state === 'void') return <StateBadge tone="bad">{t.void}</StateBadge>
  if (line.state === 'reserved') return <StateBadge tone="ask">{t.reserved}</StateBadge>
  if (line.dispatchState !== 'issued') return <StateBadge tone="go">{t.waits}</StateBadge>
  return null
}
