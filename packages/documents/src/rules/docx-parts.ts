/** A DOCX opened for looking and for changing: its parts as text, with the limits of the reader. */

import { attribute } from '../read/xml.ts'
import { inflatePart, type ZipEntry, zipEntries } from '../read/zip.ts'
import { deterministicZip } from '../write/zip.ts'

/** A larger main part is read for its words only. */
const partLimit = 12 * 1024 * 1024

export interface DocxParts {
  document: string
  styles: string | null
  theme: string | null
  /** Headers and footers by their relation. */
  margins: Map<string, { name: string; xml: string }>
}

/** Null for what is no DOCX or too large. @throws ZipTrouble */
export const openDocx = (bytes: Uint8Array): DocxParts | null => {
  const entries = zipEntries(bytes)
  const main = entries?.get('word/document.xml')
  if (!entries || main === undefined || main.size > partLimit) return null
  const part = (name: string): string | null => textOf(bytes, entries.get(name))
  const margins = new Map<string, { name: string; xml: string }>()
  const relations = part('word/_rels/document.xml.rels') ?? ''
  for (const [, attributes = ''] of relations.matchAll(/<Relationship\s([^>]*)>/g)) {
    const target = `word/${(attribute(attributes, 'Target') ?? '').replace(/^\/?(?:word\/)?/, '')}`
    const xml = /\/(?:header|footer)$/.test(attribute(attributes, 'Type') ?? '') ? part(target) : null
    if (xml !== null) margins.set(attribute(attributes, 'Id') ?? '', { name: target, xml })
  }
  return {
    document: part('word/document.xml') ?? '',
    styles: part('word/styles.xml'),
    theme: part('word/theme/theme1.xml'),
    margins,
  }
}

const textOf = (bytes: Uint8Array, entry: ZipEntry | undefined): string | null =>
  entry === undefined || entry.size > partLimit ? null : new TextDecoder().decode(inflatePart(bytes, entry))

/** The same file with some parts changed; the others keep their bytes and their order. */
export const withParts = (bytes: Uint8Array, changed: Record<string, string>): Uint8Array => {
  const parts: Record<string, Uint8Array | string> = {}
  for (const [name, entry] of zipEntries(bytes) ?? [])
    if (!name.endsWith('/')) parts[name] = changed[name] ?? inflatePart(bytes, entry)
  return deterministicZip(parts)
}
