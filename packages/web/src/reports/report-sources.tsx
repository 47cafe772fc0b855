/** Beside the page: newer figures, what changed, what is missing by name, every number, and the documents around. */
import { GetReport, RedraftReport, type Report } from '@loa/contract/reports'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useUnitsOf } from '../units/then-today.tsx'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'
import { ReportAround } from './report-around.tsx'
import { ReportChanged } from './report-changed.tsx'
import { ReportFigures } from './report-figures.tsx'

export const ReportSources = ({
  report,
  onOpen,
}: {
  report: Report
  onOpen: (indicator: string) => void
}) => {
  const [search] = useFilter()
  if (search.show === 'changes' && report.changes) return <ReportChanged report={report} onOpen={onOpen} />
  return (
    <div className="report-sources">
      <Newer report={report} />
      <GapsByName report={report} />
      <ReportFigures report={report} onOpen={onOpen} />
      <ReportAround report={report} />
    </div>
  )
}

const Newer = ({ report }: { report: Report }) => {
  const t = useWords(reportWords)
  const { number } = useNumbers()
  const may = useMay()
  const cache = useQueryClient()
  const redraft = useMutation({
    mutationFn: () => call(RedraftReport, { params: { id: report.id }, body: { drafts: report.drafts } }),
    onSuccess: (drawn) => {
      cache.setQueryData(keyOf(GetReport, report.id), drawn)
      cache.invalidateQueries()
    },
  })
  if (report.dispatchState !== 'draft' || !may('report.draft') || report.page.length === 0) return null
  return (
    <div className="report-newer">
      {report.newer > 0 && <p className="note ask">{t.newer(number(report.newer))}</p>}
      <Button size="xs" variant="default" loading={redraft.isPending} onClick={() => redraft.mutate()}>
        {t.redraft}
      </Button>{' '}
      <span className="meta">{t.redraftHelp}</span>
      {redraft.error && (
        <Trouble
          error={redraft.error}
          onRetry={() => cache.invalidateQueries({ queryKey: keyOf(GetReport, report.id) })}
        />
      )}
    </div>
  )
}

const GapsByName = ({ report }: { report: Report }) => {
  const t = useWords(reportWords)
  const forms = useWords(figureWords).formsInFull
  const missing = useUnitsOf() === 'today' ? report.missingToday : report.gaps.missing
  const { gaps } = report
  if (missing.length + gaps.forms.length + gaps.exempt.length + gaps.none.length === 0) return null
  const named = (list: (keyof typeof forms)[]) => list.map((form) => forms[form]).join('; ')
  return (
    <section className="report-gaps" aria-labelledby="gaps">
      <h2 id="gaps">{t.gapsTitle}</h2>
      <ul className="report-units">
        {missing.map((unit) => (
          <li key={unit.id}>
            <StateBadge tone="missing">{unit.fullName}</StateBadge>
          </li>
        ))}
      </ul>
      <ul>
        {gaps.forms.map(({ unit, forms: open }) => (
          <li key={unit.id} className="small">
            <StateBadge tone="missing">{unit.name}</StateBadge> {t.gapForms(named(open))}
          </li>
        ))}
      </ul>
      {(missing.length > 0 || gaps.forms.length > 0) && report.dispatchState === 'draft' && (
        <p className="meta">{t.gapsHelp}</p>
      )}
      {gaps.exempt.length > 0 && (
        <>
          <h3>{t.exempt}</h3>
          <ul>
            {gaps.exempt.map(({ unit, reason }) => (
              <li key={unit.id} className="small">
                {unit.fullName}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {gaps.none.length > 0 && (
        <>
          <h3>{t.saidNone}</h3>
          <ul>
            {gaps.none.map(({ unit, forms: none }) => (
              <li key={unit.id} className="small">
                {unit.fullName}: {named(none)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
