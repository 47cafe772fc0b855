/** One incoming document as the register has it, and its slip: who resolves it until when, and with what answer. */
import { type Arrival, type ArrivalStand, GetArrival, GetArrivalPaper } from '@loa/contract/arrivals'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf, urlOf } from '../api.ts'
import { dayWords, instantWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { arrivalWords } from '../words/arrivals.ts'
import { useWords } from '../words/language.tsx'
import { ForwardForm } from './forward-form.tsx'
import { HandleForm } from './handle-form.tsx'
import './arrivals.css'

export const ArrivalPage = () => {
  const t = useWords(arrivalWords)
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery({
    queryKey: keyOf(GetArrival, id),
    queryFn: () => call(GetArrival, { params: { id } }),
  })
  const arrival = query.data?.arrival
  return (
    <Page
      title={arrival ? t.title(arrival.number, arrival.year) : t.opening}
      crumb={
        <Link to="/registers" search={{ book: 'in' }}>
          {t.register}
        </Link>
      }
      state={arrival ? <State arrival={arrival} /> : ' '}
    >
      <Loaded query={query}>
        {(stand) => stand.arrival && <Slip stand={stand} arrival={stand.arrival} />}
      </Loaded>
    </Page>
  )
}

const State = ({ arrival }: { arrival: Arrival }) => {
  const t = useWords(arrivalWords)
  if (arrival.finishedAt) return t.stateDone(dayWords(arrival.finishedAt))
  if (!arrival.leadName) return t.stateNone
  return t.stateOpen(arrival.leadName, dayWords(arrival.dueOn))
}

const Slip = ({ stand, arrival }: { stand: ArrivalStand; arrival: Arrival }) => {
  const t = useWords(arrivalWords)
  return (
    <div className="arrival">
      <div>
        <Facts arrival={arrival} />
        <section className="panel" aria-labelledby="slip">
          <header>
            <h2 id="slip">{t.history}</h2>
          </header>
          {arrival.entries.length === 0 && <p className="meta arrival-none">{t.historyNone}</p>}
          <ol className="arrival-entries">
            {arrival.entries.map((entry) => (
              <li key={`${entry.at}${entry.kind}`}>
                <b>{t.kinds[entry.kind]}</b>
                <span className="meta">
                  {' '}
                  {entry.person.name}, {instantWords(entry.at)}
                </span>
                {entry.lead && (
                  <div>
                    {t.lead}: {entry.lead.name}
                    {entry.helpers.length > 0 &&
                      `; ${t.helpers}: ${entry.helpers.map(({ name }) => name).join(', ')}`}
                    {entry.dueOn && `; ${t.due}: ${dayWords(entry.dueOn)}`}
                  </div>
                )}
                {entry.words && <p lang="vi">{entry.words}</p>}
                {entry.replyCode && (
                  <div>
                    {t.answer}: {entry.replyCode}
                  </div>
                )}
              </li>
            ))}
          </ol>
        </section>
      </div>
      <div>
        {stand.may.handle && <HandleForm key={`h${arrival.version}`} arrival={arrival} />}
        {stand.may.forward && <ForwardForm key={`f${arrival.version}`} arrival={arrival} />}
      </div>
    </div>
  )
}

const Facts = ({ arrival }: { arrival: Arrival }) => {
  const t = useWords(arrivalWords)
  const facts: [string, string | null][] = [
    [t.day, dayWords(arrival.arrivedOn)],
    [t.author, arrival.author],
    [t.code, arrival.code],
    [t.dated, dayWords(arrival.dated)],
    [t.subject, arrival.subject],
    [t.lead, arrival.leadName],
    [t.due, dayWords(arrival.dueOn)],
    [t.answer, arrival.replyCode],
    [t.note, arrival.note],
  ]
  return (
    <section className="panel" aria-labelledby="facts">
      <header>
        <h2 id="facts">{t.facts}</h2>
      </header>
      <dl className="arrival-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="vi">{value || <span className="meta">{t.none}</span>}</dd>
          </div>
        ))}
      </dl>
      <footer className="arrival-papers">
        <Link to="/dispatches/$id" params={{ id: String(arrival.documentId) }}>
          {t.document}
        </Link>
        {(arrival.hasPages ? (['slip', 'stamped'] as const) : (['slip'] as const)).map((paper) => (
          <a
            key={paper}
            href={urlOf(GetArrivalPaper.path, { id: arrival.id, paper })}
            target="_blank"
            rel="noreferrer"
          >
            {t[paper]}
          </a>
        ))}
      </footer>
    </section>
  )
}
