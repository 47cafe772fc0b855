/** Days by which the reader must report, register or finish; not days of meetings, of coming into force or of earlier orders. */
import type { DueDate } from '../document.ts'
import { isoDate, leadingDate } from './dates.ts'
import { oneLine } from './fold.ts'

export interface FoundDueDate {
  due: DueDate
  start: number
  end: number
}

const openings =
  /(?:\bdinh ky )?(?:\bhoan thanh )?(?:\bxong )?\b(?:truoc|cham nhat(?: la)?(?: vao| den| truoc)?|han (?:chot|cuoi|cuoi cung|nop|dang ky)(?: la| nop)?|het han|den het|thoi han(?: hoan thanh| gui| nop| bao cao)?|muon nhat|truoc va trong)\s*:?\s{0,3}(?:la |vao |truoc |den )?(?:\d{1,2}\s?(?:gio|h|g)\s?\d{0,2}(?:\s?phut)?,?\s{1,3})?(?:ngay\S{0,2}\s{1,3})?(?=\d|thang)/g

/** What the sentence must ask for. */
const asks =
  /gui|bao cao|hoan thanh|dang ky|nop|tong hop|gop y|y kien|xong|nhan ho so|thoi han|han chot|han cuoi|cham nhat|cung cap|tham gia|de xuat|trinh|cap nhat|thong bao|tham muu|phe duyet|ban hanh|trien khai|thuc hien/

/** Days that bind someone else or nobody. */
const others = /hieu luc|nhiem ky|da (?:ban hanh|thuc hien|nop)|sinh truoc|thanh lap truoc|quy dinh truoc/

export const readDueDates = (
  text: string,
  flat: string,
  from: number,
  to: number,
  written: string | null,
): FoundDueDate[] => {
  const found: FoundDueDate[] = []
  const seen = new Set<string>()
  const body = flat.slice(from, to)
  for (const match of body.matchAll(openings)) {
    const start = from + match.index
    const dateAt = start + match[0].length
    const rest = flat.slice(dateAt, Math.min(to, dateAt + 60))
    const sentence = sentenceAround(flat, from, to, start)
    const words = flat.slice(sentence.start, sentence.end)
    if (others.test(words.slice(0, start - sentence.start + 40))) continue
    const recurring = /^(\d{1,2})\s+(?:hang|moi|cua)\s+(?:thang|quy|nam|tuan)/.exec(rest)
    const dated = recurring === null ? (leadingDate(rest) ?? withoutYear(rest, written)) : null
    if (recurring === null && dated === null) continue
    const opening = match[0]
    if (
      /^den het/.test(opening) &&
      (/\btu\s(?:ngay|\d)/.test(flat.slice(sentence.start, start)) || !/gui|nop|dang ky|han /.test(words))
    )
      continue
    if (!asks.test(words)) continue
    const length = recurring?.[0].length ?? dated?.length ?? 0
    const date = dated?.date ?? null
    const phrase = oneLine(text.slice(start, dateAt + length))
    const key = date ?? phrase
    if (seen.has(key)) continue
    seen.add(key)
    found.push({ due: { date, phrase }, start, end: dateAt + length })
  }
  return found
}

/** `trước ngày 30/6`: the year is that of the dispatch. */
const withoutYear = (rest: string, written: string | null): { date: string; length: number } | null => {
  const match = /^(\d{1,2})\s?\/\s?(\d{1,2})(?![\d/])/.exec(rest)
  const year = written === null ? Number.NaN : Number(written.slice(0, 4))
  if (match === null || Number.isNaN(year)) return null
  const date = isoDate(Number(match[1]), Number(match[2]), year)
  return date === null || date.length < 10 ? null : { date, length: match[0].length }
}

const sentenceAround = (
  flat: string,
  from: number,
  to: number,
  at: number,
): { start: number; end: number } => {
  const low = Math.max(from, at - 400)
  const before = flat.slice(low, at)
  const begin = Math.max(before.lastIndexOf('. '), before.lastIndexOf('.\n'), before.lastIndexOf('\n\n'), -1)
  const rest = flat.slice(at, Math.min(to, at + 200))
  const end = rest.search(/[.;]\s|\n\n/)
  return { start: low + begin + 1, end: end < 0 ? at + rest.length : at + end }
}
