/** A document as the exchange tells it (edXML) ↔ the tree as Loa keeps it. Pure. */
import type { DocumentTree } from '@loa/documents'
import { emptyTree } from '@loa/documents'
import { type Edoc, organOf } from '@loa/edxml'

const types: readonly [RegExp, DocumentTree['type'], name: string][] = [
  [/^công văn/i, 'cong-van', 'Công văn'],
  [/^kế hoạch/i, 'ke-hoach', 'Kế hoạch'],
  [/^hướng dẫn/i, 'huong-dan', 'Hướng dẫn'],
  [/^thông báo/i, 'thong-bao', 'Thông báo'],
  [/^báo cáo/i, 'bao-cao', 'Báo cáo'],
  [/^chỉ thị/i, 'chi-thi', 'Chỉ thị'],
  [/^quyết định/i, 'quyet-dinh', 'Quyết định'],
  [/^tờ trình/i, 'to-trinh', 'Tờ trình'],
  [/^giấy mời/i, 'giay-moi', 'Giấy mời'],
  [/^công điện/i, 'cong-dien', 'Công điện'],
]
/** Numbers of the types as Amendment 1:2022 of QCVN 102 lists them, as far as they were seen; the name is what counts. */
const typeNumbers: Partial<Record<DocumentTree['type'], number>> = {
  'quyet-dinh': 2,
  'chi-thi': 3,
  'thong-bao': 7,
  'huong-dan': 8,
  'cong-van': 18,
  'cong-dien': 19,
  'giay-moi': 25,
}

/**
 * What the header says, where the file itself left something open: its own words come first, as a person can see where they
 * stand on the page.
 */
export const withHeader = (read: DocumentTree | null, edoc: Edoc): DocumentTree => {
  const tree = read ?? emptyTree()
  const { number, notation } = edoc.code
  const code = number && notation ? `${number}/${notation}` : (number ?? notation)
  return {
    ...tree,
    type: read && read.type !== 'khac' ? read.type : typeOf(edoc.documentType.name),
    issuer: tree.issuer ?? edoc.from.name,
    number: tree.number ?? number,
    symbol: tree.symbol ?? notation,
    code: tree.number ? tree.code : (code ?? tree.code),
    place: tree.place ?? edoc.promulgation.place,
    date: tree.date ?? edoc.promulgation.date,
    subject: tree.subject ?? edoc.subject,
    signingAuthority: tree.signingAuthority ?? edoc.signer.competence,
    signerTitle: tree.signerTitle ?? edoc.signer.position,
    signerName: tree.signerName ?? edoc.signer.fullName,
    dueDates:
      tree.dueDates.length === 0 && edoc.dueDate
        ? [{ date: edoc.dueDate, phrase: edoc.dueDate }]
        : tree.dueDates,
  }
}

const typeOf = (name: string | null): DocumentTree['type'] =>
  types.find(([pattern]) => pattern.test(name ?? ''))?.[1] ?? 'khac'

export interface Addressing {
  from: { organId: string; name: string }
  to: { organId: string; name: string }
  documentId: string
  at: string
}

/** An issued dispatch as a package header; the attachments and what is to be done with it are added by whoever packs it. */
export const headerOf = (
  tree: DocumentTree,
  { from, to, documentId, at }: Addressing,
): Omit<Edoc, 'business' | 'attachments'> => ({
  kind: 'edoc',
  from: organOf(from.organId, from.name),
  to: [organOf(to.organId, to.name)],
  code: { number: tree.number, notation: tree.symbol },
  promulgation: { place: tree.place, date: wholeDay(tree.date) },
  documentType: {
    type: typeNumbers[tree.type] ?? null,
    detail: 0,
    name: types.find(([, type]) => type === tree.type)?.[2] ?? null,
  },
  subject: (tree.subject ?? tree.code ?? 'Văn bản').slice(0, 500),
  content: null,
  signer: { competence: tree.signingAuthority, position: tree.signerTitle, fullName: tree.signerName },
  dueDate: wholeDay(tree.dueDates.map(({ date }) => date).find((date) => date !== null) ?? null),
  // "Nơi nhận": they keep it or know of it; only the addressees act (QCVN 102, ToPlaces).
  toPlaces: tree.recipients.map(({ name }) => name),
  priority: tree.type === 'cong-dien' ? 1 : 0,
  sphere: null,
  typist: null,
  copies: null,
  pages: null,
  direction: null,
  appendixes: tree.annexes.map(({ title }) => title),
  responseFor: tree.references
    .slice(0, 20)
    .map(({ code, date }) => ({ organId: null, code, date: wholeDay(date), documentId: null })),
  // An order to units below, or the report on one.
  steeringType: tree.type === 'bao-cao' ? 3 : 2,
  documentId,
  trace: [{ organId: from.organId, at }],
})

/** What the wire can hold: a day that was read in part is none. */
export const wholeDay = (date: string | null): string | null =>
  date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null
