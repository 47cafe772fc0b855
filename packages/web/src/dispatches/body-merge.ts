/**
 * Two people changed the paragraphs of one body: both changes, paragraph by paragraph, against what both began from. What only one has
 * touched is taken; what both have is kept side by side (`choice`) for a person to decide. Pure.
 */

import { matched, said } from './body-match.ts'
import type { AnyBlock, KeyedBlock } from './draft-fields.ts'
import { renumbered } from './paragraph-markers.ts'

/**
 * My paragraphs carry the keys of the base; theirs come with their words only, and are found again by them. `theirs` comes back with the
 * keys that the merged body has: what the next merge begins from.
 */
export const mergedBody = (
  base: readonly KeyedBlock[],
  mine: readonly KeyedBlock[],
  theirs: readonly KeyedBlock[],
  newKey: () => string,
): { body: KeyedBlock[]; theirs: KeyedBlock[] } => {
  const baseByKey = new Map(base.map((each) => [each.key, each.block]))
  const origin = matched(
    base.map(({ block }) => block),
    theirs.map(({ block }) => block),
  )
  const theirsNow = theirs.map(({ block }, at) => ({ key: base[origin[at] ?? -1]?.key ?? null, block }))
  const theirsByKey = new Map(theirsNow.map(({ key, block }) => [key, block]))

  const result = mine.flatMap((own): KeyedBlock[] => {
    const begun = baseByKey.get(own.key)
    if (!begun) return [own]
    const other = theirsByKey.get(own.key)
    if (other) return [merged(own, begun, other)]
    // They have taken it out: gone, unless I wrote in it.
    return same(own.block, begun) ? [] : [{ ...own, choice: { of: 'they-removed' } }]
  })
  const iMoved = hasMoved(base, mine)
  let before: string | null = null
  const addedKeys = new Map<number, string>()
  for (const [at, { key, block }] of theirsNow.entries()) {
    const begun = key === null ? undefined : baseByKey.get(key)
    if (key !== null && result.some((each) => each.key === key)) {
      // Their order, where I left mine as it was.
      if (!iMoved) place(result, key, before)
      before = key
    } else if (key === null) {
      const twin = twinAfter(result, before, block, baseByKey)
      const added = twin ?? { key: newKey(), block }
      if (!twin) insert(result, added, before)
      addedKeys.set(at, added.key)
      before = added.key
    } else if (begun && !same(block, begun)) {
      // I took it out, they wrote in it.
      insert(result, { key, block, choice: { of: 'i-removed' } }, before)
      before = key
    }
  }
  return {
    body: renumbered(result, [mine, theirs], false),
    theirs: theirsNow.map(({ key, block }, at) => ({ key: key ?? addedKeys.get(at) ?? newKey(), block })),
  }
}

const hasMoved = (base: readonly KeyedBlock[], mine: readonly KeyedBlock[]): boolean => {
  const [begun, now] = [new Set(base.map(({ key }) => key)), new Set(mine.map(({ key }) => key))]
  const left = base.filter(({ key }) => now.has(key))
  const own = mine.filter(({ key }) => begun.has(key))
  return left.some(({ key }, at) => own[at]?.key !== key)
}

const merged = (own: KeyedBlock, begun: AnyBlock, other: AnyBlock): KeyedBlock => {
  if (same(own.block, begun)) return same(other, begun) ? own : { ...own, block: other }
  if (same(other, begun) || same(other, own.block)) return own
  if (own.block.kind === 'paragraph' && begun.kind === 'paragraph' && other.kind === 'paragraph') {
    const runs = chosen(own.block.runs, begun.runs, other.runs)
    const role = chosen(own.block.role, begun.role, other.role)
    // Numbers follow from the order.
    const marker = chosen(own.block.marker, begun.marker, other.marker) ?? { value: own.block.marker }
    if (runs && role)
      return { ...own, block: { ...own.block, runs: runs.value, role: role.value, marker: marker.value } }
  }
  return { ...own, choice: { of: 'both', theirs: other } }
}

/** Null where both have changed it, and not alike. */
const chosen = <T>(own: T, begun: T, other: T): { value: T } | null => {
  if (said(own) === said(begun) || said(own) === said(other)) return { value: other }
  return said(other) === said(begun) ? { value: own } : null
}

const same = (left: AnyBlock, right: AnyBlock) => said(left) === said(right)

const insert = (result: KeyedBlock[], made: KeyedBlock, before: string | null) => {
  const at = before === null ? -1 : result.findIndex(({ key }) => key === before)
  result.splice(at + 1, 0, made)
}
/** Right behind that one, unless it stands somewhere behind it already with only additions of mine between. */
const place = (result: KeyedBlock[], key: string, before: string | null) => {
  const from = result.findIndex((each) => each.key === key)
  const to = before === null ? -1 : result.findIndex((each) => each.key === before)
  if (from > to) return
  const [moved] = result.splice(from, 1)
  if (moved) insert(result, moved, before)
}

/** Both have added the same words at the same place: once is enough. */
const twinAfter = (
  result: readonly KeyedBlock[],
  before: string | null,
  block: AnyBlock,
  base: ReadonlyMap<string, AnyBlock>,
) => {
  const at = before === null ? -1 : result.findIndex(({ key }) => key === before)
  for (const each of result.slice(at + 1)) {
    if (base.has(each.key)) return undefined
    if (same(each.block, block)) return each
  }
  return undefined
}
