/**
 * What the tags of a WordprocessingML part mean for reading: paragraphs, runs, tabs and breaks, tables cell by cell, list
 * markers. Deleted text (tracked changes), field codes, footnotes and fallback drawings are not part of the page.
 */

import { type FontTexts, familyOf } from './legacy-fonts.ts'
import type { Cell, Emphasis, Sheet } from './lines.ts'
import type { Numbering } from './numbering.ts'
import { addParagraph } from './paragraph.ts'
import { fontOf, isOn, type Styles } from './styles.ts'
import { attribute, unescapeXml, type XmlHandler } from './xml.ts'

interface OpenParagraph {
  text: string
  emphasis: Emphasis[]
  centred: boolean
  bold: boolean
  italic: boolean
  list: string | null
  depth: number
  /** Bold and italic of the run being read. */
  runBold: boolean
  runItalic: boolean
  /** Fonts of the paragraph's style and of the run. */
  font: string
  runFont: string
  inRunProperties: boolean
  inRun: boolean
}

interface OpenTable {
  id: number
  row: number
  column: number
}

/** Elements that are no part of the page. */
export const skipped: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'footnote',
  'endnote',
  'comment',
  'rPrChange',
  'pPrChange',
  'delText',
])

export class WordWalk implements XmlHandler {
  sheet: Sheet
  readonly #numbering: Numbering
  readonly #styles: Styles
  readonly #paragraphs: OpenParagraph[] = []
  readonly #tables: OpenTable[] = []
  #tableCount = 0
  #skip = 0
  #inText = false
  #inStop = 0
  /** A run names a font from before Unicode. */
  hasOldFont = false

  /** Of a first walk: hears what stands in which font. Of the second: how old fonts are read. */
  readonly #heard: FontTexts | null
  readonly #mend: ((font: string, text: string) => string) | null

  constructor(
    sheet: Sheet,
    numbering: Numbering,
    styles: Styles,
    {
      heard = null,
      mend = null,
    }: { heard?: FontTexts | null; mend?: ((font: string, text: string) => string) | null } = {},
  ) {
    this.#heard = heard
    this.#mend = mend
    this.sheet = sheet
    this.#numbering = numbering
    this.#styles = styles
  }

  open(name: string, attributes: string): void {
    if (this.#skip > 0 || skipped.has(name)) {
      // Old drawings hold text boxes only as a second copy of what stands elsewhere.
      this.#skip++
      return
    }
    const paragraph = this.#paragraphs.at(-1)
    switch (name) {
      case 'p':
        this.#paragraphs.push(emptyParagraph())
        return
      case 't':
        this.#inText = true
        return
      case 'tab':
        if (this.#inStop === 0 && paragraph?.inRun) paragraph.text += '\t'
        return
      case 'tabs':
        this.#inStop++
        return
      case 'br':
      case 'cr':
        if (paragraph !== undefined) paragraph.text += '\n'
        return
      case 'noBreakHyphen':
        if (paragraph !== undefined) paragraph.text += '-'
        return
      case 'tbl':
        this.#tables.push({ id: this.#tableCount++, row: -1, column: -1 })
        return
      case 'tr':
        this.#step((table) => {
          table.row++
          table.column = -1
        })
        return
      case 'tc':
        this.#step((table) => {
          table.column++
        })
        return
    }
    if (paragraph !== undefined) this.#property(name, attributes, paragraph)
  }

  close(name: string): void {
    if (this.#skip > 0) {
      this.#skip--
      return
    }
    if (name === 't') this.#inText = false
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tbl') this.#tables.pop()
    else if (name === 'tabs') this.#inStop--
    else if (name === 'rPr' || name === 'r') {
      const paragraph = this.#paragraphs.at(-1)
      if (paragraph === undefined) return
      paragraph.inRunProperties = false
      if (name === 'r') paragraph.inRun = false
    }
  }

  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!this.#inText || this.#skip > 0 || paragraph === undefined) return
    const raw = unescapeXml(text)
    this.#heard?.hear(paragraph.runFont, raw)
    const words = (this.#mend ? this.#mend(paragraph.runFont, raw) : raw).normalize('NFC')
    const start = paragraph.text.length
    paragraph.text += words
    if (paragraph.runBold || paragraph.runItalic) {
      paragraph.emphasis.push({
        start,
        end: paragraph.text.length,
        bold: paragraph.runBold,
        italic: paragraph.runItalic,
      })
    }
  }

  #step(change: (table: OpenTable) => void): void {
    const table = this.#tables.at(-1)
    if (table !== undefined) change(table)
  }

  #property(name: string, attributes: string, paragraph: OpenParagraph): void {
    switch (name) {
      case 'pStyle': {
        const style = this.#styles.get(attribute(attributes, 'val') ?? '')
        if (style === undefined) return
        paragraph.centred = style.centred
        paragraph.bold = style.bold
        paragraph.italic = style.italic
        paragraph.list = style.list
        paragraph.depth = style.depth
        paragraph.font = style.font ?? ''
        return
      }
      case 'jc':
        paragraph.centred = attribute(attributes, 'val') === 'center'
        return
      case 'numId':
        paragraph.list = attribute(attributes, 'val')
        return
      case 'ilvl':
        paragraph.depth = Number(attribute(attributes, 'val') ?? 0)
        return
      case 'r':
        paragraph.inRun = true
        paragraph.runBold = paragraph.bold
        paragraph.runItalic = paragraph.italic
        paragraph.runFont = paragraph.font
        return
      case 'rPr':
        paragraph.inRunProperties = paragraph.inRun
        return
      case 'rFonts':
        if (paragraph.inRunProperties) this.#setFont(fontOf(attributes), paragraph)
        return
      case 'b':
        if (paragraph.inRunProperties) paragraph.runBold = isOn(attributes)
        return
      case 'i':
        if (paragraph.inRunProperties) paragraph.runItalic = isOn(attributes)
        return
    }
  }

  #setFont(font: string | null, paragraph: OpenParagraph): void {
    if (font === null || font === paragraph.runFont) return
    paragraph.runFont = font
    if (!this.hasOldFont && font !== 'Times New Roman') this.hasOldFont = familyOf(font) !== null
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    const table = this.#tables.at(-1)
    const cell: Cell | null =
      table === undefined ? null : { table: table.id, row: table.row, column: table.column }
    let marker = ''
    if (paragraph.list !== null && paragraph.list !== '0' && paragraph.text.trim() !== '') {
      marker = this.#numbering.next(paragraph.list, paragraph.depth)
    }
    addParagraph(this.sheet, { ...paragraph, marker, cell })
  }
}

const emptyParagraph = (): OpenParagraph => ({
  text: '',
  emphasis: [],
  centred: false,
  bold: false,
  italic: false,
  list: null,
  depth: 0,
  runBold: false,
  runItalic: false,
  font: '',
  runFont: '',
  inRunProperties: false,
  inRun: false,
})
