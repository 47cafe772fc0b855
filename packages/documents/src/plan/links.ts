/**
 * The documents this one stands in a line with: those it carries out (`Thực hiện`), stands on (`Căn cứ`), answers
 * (`Trả lời`, `Phúc đáp`) or takes the place of (`thay thế`, `bãi bỏ`).
 */
import type { DocumentTree } from '../document.ts'
import { fold } from '../read/fold.ts'
import type { PlanLink } from './plan-types.ts'
import { sourceOfField } from './source.ts'

const opening =
  /^(?:[-–+*•]|[a-z]\)|\d{1,2}[.)])?\s*(thuc hien|trien khai|can cu|theo|tiep theo|thi hanh|tra loi|phuc dap)\b/
const received = /\bnhan duoc\s[^.;]{0,60}$/
const replaced =
  /\b(?:thay the|thay cho|bai bo|huy bo|thu hoi)\s(?:cac\s)?(?:(?:cong van|van ban|quyet dinh|ke hoach|huong dan|thong bao|chi thi|cong dien)\s)?[^.;,]{0,30}$/

export const readLinks = (tree: DocumentTree): PlanLink[] =>
  tree.references.flatMap((reference, index) => {
    const source = sourceOfField(tree, `references/${index}`)
    const kind = source === null ? null : kindAt(tree.text, source.start)
    if (source === null || kind === null) return []
    const { code, date, issuer, type } = reference
    return [{ kind, code, date, issuer, type, source } satisfies PlanLink]
  })

const kindAt = (text: string, at: number): PlanLink['kind'] | null => {
  const before = fold(text.slice(Math.max(0, at - 120), at)).replace(/\s+/g, ' ')
  if (replaced.test(before)) return 'replaces'
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
  )
  const sentence = fold(before.slice(Math.max(start, 0))).replace(/^[\s.;]+/, '')
  const lines = sentence.split('\n')
  for (const words of [sentence, lines.at(-1) ?? '', ...lines]) {
    const match = opening.exec(words.trimStart())
    if (match !== null) return match[1] ?? null
  }
  return null
}
