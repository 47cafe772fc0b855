/** The report: the page on the left, where each number comes from and what is missing on the right. */
import { type Dispatch, GetDispatch } from '@loa/contract/dispatches'
import { GetReport, type Report } from '@loa/contract/reports'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { Panes } from '../dispatches/panes.tsx'
import { Preview } from '../dispatches/preview.tsx'
import { useNumbers } from '../figures/indicator-words.ts'
import { OpenFigurePanel } from '../figures/open-figure.tsx'
import { useFigure } from '../figures/use-figure.ts'
import { useRoundWords } from '../rounds/use-round-words.ts'
import { dayWords, instantWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useUnitsOf } from '../units/then-today.tsx'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'
import { ReportFigure } from './report-figure.tsx'
import { ReportSources } from './report-sources.tsx'
import { useReportNext } from './use-report-next.tsx'
import { LookSwitch, WrittenPage } from './written-page.tsx'
import '../dispatches/draft.css'
import '../dispatches/paper.css'
import './reports.css'
import './report-paper.css'

export const ReportPage = () => {
  const t = useWords(reportWords)
  const { id } = useParams({ strict: false })
  const params = { id: Number(id) }
  const query = useQuery({
    queryKey: keyOf(GetReport, params.id),
    queryFn: () => call(GetReport, { params }),
  })
  const dispatchId = query.data?.dispatchId ?? 0
  const dispatch = useQuery({
    queryKey: keyOf(GetDispatch, dispatchId),
    queryFn: () => call(GetDispatch, { params: { id: dispatchId } }),
    enabled: query.data !== undefined,
  })
  if (!query.data || !dispatch.data)
    return (
      <Page title={t.title}>
        <Loaded query={{ ...query, data: undefined, error: query.error ?? dispatch.error }}>
          {() => null}
        </Loaded>
      </Page>
    )
  return <LoadedReport report={query.data} dispatch={dispatch.data} />
}

const LoadedReport = ({ report, dispatch }: { report: Report; dispatch: Dispatch }) => {
  const t = useWords(reportWords)
  const say = useRoundWords()
  const next = useReportNext(report, dispatch)
  return (
    <Page
      fill
      title={`${t.title} ${lower(dispatch.subject ?? report.campaignTitle)}`}
      crumb={
        <>
          <Link to="/reports">{t.title}</Link>
          <span aria-hidden>›</span>
          {report.round && report.roundId ? (
            <Link
              to="/campaigns/$id/rounds"
              params={{ id: String(report.campaignId) } as never}
              search={{ round: String(report.roundId) } as never}
            >
              {say(report.round)} · {t.cutOff(dayWords(report.round.cutOff))}
            </Link>
          ) : (
            <Link to="/campaigns/$id" params={{ id: String(report.campaignId) }}>
              {t.board}
            </Link>
          )}
          <span aria-hidden>›</span>
          <span>
            {report.dispatchState === 'draft'
              ? t.draftNo(String(report.drafts), instantWords(report.asOf))
              : (t.states[report.dispatchState] ?? '')}
          </span>
        </>
      }
      state={<ReportState report={report} />}
      next={next}
    >
      <Panes
        className="report-panes"
        label={t.panes}
        begin="left"
        left={{ name: t.page, content: <LeftPane report={report} dispatch={dispatch} /> }}
        right={{ name: t.sources, content: <RightPane report={report} /> }}
      />
    </Page>
  )
}

const ReportState = ({ report }: { report: Report }) => {
  const t = useWords(reportWords)
  const { number } = useNumbers()
  const before = String(report.drafts - 1)
  const changes =
    (report.changes?.figures.length ?? 0) +
    (report.changes?.cameIn.length ?? 0) +
    (report.changes?.wentOut.length ?? 0)
  return (
    <>
      {t.stateWords(
        number(report.unitsReporting),
        number(report.unitsAll),
        report.figures.length,
        instantWords(report.asOf),
      )}
      {report.changes &&
        (changes > 0 ? (
          <>
            {' · '}
            <Link to="." search={{ show: 'changes', pane: 'right' } as never}>
              {t.changesSince(number(changes), before)}
            </Link>
          </>
        ) : (
          ` · ${t.noChanges(before)}`
        ))}
    </>
  )
}

const LeftPane = ({ report, dispatch }: { report: Report; dispatch: Dispatch }) => {
  const [search] = useFilter()
  const { show } = useFigure()
  // Reports from before there were outlines have a printed page only.
  const look = report.page.length === 0 || search.look === 'printed' ? 'printed' : 'page'
  return (
    <>
      {look === 'printed' && report.page.length > 0 && (
        <div className="report-look">
          <LookSwitch look={look} />
        </div>
      )}
      {look === 'printed' ? (
        <Preview dispatch={dispatch} change={noChange} onLink={(href) => openAt(href, show)} />
      ) : (
        <WrittenPage report={report} dispatch={dispatch} />
      )}
    </>
  )
}
/** A printed number opens beside the page; what leads elsewhere is gone to. */
const openAt = (href: string, show: (indicator: string, unit: number | null) => void) => {
  const { searchParams } = new URL(href, location.origin)
  const figure = searchParams.get('figure')
  if (figure) show(figure, Number(searchParams.get('unit')) || null)
  else location.assign(href)
}
/** One and the same object, so that the preview is not drawn again. */
const noChange = {}

const RightPane = ({ report }: { report: Report }) => {
  const { open, show, close } = useFigure()
  const unitsOf = useUnitsOf()
  if (!open) return <ReportSources report={report} onOpen={(indicator) => show(indicator, null)} />
  const frozen = report.figures.find((figure) => figure.indicator === open.indicator)
  const parts = report.parts[open.indicator]
  // What the report counts is shown as it counts it; a unit opens with its activities as they stand.
  if (parts && open.unit === null && frozen?.amounts)
    return (
      <ReportFigure
        report={report}
        indicator={open.indicator}
        parts={parts}
        onUnit={(unit) => show(open.indicator, unit)}
        onClose={close}
      />
    )
  return (
    <OpenFigurePanel
      campaignId={report.campaignId}
      figure={open}
      units={unitsOf}
      onUnit={(unit) => show(open.indicator, unit)}
      onClose={close}
      {...(frozen?.amounts ? { frozen: { declared: frozen.amounts.declared, asOf: report.asOf } } : {})}
    />
  )
}

const lower = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
