import type { Event } from '@loa/contract/events'
import { Link } from '@tanstack/react-router'
import { placeOf } from '../home/lines.ts'
import { instantWords } from '../shell/format.ts'
import { useMay } from '../shell/session.ts'
import { eventWords } from '../words/events.ts'
import { useWords } from '../words/language.tsx'

/** Where a thing is seen. */
const places: Record<string, string> = {
  dispatch: '/dispatches',
  duty: '/duties',
  activity: '/activities',
  campaign: '/campaigns',
  report: '/reports',
  site: '/sites',
  person: '/people',
  'address-group': '/units/groups',
}

export const LogTable = ({ rows }: { rows: Event[] }) => {
  const t = useWords(eventWords)
  const mayRead = useMay()('log.read')
  return (
    <table className="table stacked" aria-label={t.title}>
      <thead>
        <tr>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.thing}</th>
          <th scope="col">{t.unit}</th>
          <th scope="col">{t.address}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((event) => (
          <tr key={event.id}>
            <td className="log-when">{instantWords(event.at)}</td>
            <td>
              {event.person === null ? (
                t.loa
              ) : mayRead ? (
                <Link to="/log" search={{ person: event.person.id }}>
                  {event.person.name}
                </Link>
              ) : (
                event.person.name
              )}
            </td>
            <td>
              <b>{t.kinds[event.kind] ?? event.kind}</b>
              {noteOf(event) && (
                <q className="log-note" lang="vi">
                  {noteOf(event)}
                </q>
              )}
            </td>
            <td>
              <Thing event={event} />
            </td>
            <td lang="vi">{event.unit.name}</td>
            <td className="meta">{event.address ?? t.noAddress}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Thing = ({ event }: { event: Event }) => {
  const t = useWords(eventWords)
  const words = `${t.things[event.subject] ?? event.subject} ${short(event.subjectId)}`
  const place = places[event.subject]
  return place ? <Link {...placeOf(`${place}/${event.subjectId}`)}>{words}</Link> : <span>{words}</span>
}

/** Of a UUID the first letters tell enough. */
const short = (id: string) => (id.length > 12 ? id.slice(0, 8) : id)

const noteOf = ({ data }: Event): string | null => {
  const note = data.reason ?? data.note
  return typeof note === 'string' && note !== '' ? note : null
}
