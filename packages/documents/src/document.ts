/**
 * The document tree: one administrative document as plain data.
 *
 * A reader makes it from bytes, the rules check it, the plan is drawn from it, a writer lays it out by Decree
 * 30/2020/NĐ-CP (Appendix I). Field names follow the decree's boxes ("ô số"); strings are kept as printed, in
 * Unicode NFC, with line breaks folded to one space.
 */

/** The types a dispatch can have; `khac` is everything outside the list. */
export const documentTypes = [
  'cong-van',
  'ke-hoach',
  'huong-dan',
  'thong-bao',
  'bao-cao',
  'chi-thi',
  'quyet-dinh',
  'to-trinh',
  'giay-moi',
  'cong-dien',
  'khac',
] as const
export type DocumentType = (typeof documentTypes)[number]

/** Types that only a cited document can have. */
export type ReferenceType = DocumentType | 'luat' | 'nghi-quyet' | 'nghi-dinh' | 'thong-tu'

/** A place in `DocumentTree.text`, in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  start: number
  end: number
}

/** The words a value came from, and how sure the reader is of it: 0 (a guess) to 1 (as printed). */
export interface Source extends Span {
  text: string
  confidence: number
}

export interface Reference {
  type: ReferenceType | null
  code: string
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as much as is printed. */
  date: string | null
  issuer: string | null
}

export interface DueDate {
  /** `YYYY-MM-DD` or `YYYY-MM`; null for a recurring one. */
  date: string | null
  phrase: string
}

export interface Recipient {
  name: string
  purpose: string | null
}

export interface Section {
  number: string
  title: string
}

/** Forms of public information named in the text, finer than the ten forms of a plan. */
export type Channel =
  | 'visual'
  | 'mobile-loudspeaker'
  | 'website'
  | 'led'
  | 'mass-media'
  | 'grassroots-radio'
  | 'performance'
  | 'mobile-film'
  | 'exhibition'
  | 'contest'
  | 'social-media'
  | 'meeting'
  | 'document'
  | 'other'

export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  /** Where a reader of the file is led: a path of the Loa that wrote it, such as `/campaigns/3?figure=visual-banner`. */
  link?: string
}

/** What a paragraph is in the body (ô 6). Markers such as `1.`, `a)`, `-`, `+` are kept apart from the words. */
export type ParagraphRole = 'basis' | 'part' | 'section' | 'clause' | 'point' | 'dash' | 'plus' | 'text'

export interface Paragraph extends Span {
  kind: 'paragraph'
  role: ParagraphRole
  marker: string | null
  runs: Run[]
}

export interface TableColumn {
  title: string
  align: 'left' | 'center' | 'right'
  /** Share of the table's width; all columns together are 1. */
  width: number
}

export interface Table extends Span {
  kind: 'table'
  columns: TableColumn[]
  rows: string[][]
  /** Printed in bold as the last row. */
  total: string[] | null
  /** Where each cell leads, as `Run.link`; for the last row `totalLinks`. */
  links?: (string | null)[][]
  totalLinks?: (string | null)[]
}

/** Bars lying, drawn by whoever lays the page out. Everything in it stands in a table of the same document too. */
export interface Chart extends Span {
  kind: 'chart'
  title: string
  /** One counting unit for the whole chart, or `%`. */
  unit: string
  categories: string[]
  /** Each with one value a category; null where there is none, which is not 0. */
  series: { name: string; look: 'plan' | 'proved' | 'claimed' | 'doubted'; values: (number | null)[] }[]
  /** The series of a category lie in one bar. */
  stacked: boolean
}

export type Block = Paragraph | Table | Chart

/** "Phụ lục": starts a new page and numbers its pages from 1. */
export interface Annex {
  /** `I`, `II` …; null when there is only one. */
  number: string | null
  title: string
  landscape: boolean
  blocks: Block[]
  /**
   * Tên loại of a text that the document promulgates, such as `QUY CHẾ` (Appendix III, template 1.3): instead of "Phụ lục" it has
   * the head of the issuing body, and is signed like the document itself.
   */
  typeName?: string | null
}

/** Ô 10b, highest last. */
export const urgencies = ['khan', 'thuong-khan', 'hoa-toc'] as const
export type Urgency = (typeof urgencies)[number]

/** Bản sao of this document (Decree 30, Articles 25 to 27; Appendix III, templates 3.1 and 3.2). */
export interface Copy {
  kind: 'sao-y' | 'sao-luc' | 'trich-sao'
  parentIssuer: string | null
  issuer: string
  /**
   * When the copying body signed an electronic copy, as ISO 8601 with its time zone: a line in the corner of page 1 (ô 14) takes the
   * place of the block below the document, and nothing below is printed. Null for a copy on paper.
   */
  signedAt: string | null
  number: string | null
  /** `SY-SVHTTDL`. */
  symbol: string | null
  place: string | null
  date: string | null
  recipients: Recipient[]
  archive: string | null
  signingAuthority: string | null
  signerTitle: string | null
  signerName: string | null
}

