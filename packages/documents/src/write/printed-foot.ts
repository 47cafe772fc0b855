import type { DocumentTree } from '../document.ts'
import { clean } from './characters.ts'
import { holdCodes } from './hold.ts'
import { heading } from './lines.ts'
import { upper } from './names.ts'
import { bare, listed } from './printed-head.ts'

/** Ô 7, 9b and 12: Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.7 to II.9. */
export interface PrintedFoot {
  recipients: string[]
  /** Ô 12, below the recipients. */
  typist: string | null
  /** Each on its own line: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  authority: string[]
  name: string | null
  /** Signs on the left; the recipients then stand below both. */
  beside: { title: string[]; name: string | null } | null
  /** Who confirms, below all else. */
  confirmation: string[]
}

type Signed = Pick<
  DocumentTree,
  | 'recipients'
  | 'archive'
  | 'signingAuthority'
  | 'signerTitle'
  | 'signerName'
  | 'typist'
  | 'secondSigner'
  | 'confirmation'
>

export const printedFoot = (tree: Signed): PrintedFoot => ({
  recipients: recipientsOf(tree),
  typist: tree.typist ? clean(tree.typist) : null,
  authority: [tree.signingAuthority, tree.signerTitle].flatMap((line) => titleLines(line, rightColumn)),
  name: tree.signerName && clean(tree.signerName),
  beside: tree.secondSigner
    ? {
        title: titleLines(tree.secondSigner.title, leftColumn),
        name: tree.secondSigner.name && clean(tree.secondSigner.name),
      }
    : null,
  confirmation: tree.confirmation
    ? heading(clean(tree.confirmation), { size: 14, bold: true, within: rightColumn }).lines
    : [],
})

/** In points. */
const leftColumn = 205
const rightColumn = 245

const recipientsOf = ({ recipients, archive }: Signed): string[] => {
  const names = recipients.map(({ name, purpose }) => {
    const reason = purpose && `(${clean(purpose).replace(/^\(|\)$/g, '')})`
    return [bare(clean(name)), reason].filter(Boolean).join(' ')
  })
  return listed((archive ? [...names, bare(clean(archive))] : names).map(holdCodes))
}

/** Line breaks were folded to a space when the tree was read: `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH` is two lines. */
const titleLines = (text: string | null, within: number): string[] =>
  text
    ? upper(clean(text))
        .split(/\s+\/\s+|\s+(?=(?:KT|TL|TUQ|TM)\.\s)/)
        .map((line) => line.trim())
        .filter(Boolean)
        .flatMap((line) => heading(line, { size: 14, bold: true, within }).lines)
    : []
