/** One expected report: the unit hands in its figures, the owner looks at them, gives them back or accepts them. */
import { type ExpectedReport, GetExpectedReport } from '@loa/contract/expected-reports'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { useRoundWords } from '../rounds/use-round-words.ts'
import { dayWords, instantWords } from '../shell/format.ts'
import { Loaded, Page, type PageProps } from '../shell/page.tsx'
import { useMay, useWorksFor } from '../shell/session.ts'
import { expectedWords } from '../words/expected-reports.ts'
import { useWords } from '../words/language.tsx'
import { roundWords } from '../words/rounds.ts'
import { ExpectedFigures } from './expected-figures.tsx'
import { ExpectedBadge } from './expected-state.tsx'
import { AcceptButton, ReviewForms } from './review-forms.tsx'
import { Findings, Submissions } from './submissions.tsx'
import { SubmitForm } from './submit-form.tsx'
import '../duties/duties.css'
import './expected-reports.css'

export const ExpectedReportPage = () => {
  const t = useWords(expectedWords)
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery({
    queryKey: keyOf(GetExpectedReport, id),
    queryFn: () => call(GetExpectedReport, { params: { id } }),
  })
  return query.data ? (
    <LoadedReport key={id} report={query.data} />
  ) : (
    <Page title={t.title}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

const LoadedReport = ({ report }: { report: ExpectedReport }) => {
  const t = useWords(expectedWords)
  const rounds = useWords(roundWords)
  const say = useRoundWords()
  const may = useMay()
  const worksFor = useWorksFor()
  const isMine = worksFor(report.holder.id)
  const isOwner = worksFor(report.owner.id)
  const maySubmit = isMine && may('report.submit') && report.state !== 'accepted' && report.state !== 'exempt'
  const mayReview = isOwner && may('report.review')
  const next: PageProps['next'] =
    mayReview && report.state === 'submitted'
      ? { why: t.acceptWhy, help: t.acceptHelp, action: <AcceptButton report={report} /> }
      : undefined
  return (
    <Page
      title={report.unit.fullName}
      crumb={
        <>
          {isOwner ? (
            <Link
              to="/campaigns/$id/rounds"
              params={{ id: String(report.campaignId) } as never}
              search={{ round: String(report.roundId) } as never}
            >
              {rounds.title}
            </Link>
          ) : (
            <Link to="/duties/$id" params={{ id: String(report.dutyId) }}>
              {t.duty}
            </Link>
          )}
          <span aria-hidden>›</span>
          <span>{report.campaignTitle}</span>
        </>
      }
      state={
        <>
          <ExpectedBadge report={report} /> {say(report.round)} ·{' '}
          {rounds.cutOff(dayWords(report.round.cutOff))} · {t.due(instantWords(report.dueAt))} ·{' '}
          {t.given(report.owner.name)}
          {report.holder.id !== report.unit.id && ` · ${t.held(report.holder.fullName)}`}
        </>
      }
      next={next}
    >
      <div className="duty-panes">
        <div className="duty-main">
          {report.closed && report.state !== 'accepted' && <p className="note ask">{t.closed}</p>}
          {report.exemptReason && <p className="note">{t.exemptBecause(report.exemptReason)}</p>}
          <ExpectedFigures report={report} isMine={isMine} />
          {maySubmit && <SubmitForm key={`${report.id} ${report.version}`} report={report} />}
        </div>
        <div className="duty-side">
          {report.submissions > 0 && <Findings report={report} />}
          {mayReview && <ReviewForms key={`${report.id} ${report.version}`} report={report} />}
          <Submissions report={report} />
        </div>
      </div>
    </Page>
  )
}
