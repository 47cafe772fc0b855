/**
 * Markers of the body as automatic numbering, so that a clause put in between counts on by itself. What the word processor cannot count
 * (`đ)` of the Vietnamese alphabet, `1.1.`) is a list of that one marker.
 */
import { fromRoman } from '../roman.ts'
import { declaration, escapeXml } from './xml.ts'

interface Count {
  format: 'decimal' | 'upperRoman' | 'lowerLetter' | 'bullet'
  /** `%1` is the count. */
  text: string
  value: number
}

export class Numbering {
  readonly #lists: Count[] = []
  /** By format and text: the last such list, and where its next paragraph stands. */
  readonly #open = new Map<string, { list: number; next: number }>()

  /** `numPr` for the next paragraph with this marker; null where it has to be written as words. */
  next(marker: string): string | null {
    const count = countOf(marker)
    if (count === null) return null
    const key = `${count.format}|${count.text}`
    const open = this.#open.get(key)
    const goesOn = open !== undefined && (open.next === count.value || count.format === 'bullet')
    const list = goesOn ? open.list : this.#lists.push(count)
    this.#open.set(key, { list, next: count.value + 1 })
    return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`
  }

  /** Each list has a definition of its own, so none counts on from another. */
  xml(): string {
    const definitions = this.#lists.map(({ format, text, value }, at) =>
      [
        `<w:abstractNum w:abstractNumId="${at}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">`,
        `<w:start w:val="${value}"/><w:numFmt w:val="${format}"/><w:suff w:val="space"/>`,
        `<w:lvlText w:val="${escapeXml(text)}"/><w:lvlJc w:val="left"/>`,
        '<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl></w:abstractNum>',
      ].join(''),
    )
    const lists = this.#lists.map(
      (_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`,
    )
    return [
      declaration,
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
      ...definitions,
      ...lists,
      '</w:numbering>',
    ].join('')
  }
}

const countOf = (marker: string): Count | null => {
  if (marker === '-' || marker === '+') return { format: 'bullet', text: marker, value: 1 }
  const [, before = '', digits, after = ''] = marker.match(/^(Điều )?(\d{1,4})([.)])$/) ?? []
  if (digits && String(Number(digits)) === digits && digits !== '0')
    return { format: 'decimal', text: `${before}%1${after}`, value: Number(digits) }
  const value = fromRoman(/^([IVX]{1,6})\.$/.exec(marker)?.[1] ?? '')
  if (value > 0) return { format: 'upperRoman', text: '%1.', value }
  const [, letter] = marker.match(/^([a-z])\)$/) ?? []
  if (letter) return { format: 'lowerLetter', text: '%1)', value: letter.charCodeAt(0) - 96 }
  return marker === '' || marker.includes('%') ? null : { format: 'decimal', text: marker, value: 1 }
}
