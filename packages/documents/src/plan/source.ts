/** The words a proposal came from; `tree.text.slice(start, end) === text` always holds. */
import type { DocumentTree, Paragraph } from '../document.ts'
import type { PlanSource } from './plan-types.ts'

/** A stretch of the tree's text without the white space around it. */
export const sourceAt = ({ text }: DocumentTree, start: number, end: number): PlanSource => {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const trimmed = words.trim()
  return { start: from, end: from + trimmed.length, text: trimmed }
}

/** The source of a field the reader noted, if any. */
export const sourceOfField = (tree: DocumentTree, path: string): PlanSource | null => {
  const source = tree.sources[path]
  return source === undefined ? null : sourceAt(tree, source.start, source.end)
}

/** Where the words of a paragraph begin, behind its marker. */
export const wordsStart = (tree: DocumentTree, { start, end, marker }: Paragraph): number => {
  if (marker === null) return start
  const words = tree.text.slice(start, end)
  let at = 0
  for (const sign of marker.replace(/\s/g, '')) {
    const next = words.indexOf(sign, at)
    if (next < 0) return start
    at = next + 1
  }
  return start + at
}

export const paragraphsOf = (tree: DocumentTree): Paragraph[] =>
  tree.body.filter((block) => block.kind === 'paragraph')
