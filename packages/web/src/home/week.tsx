/** What was declared this week and how much of it is proved: both numbers, never a share alone. */
import type { Home } from '@loa/contract/home'
import { Link } from '@tanstack/react-router'
import { dayWords, numberWords } from '../shell/format.ts'
import { ProofBar } from '../shell/state.tsx'
import { homeWords } from '../words/home.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'

export const Week = ({ week }: { week: Home['week'] }) => {
  const t = useWords(homeWords)
  const { forms } = useWords(planWords)
  const { language } = useLanguage()
  const count = (value: number) => numberWords(language, value)
  const figure = (value: number, label: string) => (
    <Link to="/campaigns" className="figure-link" aria-label={`${count(value)} ${label}`}>
      {count(value)}
    </Link>
  )
  return (
    <section className="panel" aria-labelledby="week">
      <header>
        <h2 id="week">{t.week}</h2>
        <span className="meta home-far">
          {dayWords(week.from)} – {dayWords(week.to)}
        </span>
      </header>
      {week.declared === 0 ? (
        <div className="home-none">
          <p>{t.noWeek}</p>
          <Link to="/campaigns">{t.toCampaigns}</Link>
        </div>
      ) : (
        <>
          <div className="home-week">
            <p>
              <b>{figure(week.proved, t.proved)}</b> {t.provedOf} {figure(week.declared, t.declared)}{' '}
              {t.declared}
            </p>
            <ProofBar amounts={week} />
            <p className="home-legend">
              <Key name="proved" label={t.proved} value={count(week.proved)} />
              <Key name="claimed" label={t.claimed} value={count(week.claimed)} />
              <Key name="doubted" label={t.doubted} value={count(week.doubted)} />
            </p>
          </div>
          <ul className="home-forms">
            {week.forms.map((row) => (
              <li key={row.form}>
                <span>{forms[row.form] ?? row.form}</span>
                <span>
                  {figure(row.proved, `${t.proved}: ${forms[row.form]}`)}/{count(row.activities)}{' '}
                  {t.activities}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const Key = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <span>
    <span className="proof-bar" aria-hidden>
      <i className={name} />
    </span>
    {label} {value}
  </span>
)