/** A remark of the reader, the writer or the rules. Words for people are made from `code` by whoever shows it. */
export interface Message {
  level: 'error' | 'warning' | 'info'
  /** A word code, such as `number.missing` or `file.encrypted`. */
  code: string
  /** One plain Vietnamese sentence for places without a word list (command line, summary.json). */
  text: string
  /** Where: a span of the text, or a page or part of the file. */
  place: (Partial<Span> & { page?: number; part?: string }) | null
}

export interface DocumentTree {
  type: DocumentType
  /** ô 2: issuing body, and the body above it if printed. */
  issuer: string | null
  parentIssuer: string | null
  /** ô 3: `1911` and `BVHTTDL-VHCS` of `1911/BVHTTDL-VHCS`. */
  number: string | null
  symbol: string | null
  /** Both together as printed. */
  code: string | null
  /** ô 4. */
  place: string | null
  date: string | null
  /** ô 5: trích yếu without `V/v`. */
  subject: string | null
  /** ô 9a. */
  addressees: string[]
  references: Reference[]
  dueDates: DueDate[]
  /** ô 9b, without the archive line. */
  recipients: Recipient[]
  /** The `Lưu` line as printed. */
  archive: string | null
  /** ô 7a: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`; 7b: the name. */
  signingAuthority: string | null
  signerTitle: string | null
  signerName: string | null
  sections: Section[]
  channels: Channel[]
  /** ô 6 in reading order, without head and foot. */
  body: Block[]
  annexes: Annex[]
  /** The whole text as read; every span points into it. Empty for a document that Loa drafts. */
  text: string
  /** Where each value came from, by path: `issuer`, `addressees/0`, `references/1`, `sections/0` … */
  sources: Record<string, Source>
  /** A line printed over the head of every page, such as "MÔ PHỎNG" on simulated documents; null normally. */
  mark: string | null

  // What few documents have; left out or null where it is not there.

  /** Ô 5a as printed, where `type` is `khac`: `NGHỊ QUYẾT`, `CHƯƠNG TRÌNH`. The names of the decree: `namedTypes`. */
  typeName?: string | null
  /** Ô 10b. */
  urgency?: Urgency | null
  /** Ô 11: `LƯU HÀNH NỘI BỘ`, `XEM XONG TRẢ LẠI`. */
  circulation?: string | null
  /** Ô 12: who drafted it and how many copies, `PL.(300)`. */
  typist?: string | null
  /** Ô 13: address, e-mail, telephone of the body, at the foot of page 1. */
  contact?: string | null
  /** Who signs beside the signer: the secretary of minutes (template 1.9). */
  secondSigner?: { title: string; name: string | null } | null
  /** Who has to confirm below the signature, such as the body at the place of leave (template 1.10). */
  confirmation?: string | null
  /** Of a document whose annexes are signed with it as files: "(Kèm theo …)" bears no number and no day (Appendix I, part II). */
  electronic?: boolean
  copy?: Copy | null
}

/**
 * A rectangle on a page, `[x, y, width, height]`, measured from the top left corner of the page as a person holds it
 * (turned upright), in the unit of its `PageSize`.
 */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** Points (1/72 inch) for a PDF, pixels for a picture. */
export interface PageSize {
  width: number
  height: number
}

/** Where a stretch of the text stands: a line, or the part of it in one column. Pages count from 1. */
export interface Place extends Span {
  page: number
  box: Box
}

/** The text on its pages, in the order of the text. `boxesOf` finds the boxes of a span. */
export interface Layout {
  pages: PageSize[]
  places: Place[]
}

/** What a reader gives back. It never throws for what a file says: `tree` is null only when nothing could be read. */
export interface ReadResult {
  tree: DocumentTree | null
  messages: Message[]
  /** Beside the tree, not in it: it is needed only where a page is shown. Null for files without pages (txt, docx, doc). */
  layout: Layout | null
}

/** A tree with nothing in it, to be filled by a reader or a draft. */
export const emptyTree = (): DocumentTree => ({
  type: 'khac',
  issuer: null,
  parentIssuer: null,
  number: null,
  symbol: null,
  code: null,
  place: null,
  date: null,
  subject: null,
  addressees: [],
  references: [],
  dueDates: [],
  recipients: [],
  archive: null,
  signingAuthority: null,
  signerTitle: null,
  signerName: null,
  sections: [],
  channels: [],
  body: [],
  annexes: [],
  text: '',
  sources: {},
  mark: null,
})
