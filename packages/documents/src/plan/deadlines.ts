/** The days by which something is due. A day that an earlier letter set is not set by this one. */
import type { DocumentTree } from '../document.ts'
import { fold } from '../read/fold.ts'
import type { PlanDeadline } from './plan-types.ts'
import { sourceOfField } from './source.ts'

export const readDeadlines = (tree: DocumentTree): PlanDeadline[] =>
  tree.dueDates.flatMap(({ date, phrase }, index) => {
    const source = sourceOfField(tree, `dueDates/${index}`)
    if (source === null || isQuoted(tree, source.start, date)) return []
    return [{ date, text: phrase, source }]
  })

const ground = /^(?:thuc hien|can cu|theo|tiep theo|phuc dap|tra loi|tai)\b.{0,300}?\bso\b/
/** After a comma the writer's own order begins. */
const ownOrder = /, [^,]{0,120}\b(?:de nghi|yeu cau|giao|thong bao|huong dan|kinh mong|trien khai)\b/

/** Set before the letter was written, or in the clause that tells what an earlier one asked for. */
const isQuoted = (tree: DocumentTree, at: number, date: string | null): boolean => {
  if (
    date !== null &&
    tree.date !== null &&
    tree.date.length === 10 &&
    date < tree.date.slice(0, date.length)
  )
    return true
  const before = fold(tree.text.slice(Math.max(0, at - 600), at))
  const begin = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('; '),
    before.lastIndexOf('\n\n'),
    before.lastIndexOf('.\n'),
  )
  const sentence = before
    .slice(begin + 1)
    .replace(/\s+/g, ' ')
    .replace(/^[\s;.-]+/, '')
  return ground.test(sentence) && !ownOrder.test(sentence)
}
