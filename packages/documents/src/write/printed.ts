import type { DocumentTree } from '../document.ts'
import { type PrintedBlock, printedBlocks } from './blocks.ts'
import { clean } from './characters.ts'
import { blank, longDate, placeAndDate } from './dates.ts'
import { type Heading, heading, textWidth } from './lines.ts'
import { capitalised, documentName, typeTitle, upper } from './names.ts'

/**
 * What stands on the paper, box by box, with every word in its final form. The PDF and the DOCX writer both print
 * this and decide nothing but where it goes.
 */
export interface Printed {
  mark: string | null
  head: {
    parentIssuer: Heading
    issuer: Heading
    /** `Số: 493/SVHTTDL-QLVHGĐ`; null for a form that bears none. */
    code: string | null
    placeAndDate: string | null
    /** `V/v …`, công văn only. */
    subject: Heading | null
  }
  /** Tên loại and trích yếu of a named type. */
  title: { type: string | null; subject: Heading | null } | null
  addressees: PrintedAddressees | null
  body: PrintedBlock[]
  /** Null for a form that nobody signs. */
  foot: {
    recipients: string[]
    /** Each on its own line: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
    authority: string[]
    name: string | null
  } | null
  annexes: PrintedAnnex[]
  /** The date as in the tree: `YYYY-MM-DD` or less. */
  properties: { title: string; author: string | null; date: string | null }
}

export interface PrintedAddressees {
  label: string
  /** Of the label up to its colon, in points: several addressees have their dashes below it, unless it is long. */
  labelWidth: number
  items: string[]
}

export interface PrintedAnnex {
  heading: string
  title: Heading
  /** `(Kèm theo Kế hoạch số … ngày … của …)` */
  attachedTo: Heading
  landscape: boolean
  blocks: PrintedBlock[]
}

export const printed = (tree: DocumentTree): Printed => {
  const subject = tree.subject && clean(tree.subject)
  const named = tree.type !== 'cong-van'
  return {
    mark: tree.mark && clean(tree.mark),
    head: {
      ...headOf(tree),
      code: `Số: ${codeOf(tree)}`,
      placeAndDate: placeAndDate(tree.place && clean(tree.place), tree.date),
      subject: named || !subject ? null : heading(`V/v ${subject}`, { size: 12, within: headColumn - 10 }),
    },
    title: named
      ? { type: typeTitle(tree.type), subject: subject ? heading(capitalised(subject), titleFace) : null }
      : null,
    addressees: addresseesOf(tree),
    body: printedBlocks(tree.body, { closed: true }),
    foot: {
      recipients: recipientsOf(tree),
      authority: [tree.signingAuthority, tree.signerTitle]
        .flatMap(authorityLines)
        .flatMap((line) => heading(line, { size: 14, bold: true, within: footColumn }).lines),
      name: tree.signerName && clean(tree.signerName),
    },
    annexes: tree.annexes.map((annex) => ({
      heading: annex.number ? `Phụ lục ${clean(annex.number)}` : 'Phụ lục',
      title: heading(upper(clean(annex.title)), { ...titleFace, within: annexWidth(annex.landscape) }),
      attachedTo: heading(attachedTo(tree), { size: 14, within: annexWidth(annex.landscape) }),
      landscape: annex.landscape,
      blocks: printedBlocks(annex.blocks, { closed: false }),
    })),
    properties: {
      title: [named ? typeTitle(tree.type) : 'Công văn', subject].filter(Boolean).join(' '),
      author: tree.issuer && clean(tree.issuer),
      date: tree.date,
    },
  }
}

/** Ô 2, with what no document need have left out. */
export const headOf = ({
  parentIssuer,
  issuer,
}: Pick<DocumentTree, 'issuer' | 'parentIssuer'>): Printed['head'] => ({
  parentIssuer: heading(upper(clean(parentIssuer ?? '')), { size: 12, within: headColumn }),
  issuer: heading(upper(clean(issuer ?? '')), { size: 12, bold: true, within: headColumn }),
  code: null,
  placeAndDate: null,
  subject: null,
})

/** `Kính gửi:` over other names: one stands on the same line, several get dashes, `;` and a final `.` */
export const addresseesOf = (
  tree: Pick<DocumentTree, 'addressees' | 'type' | 'issuer'>,
): PrintedAddressees | null => {
  const names = tree.addressees.map((name) => bare(clean(name))).filter(Boolean)
  if (names.length === 0) return null
  const label = tree.type === 'cong-dien' ? `${upper(clean(tree.issuer ?? ''))} điện:`.trim() : 'Kính gửi:'
  const items = names.length === 1 ? names : listed(names)
  return { label, labelWidth: Math.min(120, textWidth(label.slice(0, -1), { size: 14 })), items }
}

/** The left column of the head, in points. */
const headColumn = 190
/** The right column of the foot. */
const footColumn = 245
const titleFace = { size: 14, bold: true, within: 400 }
const annexWidth = (landscape: boolean) => (landscape ? 640 : 420)

/** A missing number leaves room for the clerk: `     /SVHTTDL-QLVHGĐ`. */
const codeOf = ({ number, symbol, code }: DocumentTree): string => {
  if (!number) return clean(code && !symbol ? code : `${blank}/${symbol ?? ''}`)
  const padded = number.padStart(2, '0')
  if (code?.startsWith(number)) return clean(padded + code.slice(number.length))
  return clean(symbol ? `${padded}/${symbol}` : padded)
}

const recipientsOf = ({ recipients, archive }: DocumentTree): string[] => {
  const names = recipients.map(({ name, purpose }) => {
    const reason = purpose && `(${clean(purpose).replace(/^\(|\)$/g, '')})`
    return [bare(clean(name)), reason].filter(Boolean).join(' ')
  })
  return listed(archive ? [...names, bare(clean(archive))] : names)
}

const listed = (names: string[]): string[] =>
  names.map((name, at) => `- ${name}${at === names.length - 1 ? '.' : ';'}`)

/** A list item as data, however it was written: without its dash and its closing mark. */
const bare = (item: string): string => item.replace(/^\s*[-–—+•]\s*/, '').replace(/[\s;.,]+$/, '')

/** Line breaks were folded to a space when the tree was read: `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH` is two lines. */
const authorityLines = (text: string | null): string[] =>
  text
    ? upper(clean(text))
        .split(/\s+\/\s+|\s+(?=(?:KT|TL|TUQ|TM)\.\s)/)
        .map((line) => line.trim())
        .filter(Boolean)
    : []

const attachedTo = (tree: DocumentTree): string => {
  const issuer = tree.issuer ? ` của ${clean(tree.issuer)}` : ''
  return `(Kèm theo ${documentName(tree.type)} số ${codeOf(tree)} ${longDate(tree.date)}${issuer})`
}
