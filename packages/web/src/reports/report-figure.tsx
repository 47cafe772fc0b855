/** One number of a report opened: what the report counts, unit by unit, and who is not in it. */
import type { Report } from '@loa/contract/reports'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { FigureSum } from '../figures/figure-sum.tsx'
import { FigureUnits, MissingUnits } from '../figures/figure-units.tsx'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'
import '../figures/figures.css'

export const ReportFigure = ({
  report,
  indicator,
  parts,
  onUnit,
  onClose,
}: {
  report: Report
  indicator: string
  parts: Report['parts'][string]
  onUnit: (unit: number) => void
  onClose: () => void
}) => {
  const t = useWords(reportWords)
  const { number } = useNumbers()
  const head = useRef<HTMLHeadingElement>(null)
  const figure = report.figures.find((each) => each.indicator === indicator)
  // The pane takes the focus for each number that is opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number is another pane
  useEffect(() => head.current?.focus(), [indicator])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  if (!figure?.amounts) return null
  return (
    <section className="figure-panel" aria-labelledby="report-figure">
      <header>
        <div>
          <h2 id="report-figure" ref={head} tabIndex={-1}>
            {t.madeOf(number(figure.amounts.declared), figure.unit)}
          </h2>
          <p className="meta">{t.counted(figure.name, number(parts.length), instantWords(report.asOf))}</p>
        </div>
        <button type="button" className="icon-button" aria-label={t.close} title={t.close} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </button>
      </header>
      <FigureSum amounts={figure.amounts} />
      <FigureUnits units={parts.map((part) => ({ ...part, parts: [] }))} onUnit={onUnit} />
      <p className="meta">{t.unitHelp}</p>
      <MissingUnits units={report.gaps.missing} />
    </section>
  )
}
