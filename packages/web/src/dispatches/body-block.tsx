/** One paragraph as it is written in, or a table as it is shown; and where two people changed it, both. */
import { Button } from '@mantine/core'
import { memo } from 'react'
import { draftWords } from '../words/draft.ts'
import { bodyWords } from '../words/draft-body.ts'
import { useWords } from '../words/language.tsx'
import { BlockTable, ChartWords } from './block-table.tsx'
import { type AnyBlock, type KeyedBlock, type ParagraphBlock, textOf } from './draft-fields.ts'
import type { BodyActs } from './use-body.ts'

interface BodyBlockProps {
  keyed: KeyedBlock
  number: number
  isCurrent: boolean
  acts: BodyActs
}

/** Drawn anew only when it changes: of a long dispatch one paragraph a stroke. */
export const BodyBlock = memo(({ keyed, number, isCurrent, acts }: BodyBlockProps) => {
  const t = useWords(draftWords)
  const { key, block } = keyed
  return (
    <li className={isCurrent ? 'body-block on' : 'body-block'}>
      {block.kind === 'paragraph' ? (
        <Paragraph id={key} block={block} number={number} acts={acts} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it can be chosen, to be moved
        <section tabIndex={0} data-key={key} aria-label={t.paragraph(number)} onFocus={() => acts.focus(key)}>
          <Shown block={block} />
        </section>
      )}
      {keyed.choice && <Choice keyed={keyed} number={number} acts={acts} />}
    </li>
  )
})

const Paragraph = ({
  id,
  block,
  number,
  acts,
}: {
  id: string
  block: ParagraphBlock
  number: number
  acts: BodyActs
}) => {
  const t = useWords(draftWords)
  const text = textOf(block)
  return (
    <>
      <span className="block-marker" aria-hidden>
        {block.marker}
      </span>
      <textarea
        className={block.runs.every(({ bold }) => bold) ? 'block-words bold' : 'block-words'}
        aria-label={`${t.text} ${number}, ${t.roles[block.role]} ${block.marker ?? ''}`.trim()}
        lang="vi"
        rows={Math.max(1, Math.ceil(text.length / 72))}
        maxLength={20_000}
        value={text}
        data-key={id}
        onFocus={() => acts.focus(id)}
        onChange={(event) => acts.type(id, event.currentTarget.value)}
        onKeyDown={(event) => acts.onKey(event, id)}
        onPaste={(event) => acts.onPaste(event, id)}
      />
    </>
  )
}

const Shown = ({ block }: { block: AnyBlock }) => {
  const t = useWords(draftWords)
  if (block.kind === 'paragraph')
    return <p lang="vi">{[block.marker, textOf(block)].filter(Boolean).join(' ')}</p>
  return block.kind === 'chart' ? (
    <>
      <p className="meta">{t.chart}</p>
      <ChartWords chart={block} />
    </>
  ) : (
    <>
      <p className="meta">{t.table}</p>
      <BlockTable block={block} />
    </>
  )
}

const Choice = ({ keyed: { key, choice }, number, acts }: Omit<BodyBlockProps, 'isCurrent'>) => {
  const t = useWords(bodyWords)
  if (!choice) return null
  const options = choice.of === 'both' ? (['mine', 'theirs', 'both'] as const) : (['mine', 'theirs'] as const)
  return (
    <fieldset className="block-choice" aria-label={t.choiceOf(number)}>
      <b>{t.choice[choice.of]}</b>
      {choice.of === 'both' && <Shown block={choice.theirs} />}
      <span>
        {options.map((what) => (
          <Button key={what} size="compact-sm" variant="default" onClick={() => acts.choose(key, what)}>
            {t.take[choice.of][what]}
          </Button>
        ))}
      </span>
    </fieldset>
  )
}
