/**
 * Top-level numbered headings of the body. Decree 30/2020/NĐ-CP, Appendix I, part II, clause 6d: parts before Roman
 * numerals before Arabic ones; a decision counts in `Điều`.
 */
import type { Block, Paragraph, Section } from '../document.ts'
import { fromRoman } from '../roman.ts'
import { bare, fold } from './fold.ts'

export interface FoundSection {
  section: Section
  start: number
  end: number
}

const spelled = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

interface Numbered {
  level: 'part' | 'article' | 'roman' | 'arabic'
  order: number
  number: string
  paragraph: Paragraph
  next: Paragraph | null
}

export const readSections = (body: Block[], text: string): FoundSection[] => {
  const paragraphs = body.filter((block) => block.kind === 'paragraph')
  const numbered: Numbered[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const found = numberOf(paragraph)
    if (found !== null) numbered.push({ ...found, paragraph, next: paragraphs[index + 1] ?? null })
  }
  for (const level of ['part', 'article', 'roman', 'arabic'] as const) {
    const series = inOrder(numbered.filter((entry) => entry.level === level))
    const enough = level === 'arabic' || level === 'article' || series.length > 1 || startsAlone(series)
    if (series.length > 0 && enough) return series.map((entry) => sectionOf(entry, text))
  }
  return []
}

/** One Roman heading alone is a heading only when it is in capitals. */
const startsAlone = (series: Numbered[]): boolean =>
  series.length === 1 && series[0]?.level !== 'arabic' && /\p{Lu}{3}/u.test(wordsOf(series[0]?.paragraph))

const wordsOf = (paragraph: Paragraph | undefined): string =>
  paragraph === undefined ? '' : paragraph.runs.map((run) => run.text).join('')

const numberOf = ({ marker, role }: Paragraph): Omit<Numbered, 'paragraph' | 'next'> | null => {
  if (marker === null) return null
  const flat = fold(marker)
  if (role === 'part') {
    const words = /(?:phan|chuong)\s+(thu\s+\S+|[ivx]+|\d+)/.exec(flat)?.[1] ?? ''
    if (words.startsWith('thu')) {
      const order = spelled.indexOf(words.replace(/^thu\s+/, '').replace(/\W/g, '')) + 1
      return {
        level: 'part',
        order,
        number: marker
          .replace(/^\S+\s+/u, '')
          .replace(/[.:]$/, '')
          .toUpperCase(),
      }
    }
    const order = /^\d/.test(words) ? Number(words) : fromRoman(words.toUpperCase())
    return { level: 'part', order, number: words.toUpperCase() }
  }
  const article = /^dieu\s+(\d+)/.exec(flat)?.[1]
  if (article !== undefined) return { level: 'article', order: Number(article), number: article }
  if (role === 'section') {
    const digits = /^[ivx]+/.exec(flat)?.[0].toUpperCase() ?? ''
    return { level: 'roman', order: fromRoman(digits), number: digits }
  }
  const arabic = role === 'clause' ? /^(\d{1,2})\s?[./)-]?$/.exec(flat)?.[1] : undefined
  return arabic === undefined
    ? null
    : { level: 'arabic', order: Number(arabic), number: String(Number(arabic)) }
}

/** The longest run that counts up from its first member; a gap of one is a marker that was not readable. */
const inOrder = (entries: Numbered[]): Numbered[] => {
  const series: Numbered[] = []
  for (const entry of entries) {
    const last = series.at(-1)
    if (last === undefined ? entry.order === 1 : entry.order > last.order && entry.order <= last.order + 2)
      series.push(entry)
  }
  return series
}

const sectionOf = ({ number, paragraph, next }: Numbered, text: string): FoundSection => {
  const own = wordsOf(paragraph)
  // "PHẦN I" alone: its title stands below.
  const source = own.trim() === '' && next !== null && next.marker === null ? next : paragraph
  const words = wordsOf(source)
  const title = headingOf(words)
  const at = text.slice(source.start, source.end).indexOf(title)
  const start = paragraph.start
  return { section: { number, title }, start, end: at < 0 ? source.end : source.start + at + title.length }
}

/** A heading ends at its colon or sentence; of a long paragraph the opening words are enough. */
const headingOf = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ').trim()
  const colon = line.indexOf(':')
  const cut = colon >= 8 && colon <= 160 ? line.slice(0, colon) : line
  const sentence = cut.search(/[.;](?=\s)/)
  const short = sentence >= 30 && sentence <= 160 ? cut.slice(0, sentence) : cut
  if (short.length <= 160) return bare(short)
  return bare(short.slice(0, short.lastIndexOf(' ', 160)))
}
