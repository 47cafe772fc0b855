/** The dispatch as it was read, on paper; the words of every proposal and warning are marked where they stand. */
import { type Dispatch, GetDispatchFile } from '@loa/contract/dispatches'
import type { DispatchPlan } from '@loa/contract/plans'
import { useEffect, useMemo, useRef } from 'react'
import { urlOf } from '../api.ts'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { type Mark, marksOf, type Piece, piecesOf } from './marks.ts'
import { type Line, linesOf } from './paper-blocks.ts'
import './paper.css'

interface ReadingProps {
  dispatch: Dispatch
  plan: DispatchPlan
  selected: string | null
  /** Somebody chose it: its words are brought into view. At first the page stands at its head. */
  isChosen: boolean
  onSelect: (key: string) => void
}

export const ReadingPane = ({ dispatch, plan, selected, isChosen, onSelect }: ReadingProps) => {
  const t = useWords(planWords)
  const paper = useRef<HTMLElement>(null)
  const [{ pane }] = useFilter()
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening the tab of this pane brings the words into view too
  useEffect(() => {
    if (selected && isChosen)
      paper.current?.querySelector(`[data-mark~="${selected}"]`)?.scrollIntoView({ block: 'center' })
  }, [selected, isChosen, pane])
  const marks = useMemo(() => marksOf(plan), [plan])
  return (
    <>
      <div className="pane-head">
        <h2>{t.reading}</h2>
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
      <article className="paper reading" lang="vi" aria-label={t.readingHelp} ref={paper}>
        <Text dispatch={dispatch} marks={marks} selected={selected} onSelect={onSelect} />
      </article>
    </>
  )
}

const Text = ({
  dispatch: { tree },
  marks,
  selected,
  onSelect,
}: Pick<ReadingProps, 'dispatch' | 'selected' | 'onSelect'> & { marks: Mark[] }) => {
  const lines = useMemo(() => linesOf(tree), [tree])
  const line = ({ kind, start, end }: Line) => (
    <p key={start} className={kind}>
      {kind === 'head-row'
        ? columnsOf(tree.text.slice(start, end), start).map(([from, to]) => (
            <span key={from}>{piecesOf(tree.text, marks, from, to).map(piece)}</span>
          ))
        : piecesOf(tree.text, marks, start, end).map(piece)}
    </p>
  )
  const piece = (each: Piece) => (
    <PieceOfText key={each.start} piece={each} selected={selected} onSelect={onSelect} />
  )
  const isFoot = ({ kind }: Line) => kind === 'foot' || kind === 'signer'
  return (
    <>
      {lines.filter((each) => !isFoot(each)).map(line)}
      <div className="foot-row">
        <div>{lines.filter(({ kind }) => kind === 'foot').map(line)}</div>
        <div>{lines.filter(({ kind }) => kind === 'signer').map(line)}</div>
      </div>
    </>
  )
}

/** Where the columns of a line begin and end that was typed with spaces between them. */
const columnsOf = (text: string, start: number): [number, number][] =>
  [...text.matchAll(/\S+(?:\s{1,3}\S+)*/g)].map(({ 0: words, index }) => [
    start + index,
    start + index + words.length,
  ])

const PieceOfText = ({
  piece: { text, marks, begins },
  selected,
  onSelect,
}: Pick<ReadingProps, 'selected' | 'onSelect'> & { piece: Piece }) => {
  const t = useWords(planWords)
  const [mark] = marks
  const shown = marks.find(({ key }) => key === selected) ?? mark
  // The plan beside it is the way by keyboard; the tags here are for the pointer, so they are no extra Tab stops.
  const tags = begins.map(({ key, tag, look }) => (
    <button
      key={key}
      type="button"
      tabIndex={-1}
      className={key === selected ? `tag ${look} on` : `tag ${look}`}
      title={t.goTo(tag)}
      onClick={() => onSelect(key)}
    >
      {tag}
    </button>
  ))
  if (!shown) return text
  return (
    <>
      {tags}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tag and the plan are the ways by keyboard */}
      <mark
        className={shown.key === selected ? `cited ${shown.look} on` : `cited ${shown.look}`}
        data-mark={marks.map(({ key }) => key).join(' ')}
        onClick={() => mark && onSelect(mark.key)}
      >
        {text}
      </mark>
    </>
  )
}
