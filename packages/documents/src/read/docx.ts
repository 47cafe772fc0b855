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
  const header = headerWithMotto(document, entries, part)
  const walk = (mend: Mending): { sheet: Sheet; hasOldFont: boolean } => {
    const sheet = new Sheet()
    const main = new WordWalk(sheet, new Numbering(lists), styles, { mend })
    if (header !== null) walkXml(header, main)
    walkXml(document, main)
    return { sheet, hasOldFont: main.hasOldFont }
  }
  // Nearly every file is done with the first walk: whether it names a font of before Unicode is seen on the way.
  const first = walk(null)
  const isOld = first.hasOldFont || [...styles.values()].some(({ font }) => familyOf(font ?? '') !== null)
  const mend = isOld ? mendingOf(document, styles, new Numbering(lists)) : null
  return (mend === null ? first : walk(mend)).sheet.done()
}

type Mending = ((font: string, text: string) => string) | null

/** The letterhead may stand in the page header. */
const headerWithMotto = (
  document: string,
  entries: Map<string, ZipEntry>,
  part: (name: string) => string | null,
): string | null => {
  const headers = [...entries.keys()].filter((name) => /^word\/header\d*\.xml$/.test(name))
  if (headers.length === 0 || hasMotto(document)) return null
  return (
    headers
      .slice(0, 6)
      .map((name) => part(name) ?? '')
      .find(hasMotto) ?? null
  )
}

/** How old fonts are to be read is told from all of the text in them, so they are heard in a walk of their own. */
const mendingOf = (document: string, styles: Styles, numbering: Numbering): Mending => {
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
