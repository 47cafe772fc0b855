import { GetReportFile, type Report } from '@loa/contract/reports'
import { urlOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { figureHref } from '../figures/use-figure.ts'
import { useFilter } from '../shell/use-filter.ts'
import { ThenToday } from '../units/then-today.tsx'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'

/** Every number of the report, as it was taken; each opens what it is made of. */
export const ReportFigures = ({
  report,
  onOpen,
}: {
  report: Report
  onOpen: (indicator: string) => void
}) => {
  const t = useWords(reportWords)
  const words = useWords(figureWords)
  const { number } = useNumbers()
  const [search] = useFilter()
  return (
    <section aria-labelledby="report-figures">
      <div className="pane-head">
        <h2 id="report-figures">{t.figures}</h2>
        <span className="far">
          <a href={urlOf(GetReportFile.path, { id: report.id, kind: 'xlsx' })} download>
            {t.xlsx}
          </a>
        </span>
      </div>
      <p className="small report-help">{t.frozenHelp}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            <th scope="col">{t.unit}</th>
            <th scope="col" className="num">
              {t.declared}
            </th>
            <th scope="col" className="num">
              {t.proved}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.figures.map(({ indicator, name, unit, amounts }) => (
            <tr key={indicator} className={search.figure === indicator ? 'picked' : undefined}>
              <th scope="row">{name}</th>
              <td>{unit}</td>
              {amounts === null ? (
                <td className="num" colSpan={2}>
                  {words.notAdded}
                </td>
              ) : amounts.activities === 0 ? (
                <td className="num hatch" colSpan={2}>
                  <span className="on-hatch">{t.none}</span>
                </td>
              ) : (
                <>
                  <td className="num">
                    <a
                      className="figure-link"
                      href={figureHref(search, indicator, null)}
                      aria-label={`${name}: ${number(amounts.declared)} ${unit}`}
                      onClick={(event) => {
                        if (event.ctrlKey || event.metaKey || event.shiftKey) return
                        event.preventDefault()
                        onOpen(indicator)
                      }}
                    >
                      {number(amounts.declared)}
                    </a>
                  </td>
                  <td className="num">{number(amounts.proved)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {report.missing.length > 0 && (
        <div className="report-missing">
          <ThenToday />
        </div>
      )}
    </section>
  )
}
