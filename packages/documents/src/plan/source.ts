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

export interface Stretch {
  start: number
  end: number
}

/** The sentences of a paragraph, as places in the text; its marker is none of them. */
export const sentencesOf = (tree: DocumentTree, paragraph: Paragraph): Stretch[] => {
  const begin = wordsStart(tree, paragraph)
  const words = tree.text.slice(begin, paragraph.end)
  const sentences: Stretch[] = []
  let from = 0
  for (const match of words.matchAll(/[.;]\s+(?=\p{Lu}|\p{Ll})/gu)) {
    // "TP. Hải Dương" ends no sentence.
    if (/\b(?:TP|Tp|Q|P|Tr|ThS|TS)\.$/u.test(words.slice(Math.max(0, match.index - 4), match.index + 1)))
      continue
    sentences.push({ start: begin + from, end: begin + match.index + 1 })
    from = match.index + match[0].length
  }
  sentences.push({ start: begin + from, end: paragraph.end })
  return sentences
}

const separators = /[;:]|\.{2,}|\.(?=\s|$)|…/g

/** The stretch of folded words between the signs that end a clause. */
export const clauseAround = (flat: string, from: number, to: number): Stretch => {
  let start = 0
  let end = flat.length
  for (const match of flat.matchAll(separators)) {
    if (match.index < from) start = match.index + match[0].length
    else if (match.index >= to) {
      end = match.index
      break
    }
  }
  return { start, end }
}
