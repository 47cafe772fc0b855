/** Which paragraph of before is which of after, when all that is known is their words. Pure. */
import type { AnyBlock } from './draft-fields.ts'

/** For each of theirs the place it has in `base`, or null for a new one: the same words first, then what lies between them in order. */
export const matched = (base: readonly AnyBlock[], theirs: readonly AnyBlock[]): (number | null)[] => {
  const [left, right] = [base.map(said), theirs.map(said)]
  const origin: (number | null)[] = theirs.map(() => null)
  const used = new Set<number>()
  const take = (at: number, from: number) => {
    origin[at] = from
    used.add(from)
  }
  for (const [from, at] of longestCommon(left, right)) take(at, from)
  // What was moved has the same words at another place.
  right.forEach((words, at) => {
    if (origin[at] !== null) return
    const from = left.findIndex((each, index) => each === words && !used.has(index))
    if (from >= 0) take(at, from)
  })
  // What was changed lies between two that were not, and most of its words are the same.
  let floor = 0
  theirs.forEach((block, at) => {
    const known = origin[at]
    if (known !== null && known !== undefined) {
      floor = known + 1
      return
    }
    const nextKnown = origin.slice(at + 1).find((each) => each !== null && each >= floor)
    const gap = base
      .map((_, index) => index)
      .filter((index) => index >= floor && index < (nextKnown ?? base.length) && !used.has(index))
    const alike = gap.find((index) => likeness(base[index], block) >= 0.5)
    const alone =
      gap.length === 1 &&
      (origin[at + 1] === undefined || origin[at + 1] !== null) &&
      (at === 0 || origin[at - 1] !== null)
    const from = alike ?? (alone ? gap[0] : undefined)
    if (from === undefined) return
    take(at, from)
    floor = from + 1
  })
  return origin
}

const longestCommon = (left: readonly string[], right: readonly string[]): [number, number][] => {
  const width = right.length + 1
  const lengths = new Uint32Array((left.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return pairs
}

/** Share of words that two paragraphs have in common. */
const likeness = (left: AnyBlock | undefined, right: AnyBlock): number => {
  if (left?.kind !== right.kind) return 0
  if (left.kind !== 'paragraph' || right.kind !== 'paragraph') return 1
  const words = (block: typeof left) =>
    block.runs
      .map(({ text }) => text)
      .join('')
      .split(/\s+/)
      .filter(Boolean)
  const [some, others] = [words(left), words(right)]
  const known = new Set(some)
  const common = others.filter((word) => known.has(word)).length
  return common / Math.max(1, some.length, others.length)
}

export const said = (value: unknown) => JSON.stringify(value)
