/** A docx file: its parts unzipped, one walk over the body, each paragraph a line with its marker, cell and emphasis. */
import type { ReadText } from './lines.ts'
import { Sheet } from './lines.ts'
import { Numbering } from './numbering.ts'
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
  const numbering = new Numbering(part('word/numbering.xml'))
  const sheet = new Sheet()
  const main = new WordWalk(new Sheet(), numbering, styles)
  // A letterhead may stand in the page header.
  if (
    !/VI.T NAM/iu.test(
      document
        .slice(0, 60_000)
        .replace(/<[^>]*>/g, '')
        .slice(0, 600),
    )
  ) {
    for (const name of entries.keys()) {
      if (!/^word\/header\d*\.xml$/.test(name)) continue
      const header = part(name) ?? ''
      if (/<\w+:t[ >]/.test(header) && /VI.{0,3}T NAM/iu.test(header.replace(/<[^>]*>/g, ''))) {
        walkXml(header, new WordWalk(sheet, numbering, styles))
        break
      }
    }
  }
  main.sheet = sheet
  walkXml(document, main)
  return sheet.done()
}
