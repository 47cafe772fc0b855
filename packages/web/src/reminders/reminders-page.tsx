/** The reminders of a campaign: what waits, what was sent, who has opened it. */
import { ListReminders, type Reminder } from '@loa/contract/reminders'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useWords } from '../words/language.tsx'
import { reminderWords } from '../words/reminders.ts'
import { ReminderState } from './reminder-state.tsx'
import './reminders.css'

export const RemindersPage = () => {
  const t = useWords(reminderWords)
  const id = useParams({ strict: false }).id ?? ''
  const query = useInfiniteQuery({
    queryKey: keyOf(ListReminders, id),
    queryFn: ({ pageParam }) =>
      call(ListReminders, { params: { id: Number(id) }, query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const compose = (
    <Link to="/campaigns/$id/remind" params={{ id }}>
      {t.compose}
    </Link>
  )
  return (
    <Page
      title={t.list}
      crumb={
        <>
          <Link to="/campaigns/$id" params={{ id }}>
            {t.board}
          </Link>
          <span aria-hidden>›</span>
          {compose}
        </>
      }
      state={t.listLead}
    >
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <Empty title={t.listEmpty} help={t.listEmptyHelp} action={compose} />
          return (
            <section className="panel" aria-label={t.list}>
              <RemindersTable rows={rows} />
              <MoreButton list={query} />
            </section>
          )
        }}
      </Loaded>
    </Page>
  )
}

const RemindersTable = ({ rows }: { rows: Reminder[] }) => {
  const t = useWords(reminderWords)
  const { number } = useNumbers()
  return (
    <table className="table stacked">
      <thead>
        <tr>
          <th scope="col">{t.unit}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.when}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to="/reminders/$id" params={{ id: row.id }}>
                {row.unit.fullName}
              </Link>
              <div className="meta">
                {[...new Set(row.reasons.map(({ kind }) => t.lacks[kind]))].join(' · ')}
              </div>
            </td>
            <td>
              <ReminderState reminder={row} />
            </td>
            <td>
              {(row.state === 'sent' || row.state === 'waiting') && instantWords(row.sentAt ?? row.notBefore)}
              {row.state === 'sent' && (
                <div className="meta">{row.readBy > 0 ? t.readBy(number(row.readBy)) : t.unread}</div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
