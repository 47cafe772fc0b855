/** A docx file: its parts unzipped, one walk over the body, each paragraph a line with its marker, cell and emphasis. */

import { FontTexts, familyOf } from './legacy-fonts.ts'
import type { ReadText } from './lines.ts'
import { Sheet } from './lines.ts'
import { Numbering, readNumbering } from './numbering.ts'
import { paragraphStyles, type Styles } from './styles.ts'
import { WordWalk } from './word-walk.ts'
import { walkXml } from './xml.ts'
import { inflatePart, type ZipEntry } from './zip.ts'

const decoder = new TextDecoder()

/** Throws `ZipTrouble` or `XmlTrouble` for a file that cannot be read. */
export const readDocx = (bytes: Uint8Array, entries: Map<string, ZipEntry>): ReadText => {
  const part = (name: string): string | null => {
    const entry = entries.get(name)
    return entry === undefined ? null : decoder.decode(inflatePart(bytes, entry))
  }
  const document = part('word/document.xml') ?? ''
  const styles: Styles = paragraphStyles(part('word/styles.xml'))
  const lists = readNumbering(part('word/numbering.xml'))
  const numbering = new Numbering(lists)
  const mend = mendingOf(document, styles, new Numbering(lists))
  const sheet = new Sheet()
  const main = new WordWalk(new Sheet(), numbering, styles, { mend })
  const headers = [...entries.keys()].filter((name) => /^word\/header\d*\.xml$/.test(name))
  if (headers.length > 0 && !hasMotto(document)) {
    // The letterhead may stand in the page header.
    const header = headers
      .slice(0, 6)
      .map((name) => part(name) ?? '')
      .find(hasMotto)
    if (header !== undefined) walkXml(header, new WordWalk(sheet, numbering, styles, { mend }))
  }
  main.sheet = sheet
  walkXml(document, main)
  return sheet.done()
}

/** A walk of its own where some font may be an old one: how it is to be read is told from all of the text in it. */
const mendingOf = (document: string, styles: Styles, numbering: Numbering) => {
  const names = [...styles.values()].map(({ font }) => font ?? '')
  // Plain searches: a pattern over the whole document would cost a tenth of its reading.
  const isNamed = ['.Vn', '.VN', 'VNI', 'VPS'].some((start) => document.includes(`="${start}`))
  if (!isNamed && !names.some((name) => familyOf(name) !== null)) return null
  const heard = new FontTexts()
  walkXml(document, new WordWalk(new Sheet(), numbering, styles, { heard }))
  return heard.reader()
}

/** Whether a part opens with the motto's first line, in whatever pieces. */
const hasMotto = (xml: string): boolean => {
  let text = ''
  for (let at = 0; at >= 0 && at < 60_000 && text.length < 600; ) {
    const tag = xml.indexOf('<', at)
    text += xml.slice(at, tag < 0 ? undefined : tag)
    const end = tag < 0 ? -1 : xml.indexOf('>', tag)
    at = end < 0 ? -1 : end + 1
  }
  return /VI.{0,3}T NAM/iu.test(text)
}
