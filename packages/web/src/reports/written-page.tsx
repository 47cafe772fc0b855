/** The page of a report as it is written: numbers open what they are made of, text blocks are written in their place. */
import type { Dispatch } from '@loa/contract/dispatches'
import { GetReportFile, type Report } from '@loa/contract/reports'
import { Link, useNavigate } from '@tanstack/react-router'
import { urlOf } from '../api.ts'
import { figureHref, useFigure } from '../figures/use-figure.ts'
import { useMay } from '../shell/session.ts'
import { Switch } from '../shell/switch.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'
import { Paper } from './paper.tsx'
import { TextBlock } from './text-block.tsx'

export const LookSwitch = ({ look }: { look: 'page' | 'printed' }) => {
  const t = useWords(reportWords)
  const [, change] = useFilter()
  return (
    <Switch
      label={t.look}
      value={look}
      onChange={(chosen) => change({ look: chosen === 'page' ? null : chosen })}
      options={(['page', 'printed'] as const).map((value) => ({ value, label: t.looks[value] ?? value }))}
    />
  )
}

export const WrittenPage = ({ report, dispatch }: { report: Report; dispatch: Dispatch }) => {
  const t = useWords(reportWords)
  const mayWrite = useMay()('report.draft') && report.dispatchState === 'draft'
  const { open } = useFigure()
  const [search] = useFilter()
  const navigate = useNavigate()
  // On a narrow screen the numbers open in the other tab; back leads to the page again.
  const show = (figure: string) => {
    const { unit: _, show: __, ...rest } = search
    navigate({
      to: '.',
      search: { ...rest, figure, pane: 'right' },
      replace: open !== null,
      resetScroll: false,
      state: open ? true : { hasFigure: true },
    })
  }
  const file = (kind: 'pdf' | 'docx' | 'xlsx') => urlOf(GetReportFile.path, { id: report.id, kind })
  return (
    <>
      <div className="pane-head">
        <h2>{t.page}</h2>
        <LookSwitch look="page" />
        <span>{mayWrite ? t.pageHelp : t.pageRead}</span>
        <span className="far">
          <a href={file('pdf')} download>
            {t.pdf}
          </a>
          {' · '}
          <a href={file('docx')} download>
            {t.docx}
          </a>
          {' · '}
          <a href={file('xlsx')} download>
            {t.xlsxShort}
          </a>
        </span>
      </div>
      <div className="printed">
        <Paper
          head={dispatch.tree}
          page={report.page}
          words={(block, help, said) => (
            <TextBlock
              key={block}
              report={report}
              block={block}
              help={help}
              said={said}
              mayWrite={mayWrite}
            />
          )}
          figure={({ text, figure, href }) =>
            figure ? (
              <a
                className={`figure-link${open?.indicator === figure ? ' on' : ''}`}
                href={figureHref(search, figure, null)}
                aria-label={`${report.figures.find(({ indicator }) => indicator === figure)?.name ?? ''}: ${text}`}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  show(figure)
                }}
              >
                {text}
              </a>
            ) : (
              <Link className="figure-link" to={href ?? '/'}>
                {text}
              </Link>
            )
          }
        />
      </div>
    </>
  )
}
