import type { Duty } from '@loa/contract/duties'
import { instantWords } from '../shell/format.ts'
import { dutyWords } from '../words/duties.ts'
import { useWords } from '../words/language.tsx'

export const DutyHistory = ({ duty }: { duty: Duty }) => {
  const t = useWords(dutyWords)
  return (
    <section className="panel" aria-labelledby="duty-history">
      <header>
        <h2 id="duty-history">{t.history}</h2>
      </header>
      {duty.history.length === 0 ? (
        <p className="duty-order meta">{duty.state === 'assigned' ? t.noHistory : t.otherHistory}</p>
      ) : (
        <ol className="duty-history">
          {duty.history.map((event) => (
            <li key={`${event.at}${event.kind}`}>
              <b>{t.kinds[event.kind] ?? event.kind}</b>
              <span className="meta">
                {' '}
                {event.person} · {instantWords(event.at)}
              </span>
              {event.note && <p>{event.note}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
