/**
 * PDF/A-2a (ISO 19005-2, level A): for keeping, with a structure that can be read out, fonts inside, nothing from outside. Decree
 * 30/2020/NĐ-CP wants documents kept whole for as long as their file lives.
 */
import type { CompileDocArgs, NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

export interface Dated {
  /** In seconds since 1970. */
  createdAt?: number | undefined
  /** `YYYY-MM-DD` or less of it. */
  date?: string | null
}

/**
 * The standard asks for a date of creation. Where the caller gives none, it is the day that stands on the document, as far as it is
 * known, so that the same document gives the same bytes; where nothing is known, the first day that a zip can name, as in our DOCX.
 *
 * It forbids a letter that the fonts lack, which is printed as an empty box (an emoji, another script): such a document is still
 * written, tagged and with its fonts, but as PDF 1.7 that claims no standard.
 */
export const archived = (
  compiler: NodeCompiler,
  document: NodeTypstDocument | CompileDocArgs,
  { createdAt, date }: Dated,
): Uint8Array => {
  const creationTimestamp = createdAt ?? dayOf(date) ?? Date.UTC(1980, 0, 1) / 1000
  try {
    return compiler.pdf(document, { creationTimestamp, pdfStandard: 'a-2a' })
  } catch {
    return compiler.pdf(document, { creationTimestamp })
  }
}

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` in seconds since 1970. */
const dayOf = (date: string | null | undefined): number | null => {
  if (!/^\d{4}(-\d\d){0,2}$/.test(date ?? '')) return null
  const milliseconds = Date.parse(date ?? '')
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000
}
