/** What a writer does to the paragraphs of a body. Each act gives the new body and where the caret stands after it. Pure. */
import { cut, joined, type KeyedBlock, type ParagraphBlock, textOf, withRole } from './draft-fields.ts'
import { isCounted, isEmpty, paragraphOf, renumbered, roleBeside } from './paragraph-markers.ts'

export interface Edited {
  body: KeyedBlock[]
  /** Where one writes on; `at` in letters of the paragraph. */
  caret: { key: string; at: number }
}
type Body = readonly KeyedBlock[]

const paragraphAt = (body: Body, index: number): ParagraphBlock | null => {
  const block = body[index]?.block
  return block?.kind === 'paragraph' ? block : null
}
const edited = (body: KeyedBlock[], before: Body, key: string, at: number): Edited => ({
  body: renumbered(body, [before]),
  caret: { key, at },
})

/** Enter: what stands behind the caret goes into a new paragraph of the same role; an empty one becomes plain text. */
export const split = (body: Body, index: number, from: number, to: number, key: string): Edited | null => {
  const [block, keyed] = [paragraphAt(body, index), body[index]]
  if (!block || !keyed) return null
  if (isEmpty(block) && block.role !== 'text') return changeRole(body, index, 'text')
  const made: KeyedBlock = {
    key,
    block: {
      ...block,
      marker: isCounted(block.role) ? null : block.marker,
      runs: cut(block, to, Infinity),
      start: 0,
      end: 0,
    },
  }
  return edited(
    body.toSpliced(index, 1, { ...keyed, block: { ...block, runs: cut(block, 0, from) } }, made),
    body,
    key,
    0,
  )
}

/** Backspace at the start, or Delete at the end of the one before. */
export const join = (body: Body, index: number): Edited | null => {
  const [before, block, keyed] = [paragraphAt(body, index - 1), paragraphAt(body, index), body[index - 1]]
  if (!before || !block || !keyed) return null
  const kept = isEmpty(before) ? { ...block, role: before.role, marker: before.marker } : before
  const runs = isEmpty(before) ? block.runs : joined([...before.runs, ...block.runs])
  return edited(
    body.toSpliced(index - 1, 2, { ...keyed, block: { ...kept, runs } }),
    body,
    keyed.key,
    textOf(before).length,
  )
}

export const changeRole = (
  body: Body,
  index: number,
  role: ParagraphBlock['role'],
  at = 0,
): Edited | null => {
  const [block, keyed] = [paragraphAt(body, index), body[index]]
  if (!block || !keyed || block.role === role) return null
  // Its number is the next of the new kind.
  const changed = withRole({ ...block, marker: null }, role)
  return edited(body.toSpliced(index, 1, { ...keyed, block: changed }), body, keyed.key, at)
}

/** Tab and Shift+Tab. */
export const changeLevel = (body: Body, index: number, by: 1 | -1, at = 0): Edited | null => {
  const role = roleBeside(paragraphAt(body, index)?.role ?? 'text', by)
  return role && paragraphAt(body, index) ? changeRole(body, index, role, at) : null
}

export const move = (body: Body, index: number, by: 1 | -1, at = 0): Edited | null => {
  const keyed = body[index]
  if (!keyed || index + by < 0 || index + by >= body.length) return null
  return edited(body.toSpliced(index, 1).toSpliced(index + by, 0, keyed), body, keyed.key, at)
}

export const insertAfter = (body: Body, index: number, made: KeyedBlock): Edited =>
  edited(body.toSpliced(index + 1, 0, made), body, made.key, 0)

export const remove = (body: Body, index: number): Edited | null => {
  const rest = body.toSpliced(index, 1)
  const next = rest[index] ?? rest.at(-1)
  return next ? edited(rest, body, next.key, 0) : null
}

/** Several lines from elsewhere: paragraphs by the markers they bring, without any markup. Null for a line that is only words. */
export const paste = (
  body: Body,
  index: number,
  from: number,
  to: number,
  text: string,
  newKey: () => string,
): Edited | null => {
  const [block, keyed] = [paragraphAt(body, index), body[index]]
  const lines = text.split(/[\r\n\v\u2028\u2029]+/).filter((line) => line.trim() !== '')
  if (!block || !keyed || lines.length < 2) return null
  const made = lines.map((line) => ({ key: newKey(), block: paragraphOf(line) }))
  const [first, last] = [made[0], made.at(-1)]
  if (!first || !last) return null
  const [ahead, behind] = [cut(block, 0, from), cut(block, to, Infinity)]
  const at = textOf(last.block).length
  last.block = { ...last.block, runs: joined([...last.block.runs, ...behind]) }
  // Into an empty paragraph the first line brings its own role; plain words go on where the caret stands.
  if (ahead.length === 0) first.key = keyed.key
  else if (first.block.role === 'text')
    made[0] = { key: keyed.key, block: { ...block, runs: joined([...ahead, ...first.block.runs]) } }
  else made.unshift({ key: keyed.key, block: { ...block, runs: ahead } })
  return edited(body.toSpliced(index, 1, ...made), body, last.key, at)
}
