/**
 * A Word 97–2003 file [MS-DOC]: the container's streams, the pieces that the text is kept in, and for each paragraph its
 * cell, alignment, list marker and emphasis, handed on as the lines of a docx are.
 */
import { FontTexts, familyOf } from '../legacy-fonts.ts'
import { type Cell, type Emphasis, type ReadText, Sheet } from '../lines.ts'
import { Numbering } from '../numbering.ts'
import { addParagraph as addLines } from '../paragraph.ts'
import { Bytes } from './bytes.ts'
import { readLists } from './doc-lists.ts'
import { plainStyle, readStyles } from './doc-styles.ts'
import { DocTrouble } from './doc-trouble.ts'
import { readFonts } from './fonts.ts'
import { readStreams } from './ole.ts'
import { finder, readStretches } from './paragraph-runs.ts'
import { type Letter, readLetters } from './pieces-table.ts'
import { applyParagraph, applyRun, type ParagraphLook, type RunLook } from './sprms.ts'
import { TableWalk } from './table-walk.ts'

/** Throws `DocTrouble` or `OleTrouble` for a file that cannot be read. */
export const readDoc = (bytes: Uint8Array): ReadText => {
  const streams = readStreams(bytes, ['WordDocument', '0Table', '1Table'])
  const document = new Bytes(streams.get('WordDocument') ?? new Uint8Array(0))
  if (document.u16(0) !== 0xa5ec) throw new DocTrouble('damaged')
  const flags = document.u16(0x0a)
  if ((flags & 0x0100) !== 0) throw new DocTrouble('encrypted')
  const table = new Bytes(streams.get((flags & 0x0200) !== 0 ? '1Table' : '0Table') ?? new Uint8Array(0))
  /** Place and length of a structure in the table stream, by its place in the file's head [MS-DOC 2.5.6]. */
  const structure = (index: number) => ({
    at: document.u32(0x9a + index * 8),
    length: document.u32(0x9a + index * 8 + 4),
  })
  const bytesOf = (index: number) => table.slice(structure(index).at, structure(index).length)

  const letters = () => readLetters(document, bytesOf(33), document.u32(0x4c))
  const styleOf = readStyles(bytesOf(1))
  const paragraphAt = finder(readStretches(document, bytesOf(13), 'paragraph'))
  const runAt = finder(readStretches(document, bytesOf(12), 'run'))
  const numbering = new Numbering(readLists(table, structure(73), structure(74)))
  const fonts = readFonts(bytesOf(15))
  const mend = fonts.some((font) => familyOf(font) !== null)
    ? mendingOf(letters(), (letter) => fontOf(letter, fonts, runAt))
    : null
  const tables = new TableWalk()
  const sheet = new Sheet()

  let open: OpenParagraph = emptyParagraph()
  let fieldDepth = 0
  let inCode = 0

  const end = (letter: Letter, mark: 'paragraph' | 'cell') => {
    const stretch = paragraphAt(letter.at)
    const style = stretch ? styleOf(stretch.style) : plainStyle()
    const look: ParagraphLook = { ...style.paragraph }
    if (stretch) applyParagraph(look, stretch.sprms)
    const { cell, isRowEnd } = tables.step(look, mark)
    if (!isRowEnd) addParagraph(sheet, mend ? mended(open, mend) : open, look, cell, numbering)
    open = emptyParagraph()
  }

  for (const letter of letters()) {
    switch (letter.code) {
      case 0x13:
        fieldDepth++
        inCode = fieldDepth
        continue
      case 0x14:
        if (inCode === fieldDepth) inCode = 0
        continue
      case 0x15:
        if (inCode === fieldDepth) inCode = 0
        fieldDepth = Math.max(0, fieldDepth - 1)
        continue
    }
    if (inCode > 0 && letter.code !== 0x0d && letter.code !== 0x07) continue
    if (letter.code === 0x0d || letter.code === 0x0c) end(letter, 'paragraph')
    else if (letter.code === 0x07) end(letter, 'cell')
    else {
      const words = wordsOf(letter.code)
      if (words === '') continue
      const stretch = runAt(letter.at)
      const style = styleOf(paragraphAt(letter.at)?.style ?? 0).run
      const look: RunLook = { ...style }
      if (stretch) applyRun(look, stretch.sprms, style)
      if (look.gone) continue
      write(open, words, look, mend ? (fonts[look.font ?? -1] ?? '') : '')
    }
  }
  if (open.text.trim() !== '')
    addParagraph(sheet, mend ? mended(open, mend) : open, plainStyle().paragraph, null, numbering)
  return sheet.done()
}

interface OpenParagraph {
  text: string
  emphasis: Emphasis[]
  /** Where the font changes, when some font is an old one. */
  fonts: { start: number; font: string }[]
}
const emptyParagraph = (): OpenParagraph => ({ text: '', emphasis: [], fonts: [] })

/** Signs that stand for something else [MS-DOC 2.4.1]. */
const wordsOf = (code: number): string => {
  if (code === 0x09) return '\t'
  if (code === 0x0b || code === 0x0e) return '\n'
  if (code === 0x1e) return '-'
  if (code === 0x1f || code < 0x20) return ''
  return String.fromCharCode(code)
}

const write = (open: OpenParagraph, words: string, look: RunLook, font: string): void => {
  const start = open.text.length
  open.text += words
  if (font !== '' && open.fonts.at(-1)?.font !== font) open.fonts.push({ start, font })
  const last = open.emphasis.at(-1)
  if (last && last.end === start && last.bold === look.bold && last.italic === look.italic)
    last.end = start + words.length
  else if (look.bold || look.italic)
    open.emphasis.push({ start, end: start + words.length, bold: look.bold, italic: look.italic })
}

const fontOf = (letter: Letter, fonts: string[], runAt: ReturnType<typeof finder>): string => {
  const look: RunLook = { bold: false, italic: false, gone: false, font: null }
  const stretch = runAt(letter.at)
  if (stretch) applyRun(look, stretch.sprms, look)
  return fonts[look.font ?? -1] ?? ''
}

/** How old fonts are to be read, told from all of the text in them. */
const mendingOf = (letters: Iterable<Letter>, fontAt: (letter: Letter) => string) => {
  const heard = new FontTexts()
  let font = ''
  let words = ''
  for (const letter of letters) {
    const own = fontAt(letter)
    if (own !== font || words.length > 200) {
      heard.hear(font, words)
      font = own
      words = ''
    }
    words += letter.code < 0x20 ? ' ' : String.fromCharCode(letter.code)
  }
  heard.hear(font, words)
  return heard.reader()
}

/** A letter may become shorter by this, so emphasis, which goes by places, is given up. */
const mended = (open: OpenParagraph, mend: (font: string, text: string) => string): OpenParagraph => {
  const text = open.fonts
    .map(({ start, font }, index) => mend(font, open.text.slice(start, open.fonts[index + 1]?.start)))
    .join('')
  const head = open.text.slice(0, open.fonts[0]?.start ?? open.text.length)
  return head + text === open.text ? open : { text: head + text, emphasis: [], fonts: [] }
}

const addParagraph = (
  sheet: Sheet,
  open: OpenParagraph,
  look: ParagraphLook,
  cell: Cell | null,
  numbering: Numbering,
): void => {
  const marker = look.list > 0 && open.text.trim() !== '' ? numbering.next(String(look.list), look.depth) : ''
  addLines(sheet, { text: open.text, emphasis: open.emphasis, marker, centred: look.centred, cell })
}
