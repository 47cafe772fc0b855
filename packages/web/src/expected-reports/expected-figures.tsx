/** The figures of a report against plan and the round before; each opens the activities behind it. */
import type { ExpectedReport } from '@loa/contract/expected-reports'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { expectedWords } from '../words/expected-reports.ts'
import { useWords } from '../words/language.tsx'

export const ExpectedFigures = ({ report, isMine }: { report: ExpectedReport; isMine: boolean }) => {
  const t = useWords(expectedWords)
  const { number, nameOf, unitOf } = useNumbers()
  const last = report.submitted[0]
  return (
    <section className="panel" aria-labelledby="expected-figures">
      <header>
        <h2 id="expected-figures">{t.figures}</h2>
        {isMine && (
          <Link className="far-link" to="/duties/$id/record" params={{ id: String(report.dutyId) } as never}>
            {t.record}
          </Link>
        )}
      </header>
      <table className="table expected-figures">
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            <th scope="col" className="num">
              {t.plan}
            </th>
            <th scope="col" className="num">
              {t.before}
            </th>
            <th scope="col" className="num">
              {t.declared}
            </th>
            <th scope="col" className="num">
              {t.proved}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.indicators.map((indicator) => {
            const line = report.lines.find((each) => each.indicator === indicator.code)
            const sent = last?.figures.find((each) => each.indicator === indicator.code)?.amounts
            const now = line?.amounts ?? null
            const shown = sent ?? (last ? null : now)
            const hasMoved = last !== undefined && (now?.declared ?? 0) !== (sent?.declared ?? 0)
            return (
              <tr key={indicator.code}>
                <th scope="row">
                  {nameOf(indicator)} <span className="meta">({unitOf(indicator)})</span>
                </th>
                <td className="num">{line?.plan == null ? '' : number(line.plan)}</td>
                <td className="num">{line?.before == null ? '' : number(line.before)}</td>
                {shown === null ? (
                  <td className="num hatch" colSpan={2}>
                    <span className="on-hatch">{t.none}</span>
                    {hasMoved && now && <span className="meta block">{t.moved(number(now.declared))}</span>}
                  </td>
                ) : (
                  <>
                    <td className="num">
                      <Link
                        className="figure-link"
                        to="/duties/$id"
                        params={{ id: String(report.dutyId) }}
                        search={{ figure: indicator.code }}
                      >
                        {number(shown.declared)}
                      </Link>
                      {hasMoved && <span className="meta block">{t.moved(number(now?.declared ?? 0))}</span>}
                    </td>
                    <td className="num">{number(shown.proved)}</td>
                  </>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {isMine && report.state !== 'accepted' && <p className="small expected-help">{t.checkHelp}</p>}
    </section>
  )
}
