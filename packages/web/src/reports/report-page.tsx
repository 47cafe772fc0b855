/** The report as it prints, and beside it where each number comes from. */
import { GetDispatch } from '@loa/contract/dispatches'
import { GetReport, type Report } from '@loa/contract/reports'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { Panes } from '../dispatches/panes.tsx'
import { Preview } from '../dispatches/preview.tsx'
import { useNumbers } from '../figures/indicator-words.ts'
import { OpenFigurePanel } from '../figures/open-figure.tsx'
import { useFigure } from '../figures/use-figure.ts'
import { instantWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useUnitsOf } from '../units/then-today.tsx'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'
import { ReportFigures } from './report-figures.tsx'
import '../dispatches/draft.css'
import '../dispatches/paper.css'
import './reports.css'

export const ReportPage = () => {
  const t = useWords(reportWords)
  const { number } = useNumbers()
  const { id } = useParams({ strict: false })
  const params = { id: Number(id) }
  const query = useQuery({
    queryKey: keyOf(GetReport, params.id),
    queryFn: () => call(GetReport, { params }),
  })
  const report = query.data
  if (!report)
    return (
      <Page title={t.title}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  return (
    <Page
      fill
      title={report.campaignTitle}
      crumb={
        <>
          <Link to="/reports">{t.title}</Link>
          <span aria-hidden>›</span>
          <Link to="/campaigns/$id" params={{ id: String(report.campaignId) }}>
            {t.board}
          </Link>
        </>
      }
      state={t.stateWords(
        number(report.unitsReporting),
        number(report.unitsAll),
        report.figures.length,
        instantWords(report.asOf),
      )}
      next={{
        why: report.dispatchState === 'issued' ? t.issued : t.next,
        help: t.nextHelp(t.states[report.dispatchState] ?? ''),
        action: (
          <Button component={Link} to={`/dispatches/${report.dispatchId}`} size="md">
            {t.openDispatch}
          </Button>
        ),
      }}
    >
      <Panes
        label={t.panes}
        left={{ name: t.printed, content: <PrintedReport dispatchId={report.dispatchId} /> }}
        right={{ name: t.figures, content: <Sources report={report} /> }}
      />
    </Page>
  )
}

const PrintedReport = ({ dispatchId }: { dispatchId: number }) => {
  const query = useQuery({
    queryKey: keyOf(GetDispatch, dispatchId),
    queryFn: () => call(GetDispatch, { params: { id: dispatchId } }),
  })
  return <Loaded query={query}>{(dispatch) => <Preview dispatch={dispatch} change={noChange} />}</Loaded>
}
/** One and the same object, so that the preview is not drawn again. */
const noChange = {}

const Sources = ({ report }: { report: Report }) => {
  const { open, show, close } = useFigure()
  const unitsOf = useUnitsOf()
  if (!open) return <ReportFigures report={report} onOpen={(indicator) => show(indicator, null)} />
  const frozen = report.figures.find((figure) => figure.indicator === open.indicator)
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
