/** Week by week: the deeper a cell, the more of the busiest week of its form. */
import type { Overview } from '@loa/contract/overviews'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { dayWords } from '../shell/format.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { overviewWords } from '../words/overviews.ts'

export const Course = ({ campaignId, overview }: { campaignId: number; overview: Overview }) => {
  const t = useWords(overviewWords)
  const { forms } = useWords(figureWords)
  const { number, unitOf } = useNumbers()
  const { weeks, course } = overview
  const indicators = new Map(overview.forms.map(({ indicator }) => [indicator.code, indicator]))
  return (
    <section className="panel" aria-labelledby="overview-course">
      <header>
        <h2 id="overview-course">{t.course}</h2>
      </header>
      {weeks.length === 0 ? (
        <p className="overview-none">{t.noCourse}</p>
      ) : (
        <>
          <p className="meta overview-help">{t.courseHelp}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
          <section className="overview-course" aria-label={t.course} tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.form}</th>
                  {weeks.map((week) => (
                    <th key={week} scope="col" className="num" title={t.week(dayWords(week))}>
                      {dayWords(week).slice(0, -5)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {course.map(({ indicator: code, cells }) => {
                  const indicator = indicators.get(code)
                  if (!indicator) return null
                  const most = Math.max(1, ...cells.map((cell) => cell?.declared ?? 0))
                  return (
                    <tr key={code}>
                      <th scope="row">
                        {forms[indicator.form]} <span className="meta">({unitOf(indicator)})</span>
                      </th>
                      {cells.map((cell, at) => (
                        <td
                          key={weeks[at]}
                          className="num"
                          style={
                            cell
                              ? { background: `rgb(29 122 70 / ${0.06 + (0.3 * cell.declared) / most})` }
                              : undefined
                          }
                        >
                          {cell && (
                            <Link
                              className="figure-link"
                              to="/campaigns/$id"
                              params={{ id: String(campaignId) }}
                              search={{ figure: code } as never}
                              aria-label={`${forms[indicator.form]}, ${t.week(dayWords(weeks[at] ?? ''))}: ${number(cell.declared)} ${unitOf(indicator)}`}
                            >
                              {number(cell.declared)}
                            </Link>
                          )}
                        </td>
                      ))}
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  )
}
