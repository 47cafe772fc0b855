/** The documents around a report: what it supplements or replaces, what followed it; and the way to replace a signed one. */
import { ReplaceReport, type Report } from '@loa/contract/reports'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { call } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { ReasonForm } from '../shell/reason-form.tsx'
import { useMay } from '../shell/session.ts'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'

type Linked = NonNullable<Report['of']>

export const ReportAround = ({ report }: { report: Report }) => {
  const t = useWords(reportWords)
  const may = useMay()
  const isOut = report.dispatchState === 'issued' || report.dispatchState === 'numbered'
  const mayReplace = isOut && !report.replacedBy && may('report.draft') && report.kind !== 'supplement'
  if (!report.of && report.supplements.length === 0 && !report.replacedBy && !mayReplace) return null
  return (
    <section className="report-around" aria-labelledby="around">
      <h2 id="around">{t.around}</h2>
      {report.replacedBy && (
        <p className="note ask">
          <Link to="/reports/$id" params={{ id: String(report.replacedBy.id) }}>
            {t.replacedBy(said(report.replacedBy, t.notNumbered))}
          </Link>
        </p>
      )}
      <ul>
        {report.of && (
          <li className="small">
            {t.of[report.kind]}:{' '}
            <Link to="/reports/$id" params={{ id: String(report.of.id) }}>
              {said(report.of, t.notNumbered)}
            </Link>
            {report.reason && ` · ${report.reason}`}
          </li>
        )}
        {report.supplements.map((each) => (
          <li key={each.id} className="small">
            <Link to="/reports/$id" params={{ id: String(each.id) }}>
              {t.supplementNo(String(each.number))}
            </Link>
            : {said(each, t.notNumbered)} · {t.states[each.state]}
          </li>
        ))}
      </ul>
      {mayReplace && <ReplaceForm report={report} />}
    </section>
  )
}

const said = ({ code, date }: Linked, none: string) => (date ? `${code ?? ''} · ${dayWords(date)}` : none)

const ReplaceForm = ({ report }: { report: Report }) => {
  const t = useWords(reportWords)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const replace = useMutation({
    mutationFn: (reason: string) => call(ReplaceReport, { params: { id: report.id }, body: { reason } }),
    onSuccess: (made) => {
      cache.invalidateQueries()
      navigate({ to: '/reports/$id', params: { id: String(made.id) } })
    },
  })
  return (
    <details>
      <summary>{t.replace}</summary>
      <ReasonForm label={t.replaceReason} help={t.replaceHelp} act={t.replace} most={500} doing={replace} />
    </details>
  )
}
