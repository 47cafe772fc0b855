/** Writing in the paragraphs of a body: keys, pasting, undoing, and where the caret stands after each act. */
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  changeLevel,
  changeRole,
  type Edited,
  insertAfter,
  join,
  move,
  paste,
  remove,
  split,
} from './body-acts.ts'
import { type KeyedBlock, newParagraph, type ParagraphBlock, textOf, withText } from './draft-fields.ts'

type Field = HTMLTextAreaElement
interface Moment {
  body: readonly KeyedBlock[]
  caret: Edited['caret'] | null
}
/** Letters typed within so many milliseconds of each other are undone together. */
const oneStroke = 1000
const most = 200

export const useBody = (body: KeyedBlock[], onChange: (body: KeyedBlock[]) => void) => {
  const frame = useRef<HTMLElement>(null)
  const tools = useRef<HTMLFieldSetElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const now = useRef({ body, onChange })
  now.current = { body, onChange }
  const caret = useRef<Edited['caret'] | null>(null)

  useLayoutEffect(() => {
    if (!caret.current) return
    const { key, at } = caret.current
    caret.current = null
    const field = frame.current?.querySelector<Field>(`[data-key="${CSS.escape(key)}"]`)
    field?.focus()
    field?.setSelectionRange?.(at, at)
    field?.scrollIntoView({ block: 'nearest' })
  })

  // Made once, so that a paragraph which did not change is not drawn again.
  const acts = useMemo(() => {
    const history = {
      past: [] as Moment[],
      future: [] as Moment[],
      left: now.current.body,
      typed: { key: '', at: 0 },
    }
    let isLeaving = false
    const indexOf = (key: string) => now.current.body.findIndex((each) => each.key === key)
    const go = (next: readonly KeyedBlock[], to: Edited['caret'] | null) => {
      history.left = [...next]
      now.current.onChange(history.left)
      now.current = { ...now.current, body: history.left }
      if (to) caret.current = to
    }
    const note = (from: Edited['caret'] | null) => {
      // Another's words came in: what was before them is not to be had back over them.
      if (!isSame(history.left, now.current.body)) history.past = []
      history.past = [...history.past.slice(1 - most), { body: now.current.body, caret: from }]
      history.future = []
    }
    const apply = (edited: Edited | null, from: Edited['caret'] | null = null): boolean => {
      if (!edited) return false
      note(from)
      history.typed.key = ''
      go(edited.body, edited.caret)
      return true
    }
    const step = (from: Moment[], to: Moment[]) => {
      if (!isSame(history.left, now.current.body)) return
      const moment = from.pop()
      if (!moment) return
      to.push({ body: now.current.body, caret: moment.caret })
      history.typed.key = ''
      go(moment.body, moment.caret)
    }
    const undo = () => step(history.past, history.future)
    const redo = () => step(history.future, history.past)
    const stepTo = (index: number, isEnd: boolean) => {
      const { key, block } = now.current.body[index] ?? {}
      const field = key && frame.current?.querySelector<Field>(`[data-key="${CSS.escape(key)}"]`)
      if (!field || block?.kind !== 'paragraph') return false
      field.focus()
      const at = isEnd ? textOf(block).length : 0
      field.setSelectionRange(at, at)
      return true
    }
    /** True where the key was one of ours. */
    const onOwnKey = (event: KeyboardEvent<Field>, key: string): boolean => {
      const { selectionStart: from, selectionEnd: to, value } = event.currentTarget
      const [{ body }, index] = [now.current, indexOf(key)]
      const here = { key, at: from }
      const [isAtStart, isAtEnd] = [to === 0, from === value.length]
      const isControl = event.ctrlKey || event.metaKey
      if (isControl && !event.altKey) {
        const letter = event.key.toLowerCase()
        if (letter !== 'z' && letter !== 'y') return false
        if (letter === 'y' || event.shiftKey) redo()
        else undo()
        return true
      }
      if (event.altKey) {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false
        apply(move(body, index, event.key === 'ArrowUp' ? -1 : 1, from), here)
        return true
      }
      switch (event.key) {
        case 'Enter':
          return apply(split(body, index, from, to, crypto.randomUUID()), here)
        case 'Tab':
          return !isLeaving && apply(changeLevel(body, index, event.shiftKey ? -1 : 1, from), here)
        case 'Backspace':
          return isAtStart && apply(join(body, index), here)
        case 'Delete':
          return isAtEnd && from === to && apply(join(body, index + 1), here)
        case 'ArrowUp':
          return isAtStart && !event.shiftKey && stepTo(index - 1, true)
        case 'ArrowDown':
          return isAtEnd && !event.shiftKey && stepTo(index + 1, false)
        case 'Escape':
          // Tab writes; this is the way out for a keyboard.
          tools.current?.querySelector('select')?.focus()
          return true
        default:
          return false
      }
    }
    return {
      undo,
      redo,
      focus: setCurrent,
      type(key: string, text: string) {
        const at = performance.now()
        if (
          history.typed.key !== key ||
          at - history.typed.at > oneStroke ||
          !isSame(history.left, now.current.body)
        )
          note({ key, at: Math.max(0, text.length - 1) })
        history.typed = { key, at }
        const words = text.replace(/\s*[\r\n]+\s*/g, ' ')
        go(
          now.current.body.map((each) =>
            each.key === key && each.block.kind === 'paragraph'
              ? { ...each, block: withText(each.block, words) }
              : each,
          ),
          null,
        )
      },
      onKey(event: KeyboardEvent<Field>, key: string) {
        // A letter of Vietnamese is being put together.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') isLeaving = true
        else if (event.key !== 'Tab' && event.key !== 'Shift') isLeaving = false
        if (onOwnKey(event, key)) event.preventDefault()
      },
      onPaste(event: ClipboardEvent<Field>, key: string) {
        const { selectionStart: from, selectionEnd: to } = event.currentTarget
        const text = event.clipboardData.getData('text/plain')
        const pasted = paste(now.current.body, indexOf(key), from, to, text, () => crypto.randomUUID())
        if (apply(pasted, { key, at: from })) event.preventDefault()
      },
      mark(key: string, marker: string) {
        note(null)
        go(
          now.current.body.map((each) =>
            each.key === key && each.block.kind === 'paragraph'
              ? { ...each, block: { ...each.block, marker: marker || null } }
              : each,
          ),
          null,
        )
      },
      role: (key: string, role: ParagraphBlock['role']) => {
        const edited = changeRole(now.current.body, indexOf(key), role)
        // The choice keeps the focus.
        if (edited) {
          note(null)
          go(edited.body, null)
        }
      },
      move: (key: string, by: 1 | -1) => {
        const edited = move(now.current.body, indexOf(key), by)
        if (edited) {
          note(null)
          go(edited.body, null)
        }
      },
      insert: (key: string | null) =>
        void apply(
          insertAfter(
            now.current.body,
            key === null ? now.current.body.length - 1 : indexOf(key),
            newParagraph(),
          ),
        ),
      remove: (key: string) => void apply(remove(now.current.body, indexOf(key))),
      /** Of a paragraph that two people changed: mine, theirs, or both one after the other. */
      choose(key: string, what: 'mine' | 'theirs' | 'both') {
        note(null)
        go(
          now.current.body.flatMap((each) => (each.key === key ? chosen(each, what) : [each])),
          null,
        )
      },
    }
  }, [])
  return { frame, tools, current, acts }
}
export type BodyActs = ReturnType<typeof useBody>['acts']

const isSame = (left: readonly KeyedBlock[], right: readonly KeyedBlock[]) =>
  left === right ||
  (left.length === right.length &&
    left.every(({ key, block }, at) => key === right[at]?.key && block === right[at].block))

const chosen = ({ key, block, choice }: KeyedBlock, what: 'mine' | 'theirs' | 'both'): KeyedBlock[] => {
  if (choice?.of === 'both') {
    if (what === 'theirs') return [{ key, block: choice.theirs }]
    return what === 'mine'
      ? [{ key, block }]
      : [
          { key, block },
          { key: crypto.randomUUID(), block: choice.theirs },
        ]
  }
  const isKept = (choice?.of === 'they-removed') === (what === 'mine')
  return isKept ? [{ key, block }] : []
}
