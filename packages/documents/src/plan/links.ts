/**
 * The documents this one stands in a line with: those it carries out (`Thực hiện`), stands on (`Căn cứ`), answers
 * (`Trả lời`, `Phúc đáp`) or takes the place of (`thay thế`, `bãi bỏ`).
 */
import type { DocumentTree } from '../document.ts'
import { fold } from '../read/fold.ts'
import type { PlanLink, PlanSource } from './plan-types.ts'
import { sourceAt, sourceOfField } from './source.ts'

const opening =
  /^(?:[-–+*•]|[a-z]\)|\d{1,2}[.)])?\s*(thuc hien|trien khai|can cu|theo|tiep theo|thi hanh|tra loi|phuc dap)\b/
const received = /\bnhan duoc\s[^.;]{0,60}$/
const replaced =
  /\b(?:thay the|thay cho|bai bo|huy bo|thu hoi)\s(?:cac\s)?(?:(?:cong van|van ban|quyet dinh|ke hoach|huong dan|thong bao|chi thi|cong dien)\s)?[^.;,]{0,30}$/

export const readLinks = (tree: DocumentTree): PlanLink[] =>
  tree.references.flatMap((reference, index) => {
    const first = sourceOfField(tree, `references/${index}`)
    if (first === null) return []
    const { code, date, issuer, type } = reference
    const replacing = replacedAt(tree, code)
    const kind = replacing === null ? kindAt(tree.text, first.start) : 'replaces'
    if (kind === null) return []
    return [{ kind, code, date, issuer, type, source: replacing ?? first } satisfies PlanLink]
  })

/** Where any mention of a document says that this one takes its place. */
const replacedAt = (tree: DocumentTree, code: string): PlanSource | null => {
  for (let at = tree.text.indexOf(code); at >= 0; at = tree.text.indexOf(code, at + 1)) {
    const from = Math.max(0, at - 120)
    const before = fold(tree.text.slice(from, at)).replace(/\s/g, ' ')
    const match = replaced.exec(before)
    if (match !== null) return sourceAt(tree, from + match.index, at + code.length)
  }
  return null
}

const kindAt = (text: string, at: number): PlanLink['kind'] | null => {
  const before = fold(text.slice(Math.max(0, at - 120), at)).replace(/\s+/g, ' ')
  if (received.test(before)) return 'replies-to'
  const word = groundWord(text, at)
  if (word === null) return null
  if (word === 'tra loi' || word === 'phuc dap') return 'replies-to'
  return word === 'can cu' || word === 'theo' ? 'bases-on' : 'implements'
}

/** The word that opens the sentence or paragraph a citation stands in. */
const groundWord = (text: string, at: number): string | null => {
  const before = text.slice(Math.max(0, at - 700), at)
  const start = Math.max(
    before.lastIndexOf('\n\n'),
    before.search(/[.;]\s+(?:Thực hiện|Căn cứ|Triển khai|Theo|Trả lời|Phúc đáp)[^.;]*$/u),
    lastSentence(before),
  )
  const sentence = fold(before.slice(Math.max(start, 0))).replace(/^[\s.;]+/, '')
  const lines = sentence.split('\n')
  for (const words of [sentence, lines.at(-1) ?? '', ...lines]) {
    const match = opening.exec(words.trimStart())
    if (match !== null) return match[1] ?? null
  }
  return null
}

/** Where the last sentence begins; a full stop behind a short word may only shorten it ("TP. Hải Dương"). */
const lastSentence = (before: string): number => {
  let at = -1
  for (const { index } of before.matchAll(/(?<=[\p{Ll}\d)]{3})\.\s+(?=\p{Lu}\p{Ll}+\s)/gu)) at = index
  return at
}
