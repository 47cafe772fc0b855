/** The dispatch as it was read, laid out like the page it stood on; the words of each mark are marked where they stand. */
import type { Dispatch } from '@loa/contract/dispatches'
import { useMemo } from 'react'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { type Mark, type Piece, piecesOf } from './marks.ts'
import { type Line, linesOf } from './paper-blocks.ts'

interface TextProps {
  dispatch: Dispatch
  marks: Mark[]
  selected: string | null
  onSelect: (key: string) => void
}

export const ReadingText = ({ dispatch: { tree }, marks, selected, onSelect }: TextProps) => {
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
  piece: { start, text, marks, begins },
  selected,
  onSelect,
}: Pick<TextProps, 'selected' | 'onSelect'> & { piece: Piece }) => {
  const t = useWords(planWords)
  const [mark] = marks
  const shown = marks.find(({ key }) => key === selected) ?? mark
  // The plan beside it is the way by keyboard; the tags here are for the pointer, so they are no extra Tab stops.
  const tags = begins
    .filter(({ tag }) => tag !== '')
    .map(({ key, tag, look }) => (
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
  if (!shown) return <span data-start={start}>{text}</span>
  return (
    <>
      {tags}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tag and the plan are the ways by keyboard */}
      <mark
        className={shown.key === selected ? `cited ${shown.look} on` : `cited ${shown.look}`}
        data-start={start}
        data-mark={marks.map(({ key }) => key).join(' ')}
        onClick={() => mark && document.getSelection()?.isCollapsed !== false && onSelect(mark.key)}
      >
        {text}
      </mark>
    </>
  )
}
