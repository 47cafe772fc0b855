/** The dispatches this one rests on: those it says it carries out (`Thực hiện`) and those it stands on (`Căn cứ`). */
import type { DocumentTree } from '../document.ts'
import { fold } from '../read/fold.ts'
import type { PlanLink } from './plan-types.ts'
import { sourceOfField } from './source.ts'

const opening = /^(?:[-–+*•]|[a-z]\)|\d{1,2}[.)])?\s*(thuc hien|trien khai|can cu|theo|tiep theo|thi hanh)\b/

export const readLinks = (tree: DocumentTree): PlanLink[] =>
  tree.references.flatMap((reference, index) => {
    const source = sourceOfField(tree, `references/${index}`)
    const word = source === null ? null : groundWord(tree.text, source.start)
    if (source === null || word === null) return []
    const kind = word === 'can cu' || word === 'theo' ? 'bases-on' : 'implements'
    const { code, date, issuer, type } = reference
    return [{ kind, code, date, issuer, type, source } satisfies PlanLink]
  })

/** The word that opens the sentence or paragraph a citation stands in. */
const groundWord = (text: string, at: number): string | null => {
  const before = text.slice(Math.max(0, at - 700), at)
  const start = Math.max(
    before.lastIndexOf('\n\n'),
    before.search(/[.;]\s+(?:Thực hiện|Căn cứ|Triển khai|Theo)[^.;]*$/u),
  )
  const sentence = fold(before.slice(Math.max(start, 0))).replace(/^[\s.;]+/, '')
  const lines = sentence.split('\n')
  for (const words of [sentence, lines.at(-1) ?? '', ...lines]) {
    const match = opening.exec(words.trimStart())
    if (match !== null) return match[1] ?? null
  }
  return null
}
