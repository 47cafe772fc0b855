/**
 * The paragraphs of a draft, written in one after the other: Enter, Backspace, Tab and Alt with the arrows do what they do in a word
 * processor, and the markers count by themselves. One bar of tools for the paragraph that has the caret. Tables are only shown.
 */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowUp,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { draftWords } from '../words/draft.ts'
import { bodyWords } from '../words/draft-body.ts'
import { useWords } from '../words/language.tsx'
import { BodyBlock } from './body-block.tsx'
import type { KeyedBlock } from './draft-fields.ts'
import { type BodyActs, useBody } from './use-body.ts'

const roles = ['text', 'basis', 'part', 'section', 'clause', 'point', 'dash', 'plus'] as const

export const BodyEditor = ({
  body,
  onChange,
}: {
  body: KeyedBlock[]
  onChange: (body: KeyedBlock[]) => void
}) => {
  const t = useWords(draftWords)
  const words = useWords(bodyWords)
  const { frame, tools, current, acts } = useBody(body, onChange)
  const index = body.findIndex(({ key }) => key === current)
  return (
    <section className="body-frame" ref={frame} aria-label={t.field.body}>
      <p className="meta body-keys">{words.keys}</p>
      {body.length === 0 && <p className="meta">{words.empty}</p>}
      <ol className="body-editor">
        {body.map((keyed, at) => (
          <BodyBlock key={keyed.key} keyed={keyed} number={at + 1} isCurrent={at === index} acts={acts} />
        ))}
      </ol>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => acts.insert(null)}
      >
        {t.add}
      </Button>
      <fieldset
        className="body-tools"
        aria-label={index < 0 ? words.tools : words.toolsOf(index + 1)}
        ref={tools}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || current === null) return
          frame.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(current)}"]`)?.focus()
        }}
      >
        <Tools body={body} index={index} acts={acts} />
      </fieldset>
    </section>
  )
}

const Tools = ({ body, index, acts }: { body: KeyedBlock[]; index: number; acts: BodyActs }) => {
  const t = useWords(draftWords)
  const words = useWords(bodyWords)
  const { key = '', block } = body[index] ?? {}
  const [isOff, number] = [index < 0, Math.max(1, index + 1)]
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t.role}
        disabled={block?.kind !== 'paragraph'}
        value={block?.kind === 'paragraph' ? block.role : 'text'}
        onChange={(event) => {
          const role = roles.find((each) => each === event.currentTarget.value)
          if (role) acts.role(key, role)
        }}
        data={roles.map((value) => ({ value, label: t.roles[value] }))}
      />
      <TextInput
        size="xs"
        className="tool-marker"
        aria-label={t.marker}
        placeholder={t.marker}
        maxLength={20}
        disabled={block?.kind !== 'paragraph'}
        value={block?.kind === 'paragraph' ? (block.marker ?? '') : ''}
        onChange={(event) => acts.mark(key, event.currentTarget.value)}
      />
      <span className="block-acts">
        <Act label={words.undo} onClick={acts.undo}>
          <IconArrowBackUp size={16} aria-hidden />
        </Act>
        <Act label={words.redo} onClick={acts.redo}>
          <IconArrowForwardUp size={16} aria-hidden />
        </Act>
        <Act label={t.up(number)} isOff={index < 1} onClick={() => acts.move(key, -1)}>
          <IconArrowUp size={16} aria-hidden />
        </Act>
        <Act
          label={t.down(number)}
          isOff={isOff || index === body.length - 1}
          onClick={() => acts.move(key, 1)}
        >
          <IconArrowDown size={16} aria-hidden />
        </Act>
        <Act label={t.insert(number)} isOff={isOff} onClick={() => acts.insert(key)}>
          <IconPlus size={16} aria-hidden />
        </Act>
        <Act
          label={t.remove(number)}
          isOff={block?.kind !== 'paragraph' || body.length === 1}
          onClick={() => acts.remove(key)}
        >
          <IconTrash size={16} aria-hidden />
        </Act>
      </span>
    </>
  )
}

const Act = ({
  label,
  isOff = false,
  onClick,
  children,
}: {
  label: string
  isOff?: boolean
  onClick: () => void
  children: ReactNode
}) => (
  <button
    type="button"
    className="icon-button"
    aria-label={label}
    title={label}
    disabled={isOff}
    onClick={onClick}
  >
    {children}
  </button>
)
