import type { Annex, DocumentTree } from '../document.ts'
import { type PrintedBlock, printedBlocks } from './blocks.ts'
import { clean } from './characters.ts'
import { longDate, placeAndDate } from './dates.ts'
import { type Heading, heading } from './lines.ts'
import { capitalised, documentName, isMinutes, typeTitle, upper } from './names.ts'
import { cornerOf, type PrintedCopy, printedCopy } from './printed-copy.ts'
import { type PrintedFoot, printedFoot } from './printed-foot.ts'
import {
  addresseesOf,
  codeOf,
  headOf,
  type PrintedAddressees,
  type PrintedHead,
  subjectOf,
  titleFace,
} from './printed-head.ts'

/**
 * What stands on the paper, box by box, with every word in its final form. The PDF and the DOCX writer both print
 * this and decide nothing but where it goes.
 */
export interface Printed {
  /** At the head of every page. */
  mark: string | null
  /** Ô 11, boxed over the head of page 1. */
  circulation: string | null
  /** Ô 14, in the right corner over the head of page 1. */
  corner: string | null
  head: PrintedHead
  /** Tên loại and trích yếu of a named type. */
  title: { type: string | null; subject: Heading | null } | null
  addressees: PrintedAddressees | null
  body: PrintedBlock[]
  /** Null for a form that nobody signs. */
  foot: PrintedFoot | null
  /** Below a rule as wide as the page, on the same sheet. */
  copy: PrintedCopy | null
  annexes: PrintedAnnex[]
  /** Ô 13, below a rule at the foot of page 1. */
  contact: string | null
  /** In the left margin of page 1: what a machine reads. */
  qr: PrintedQr | null
  /** The date as in the tree: `YYYY-MM-DD` or less. */
  properties: { title: string; author: string | null; date: string | null }
}

export interface PrintedQr {
  svg: string
  /** What it holds, for whoever has the page read out. */
  words: string
}

export interface PrintedAnnex {
  /** Of a text that is promulgated: it stands like a document of its own. */
  head: PrintedHead | null
  /** `Phụ lục I`, or the tên loại of a promulgated text. */
  heading: string
  title: Heading
  /** `(Kèm theo Kế hoạch số … ngày … của …)` */
  attachedTo: Heading
  landscape: boolean
  blocks: PrintedBlock[]
  foot: PrintedFoot | null
}

export const printed = (tree: DocumentTree): Printed => {
  const subject = tree.subject && clean(tree.subject)
  const named = tree.type !== 'cong-van'
  const title = typeTitle(tree.type, tree.typeName)
  const dateless = isMinutes(tree) && !tree.place && !tree.date
  return {
    mark: wordsOf(tree.mark),
    circulation: wordsOf(tree.circulation, upper),
    corner: cornerOf(tree.copy),
    head: {
      ...headOf(tree),
      code: `Số: ${codeOf(tree)}`,
      placeAndDate: dateless ? null : placeAndDate(tree.place && clean(tree.place), tree.date),
      subject: named || !subject ? null : subjectOf(subject),
      urgency: tree.urgency ?? null,
    },
    title: named ? { type: title, subject: subject ? heading(capitalised(subject), titleFace) : null } : null,
    addressees: addresseesOf(tree),
    body: printedBlocks(tree.body, { closed: true }),
    foot: printedFoot(tree),
    copy: printedCopy(tree.copy),
    annexes: tree.annexes.map((annex) => printedAnnex(tree, annex)),
    contact: wordsOf(tree.contact),
    qr: null,
    properties: {
      title: [named ? title : 'Công văn', subject].filter(Boolean).join(' '),
      author: wordsOf(tree.issuer),
      date: tree.date,
    },
  }
}

const printedAnnex = (tree: DocumentTree, annex: Annex): PrintedAnnex => {
  const face = { size: 14, within: annex.landscape ? 640 : 420 }
  const own = annex.typeName ? upper(clean(annex.typeName)) : null
  const title = clean(annex.title)
  return {
    head: own ? headOf(tree) : null,
    heading: own ?? (annex.number ? `Phụ lục ${clean(annex.number)}` : 'Phụ lục'),
    title: heading(own ? capitalised(title) : upper(title), { ...face, bold: true }),
    attachedTo: heading(attachedTo(tree, own ? 'Ban hành kèm theo' : 'Kèm theo'), face),
    landscape: annex.landscape,
    blocks: printedBlocks(annex.blocks, { closed: own !== null }),
    foot: own ? printedFoot({ ...tree, recipients: [], archive: null, typist: null }) : null,
  }
}

const wordsOf = (
  text: string | null | undefined,
  form: (words: string) => string = (words) => words,
): string | null => (text ? form(clean(text)) : null)

/** Of electronic documents number and day are left open: the signature on the annex says them (Appendix I, part II). */
const attachedTo = (tree: DocumentTree, words: string): string => {
  const issuer = tree.issuer ? ` của ${clean(tree.issuer)}` : ''
  const { code, date } = tree.electronic
    ? { code: codeOf({ ...tree, number: null, code: null }), date: null }
    : { code: codeOf(tree), date: tree.date }
  return `(${words} ${documentName(tree.type, tree.typeName)} số ${code} ${longDate(date)}${issuer})`
}
