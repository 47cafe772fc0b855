/** What a rule is. Each is an object in a list of `all-rules.ts`; docs/decree-30-rules.md is written from them. */
import type { Box, DocumentTree, Span } from '../document.ts'
import type { Face, Look } from './look.ts'
import type { Parts } from './parts.ts'
import type { TypeFacts } from './types.ts'

/** `error`: a part that must be there is missing or says something wrong; `warning`: form; `info`: worth a look. */
export type Severity = 'error' | 'warning' | 'info'

/** Words in both languages. `{found}` and `{wanted}` are filled with what a finding saw and what should stand there. */
export interface Words {
  vi: string
  en: string
}

/** What the rules look at. */
export interface Paper {
  tree: DocumentTree
  text: string
  /** `text` without tone marks and capitals, of the same length. */
  flat: string
  look: Look
  parts: Parts
  type: TypeFacts
}

/** A change that leaves the meaning alone. Places are those of the text. */
export type Mend =
  | ({ kind: 'words'; to: string } & Span)
  | ({ kind: 'face'; set: Partial<Omit<Face, 'colour'>> & { colour?: string } } & Span)
  | ({ kind: 'paragraph'; set: ParagraphSet } & Span)
  | { kind: 'sheet'; set: SheetSet }
  | { kind: 'numbers'; set: { size?: number; upright?: true; centred?: true; notOnFirst?: true } }

export interface ParagraphSet {
  align?: 'both' | 'center' | 'left'
  /** Millimetres. */
  firstLine?: number
  /** Points. */
  after?: number
  lines?: number
}

/** Millimetres. */
export interface SheetSet {
  a4?: true
  margins?: { top?: number; bottom?: number; left?: number; right?: number }
}

/** What a rule found. */
export interface Found {
  /** Of the words; null where it concerns the whole document, a page, or what is not there. */
  span: Span | null
  found?: string
  wanted?: string
  /** Page of a PDF, or section of a DOCX. */
  page?: number
  mends?: Mend[]
  /** Where a missing part belongs: a field of the tree. */
  field?: string
}

/**
 * Changes to a document of the writer that make a fixture. `words`: the first such words (or those of a field) become others;
 * `face`, `paragraph`, `sheet`: their look. An empty list is the document as it is.
 */
export type Change =
  | { words: string; to: string }
  | { words: string; face: Partial<Face> }
  | { words: string; paragraph: ParagraphSet }
  | { sheet: { width?: number; height?: number; margins?: SheetSet['margins'] } }
  | { xml: string; to: string; part?: string }

export interface Fixture {
  of: 'letter' | 'report' | 'decision' | 'plan'
  changes?: Change[]
}

export interface Rule {
  id: string
  /** Of Decree 30/2020/NĐ-CP. */
  clause: string
  severity: Severity
  /** Whether `--fix` puts it right. */
  fixes: boolean
  /** It rests on nothing that a machine misreads; the others keep silent about scans. */
  scans?: true
  wrong: Words
  mend: Words
  find(paper: Paper): Found[]
  passing: Fixture
  failing: Fixture
}

/** What a check gives back. */
export interface Finding {
  rule: string
  clause: string
  severity: Severity
  wrong: Words
  mend: Words
  place: FindingPlace | null
  /** It can be put right by `fixDocx`. */
  fixable: boolean
  mends: Mend[]
}

export interface FindingPlace extends Partial<Span> {
  /** The words themselves, at most 80 characters. */
  words: string | null
  /** The field of the tree it belongs to, such as `subject` or `body/3`. */
  field: string | null
  /** Of a PDF, from 1; the box is measured as in `Layout`. */
  page: number | null
  box: Box | null
  /** Of a DOCX, from 1. */
  paragraph: number | null
}
