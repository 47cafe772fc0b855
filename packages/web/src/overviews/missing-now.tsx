import type { Overview } from '@loa/contract/overviews'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { overviewWords } from '../words/overviews.ts'
import { reportWords } from '../words/reports.ts'

/** By name: a number alone calls nobody. */
export const MissingNow = ({ campaignId, missing }: { campaignId: number; missing: Overview['missing'] }) => {
  const t = useWords(overviewWords)
  const { number } = useNumbers()
  return (
    <section className="panel" aria-labelledby="overview-missing">
      <header>
        <h2 id="overview-missing">{missing.all === 0 ? t.noneMissing : t.missing(number(missing.all))}</h2>
      </header>
      {missing.all > 0 && (
        <div className="overview-missing">
          <ul>
            {missing.units.map((unit) => (
              <li key={unit.id}>
                <StateBadge tone="missing" title={unit.fullName}>
                  {unit.name}
                </StateBadge>
              </li>
            ))}
          </ul>
          <Link to="/campaigns/$id" params={{ id: String(campaignId) }} search={{ show: 'missing' } as never}>
            {t.moreMissing(number(missing.all))}
          </Link>
        </div>
      )}
    </section>
  )
}

export const NewestReports = ({
  campaignId,
  reports,
}: {
  campaignId: number
  reports: Overview['reports']
}) => {
  const t = useWords(overviewWords)
  const { states } = useWords(reportWords)
  return (
    <section className="panel" aria-labelledby="overview-reports">
      <header>
        <h2 id="overview-reports">{t.reports}</h2>
        <Link className="overview-far" to="/campaigns/$id/rounds" params={{ id: String(campaignId) }}>
          {t.toRounds}
        </Link>
      </header>
      {reports.length === 0 ? (
        <p className="overview-none">{t.noReports}</p>
      ) : (
        <ul className="overview-reports">
          {reports.map(({ id, code, state, kind, asOf }) => (
            <li key={id}>
              <Link to="/reports/$id" params={{ id: String(id) }}>
                {t.kinds[kind]} {code ?? instantWords(asOf)}
              </Link>
              <StateBadge tone={state === 'issued' ? 'ok' : 'go'}>{states[state]}</StateBadge>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
