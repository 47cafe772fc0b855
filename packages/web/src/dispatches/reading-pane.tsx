/** The dispatch beside its plan: the pages of the original or the text as read, and the fields that were read from it. */
import { type Dispatch, GetDispatchFile } from '@loa/contract/dispatches'
import type { DispatchPlan } from '@loa/contract/plans'
import { lazy, Suspense, useMemo, useRef } from 'react'
import { urlOf } from '../api.ts'
import { FindingsSection } from '../findings/findings-list.tsx'
import { type FindingsWork, useFindings } from '../findings/use-findings.ts'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { CameBy } from './came-by.tsx'
import { type Mark, marksOf } from './marks.ts'
import { fieldMarksOf, needsLook, readFieldsOf } from './read-fields.ts'
import { ReadingText } from './reading-text.tsx'
import { useIntoView } from './use-into-view.ts'
import '../signatures/signatures.css'
import '../arrivals/arrivals.css'
import './paper.css'

const PageView = lazy(async () => ({ default: (await import('./page-view.tsx')).PageView }))
const FoundSignatures = lazy(async () => ({
  default: (await import('../signatures/found-signatures.tsx')).FoundSignatures,
}))
const ArrivalStrip = lazy(async () => ({
  default: (await import('../arrivals/arrival-strip.tsx')).ArrivalStrip,
}))
const ReadFields = lazy(async () => ({ default: (await import('./read-fields-list.tsx')).ReadFields }))

interface ReadingProps {
  dispatch: Dispatch
  plan: DispatchPlan
  selected: string | null
  /** Somebody chose it: its words are brought into view. At first the page stands at its head. */
  isChosen: boolean
  onSelect: (key: string) => void
}

export const ReadingPane = (props: ReadingProps) => {
  const t = useWords(planWords)
  const { dispatch, plan, selected, onSelect } = props
  const [{ view, fields: shown, form }, change] = useFilter()
  const isPaged = dispatch.hasPages && view !== 'text'
  const fields = useMemo(() => readFieldsOf(dispatch), [dispatch])
  const isOpen = shown === 'open'
  const isForm = form === 'open'
  const found = useFindings(dispatch.id, 0)
  // One thing is chosen at a time, in the plan, among the fields or here.
  const findings: FindingsWork = {
    ...found,
    selected: selected?.startsWith('s:') ? selected.slice(2) : null,
    select: (key) => onSelect(`s:${key}`),
  }
  const marks = useMemo(
    () => [
      ...marksOf(plan),
      ...(isOpen ? fieldMarksOf(fields) : []),
      ...(isForm ? findingMarksOf(found.open) : []),
    ],
    [plan, fields, isOpen, isForm, found.open],
  )
  return (
    <>
      <div className="pane-head">
        <h2>{t.reading}</h2>
        {dispatch.hasPages && (
          <fieldset className="view-switch" aria-label={t.view}>
            <button type="button" aria-pressed={isPaged} onClick={() => change({ view: null })}>
              {t.pageView}
            </button>
            <button type="button" aria-pressed={!isPaged} onClick={() => change({ view: 'text' })}>
              {t.textView}
            </button>
          </fieldset>
        )}
        <span className="reading-legend">
          <span className="cited waiting">{t.legend.waiting}</span>
          <span className="cited confirmed">{t.legend.decided}</span>
          <span className="cited warning">{t.legend.warning}</span>
        </span>
        {dispatch.fileName && (
          <a
            className="far"
            href={urlOf(GetDispatchFile.path, { id: dispatch.id, kind: 'original' })}
            download
          >
            {t.original}
          </a>
        )}
      </div>
      <CameBy dispatch={dispatch} />
      <Suspense fallback={<div className="arrival-strip" />}>
        <ArrivalStrip dispatchId={dispatch.id} />
      </Suspense>
      {isPdf(dispatch) && (
        <Suspense fallback={<p className="found-signatures" />}>
          <FoundSignatures dispatchId={dispatch.id} version={0} />
        </Suspense>
      )}
      <section className="fields" aria-labelledby="fields-title">
        <h3 id="fields-title">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => change({ fields: isOpen ? null : 'open' })}
          >
            {t.fields}
          </button>
        </h3>
        <span className="meta">
          {t.summary(
            fields.filter(({ state }) => state !== 'off').length,
            fields.filter(needsLook).length,
            fields.filter(({ correction }) => correction !== null).length,
          )}
        </span>
        {isOpen && (
          <Suspense fallback={<div className="fields-opening" />}>
            <ReadFields dispatch={dispatch} fields={fields} selected={selected} onSelect={onSelect} />
          </Suspense>
        )}
      </section>
      <FindingsSection work={findings} />
      <Paper {...props} marks={marks} isPaged={isPaged} />
    </>
  )
}

const signs = { error: '×', warning: '!', info: 'i' }

/** A finding stands in the margin with a sign of its severity; one on a whole part is not drawn over it. */
const findingMarksOf = (findings: FindingsWork['open']): Mark[] =>
  findings.flatMap(({ key, number, severity, span }) =>
    span ? [{ key: `s:${key}`, tag: `${signs[severity]}${number}`, look: 'finding' as const, ...span }] : [],
  )

/** Only a PDF carries signatures that can be looked at. */
const isPdf = ({ hasPages, fileName }: Dispatch): boolean => hasPages && /\.pdf$/i.test(fileName ?? '')

const Paper = ({
  dispatch,
  marks,
  isPaged,
  selected,
  isChosen,
  onSelect,
}: ReadingProps & { marks: Mark[]; isPaged: boolean }) => {
  const t = useWords(planWords)
  const root = useRef<HTMLElement>(null)
  useIntoView(root, selected, isChosen, isPaged)
  const shared = { dispatch, marks, selected, onSelect }
  return (
    <article
      className={isPaged ? 'reading-root' : 'reading-root paper reading'}
      lang={isPaged ? undefined : 'vi'}
      aria-label={t.readingHelp}
      ref={root}
    >
      {isPaged ? (
        <Suspense fallback={<div className="page-sheet-waiting" />}>
          <PageView {...shared} isChosen={isChosen} root={root} />
        </Suspense>
      ) : (
        <ReadingText {...shared} />
      )}
    </article>
  )
}
