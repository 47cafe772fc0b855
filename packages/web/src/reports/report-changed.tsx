/** What this draft says otherwise than the one before: the old number → the new one, and by which units. */
import type { Report } from '@loa/contract/reports'
import { IconX } from '@tabler/icons-react'
import { useNumbers } from '../figures/indicator-words.ts'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'
import '../figures/figures.css'

export const ReportChanged = ({
  report,
  onOpen,
}: {
  report: Report
  onOpen: (indicator: string) => void
}) => {
  const t = useWords(reportWords)
  const { number } = useNumbers()
  const [, change] = useFilter()
  const changes = report.changes
  if (!changes) return null
  const said = (value: number | null | undefined) => (value == null ? t.nothing : number(value))
  return (
    <section className="report-changed" aria-labelledby="changes">
      <header>
        <div>
          <h2 id="changes">{t.changes}</h2>
          <p className="small">{t.changesHelp(String(report.drafts - 1))}</p>
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label={t.close}
          title={t.close}
          onClick={() => change({ show: null })}
        >
          <IconX size={18} aria-hidden />
        </button>
      </header>
      {[
        { title: t.cameIn, units: changes.cameIn },
        { title: t.wentOut, units: changes.wentOut },
      ].map(
        ({ title, units }) =>
          units.length > 0 && (
            <div key={title}>
              <h3>{title}</h3>
              <ul>
                {units.map((unit) => (
                  <li key={unit.id} className="small">
                    {unit.fullName}
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      <ul>
        {changes.figures.map(({ indicator, name, unit, before, after, units }) => (
          <li key={indicator}>
            <button type="button" className="text-button" onClick={() => onOpen(indicator)}>
              {name}
            </button>{' '}
            <b>{t.changed(said(before?.declared), said(after?.declared), unit)}</b>
            {units.map((each) => (
              <p className="small" key={each.unit.id}>
                {t.byUnit(each.unit.fullName, said(each.before), said(each.after))}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
