/**
 * Markers of the body as automatic numbering, so that a clause put in between counts on by itself. What the word processor cannot count
 * (`đ)` of the Vietnamese alphabet, `1.1.`) is a list of that one marker.
 */
import { declaration, escapeXml } from './xml.ts'

interface Count {
  format: 'decimal' | 'upperRoman' | 'lowerLetter' | 'bullet'
  /** `%1` is the count. */
  text: string
  value: number
}

export class Numbering {
  readonly #abstracts = new Map<string, number>()
  readonly #lists: { abstract: number; start: number }[] = []
  /** By the abstract list: the last one of it, and where its next paragraph stands. */
  readonly #open = new Map<number, { list: number; next: number }>()

  /** `numPr` for the next paragraph with this marker; null where it has to be written as words. */
  next(marker: string): string | null {
    const count = countOf(marker)
    if (count === null) return null
    const key = `${count.format}|${count.text}`
    const abstract = this.#abstracts.get(key) ?? this.#abstracts.size
    this.#abstracts.set(key, abstract)
    const open = this.#open.get(abstract)
    const list =
      open !== undefined && (open.next === count.value || count.format === 'bullet')
        ? open.list
        : this.#lists.push({ abstract, start: count.value }) - 1
    this.#open.set(abstract, { list, next: count.value + 1 })
    return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list + 1}"/></w:numPr>`
  }

  xml(): string {
    const abstracts = Array.from(this.#abstracts, ([key, id]) => {
      const [format = '', ...text] = key.split('|')
      return [
        `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">`,
        `<w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="space"/>`,
        `<w:lvlText w:val="${escapeXml(text.join('|'))}"/><w:lvlJc w:val="left"/>`,
        '<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl></w:abstractNum>',
      ].join('')
    })
    const lists = this.#lists.map(
      ({ abstract, start }, at) =>
        `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${abstract}"/><w:lvlOverride w:ilvl="0">` +
        `<w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
    )
    return [
      declaration,
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
      ...abstracts,
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
  const [, roman] = marker.match(/^([IVX]{1,6})\.$/) ?? []
  const value = roman ? romans.indexOf(roman) + 1 : 0
  if (value > 0) return { format: 'upperRoman', text: '%1.', value }
  const [, letter] = marker.match(/^([a-z])\)$/) ?? []
  if (letter) return { format: 'lowerLetter', text: '%1)', value: letter.charCodeAt(0) - 96 }
  return marker === '' || marker.includes('%') ? null : { format: 'decimal', text: marker, value: 1 }
}

const romans = Array.from({ length: 39 }, (_, at) => {
  const number = at + 1
  return (
    'X'.repeat(Math.floor(number / 10)) +
    (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][number % 10] ?? '')
  )
})
