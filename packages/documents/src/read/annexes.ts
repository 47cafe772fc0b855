/**
 * Annexes that say what they belong to: "Phụ lục" over a title in capitals over "(Kèm theo …)", or the tên loại of a text that is promulgated
 * over its title over "(Ban hành kèm theo …)". Decree 30/2020/NĐ-CP, Appendix I, part II, clause 1, and templates 1.3 and 2.1 of Appendix III.
 * What follows a document without such a line (forms, lists) is left alone.
 */
import type { Annex } from '../document.ts'
import { readBody } from './body.ts'
import { capitals, oneLine } from './fold.ts'
import { findFoot } from './foot.ts'
import type { Line, ReadText } from './lines.ts'
import { independence, isRule, motto } from './signs.ts'
import { typeOfTitle } from './types.ts'

/** What a tree is to hold at most. */
const most = { annexes: 50, blocks: 500 }
/** From the line with the number to the line that says what it belongs to. */
const reach = 12

interface Opening {
  /** Index of its first line, of its heading, and of the first line below "(Kèm theo …)". */
  first: number
  heading: number
  attached: number
  next: number
}

export const readAnnexes = (read: ReadText, from: number): Annex[] => {
  const openings: Opening[] = []
  for (let index = from; index < read.lines.length && openings.length < most.annexes; index++) {
    if (!/^\(?\s?(?:ban hanh )?kem theo\b/.test(read.lines[index]?.flat ?? '')) continue
    const opening = openingOf(read.lines, index, openings.at(-1)?.next ?? from)
    if (opening !== null) openings.push(opening)
  }
  return openings.map((opening, at) => annexOf(read, opening, openings[at + 1]?.first ?? read.lines.length))
}

const annexOf = (read: ReadText, { heading, attached, next }: Opening, end: number): Annex => {
  const { lines } = read
  const line = lines[heading]
  const [, number] = line?.flat.match(numbered) ?? []
  const promulgated = isAnnexHeading(line) ? null : oneLine(line?.text ?? '')
  const foot = promulgated === null ? null : findFoot(lines, next)
  const last = foot?.found ? Math.min(foot.from, end) : end
  const title = lines.slice(heading + 1, attached).filter(({ flat }) => !isRule(flat))
  return {
    number: number ? number.toUpperCase() : null,
    title: oneLine(title.map(({ text }) => text).join(' ')),
    landscape: isLandscape(read, line),
    blocks: readBody(read, next, last).slice(0, most.blocks),
    ...(promulgated === null ? {} : { typeName: promulgated }),
  }
}

const numbered = /^phu luc(?:\s(?:so\s)?([ivxlc]{1,6}|\d{1,3}))?[.:]?$/
const isAnnexHeading = (line: Line | undefined): boolean => numbered.test(line?.flat ?? '')

const openingOf = (lines: Line[], attached: number, from: number): Opening | null => {
  let heading = attached - 1
  const isHeading = (line: Line | undefined) =>
    line !== undefined &&
    (isAnnexHeading(line) ||
      (capitals(line.text) > 0.9 && typeOfTitle(line.flat)?.length === line.flat.length))
  while (heading >= from && heading >= attached - reach && !isHeading(lines[heading])) heading--
  if (heading < from || !isHeading(lines[heading])) return null
  let next = attached
  while (next < lines.length && next < attached + 5 && !/\)\s?$/.test(lines[next]?.text ?? '')) next++
  let first = heading
  if (!isAnnexHeading(lines[heading]))
    while (first > from && first > heading - 9 && isLetterhead(lines[first - 1])) first--
  return { first, heading, attached, next: Math.min(next + 1, lines.length) }
}

/** Over a text that is promulgated stand the body and the motto again. */
const isLetterhead = (line: Line | undefined): boolean =>
  line !== undefined &&
  (motto.test(line.flat) ||
    independence.test(line.flat) ||
    isRule(line.flat) ||
    (capitals(line.text) > 0.9 && line.text.length < 80))

const isLandscape = ({ layout }: ReadText, line: Line | undefined): boolean => {
  const place = layout?.places.find(({ start }) => line !== undefined && start >= line.start)
  const page = place && layout?.pages[place.page - 1]
  return page !== undefined && page.width > page.height
}
