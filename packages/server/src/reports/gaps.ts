/** What is not in the figures, named in set sentences. Pure: it says what was handed in and what was not, and no more. */
import type { Form } from '@loa/contract/plans'
import type { UnitRef } from '@loa/contract/units'
import { dayInWords } from '../dispatches/phrases.ts'
import { zone } from '../time.ts'
import type { Gaps } from './ground.ts'

/** Forms within a sentence. */
export const formsInSentence: Record<Form, string> = {
  visual: 'cổ động trực quan',
  'loudspeaker-car': 'xe tuyên truyền lưu động',
  website: 'trang tin điện tử',
  led: 'màn hình LED',
  'mass-media': 'báo, đài',
  'commune-loudspeakers': 'truyền thanh cơ sở',
  'performance-film': 'văn nghệ, chiếu phim',
  exhibition: 'triển lãm, trưng bày',
  contest: 'cuộc thi, sáng tác',
  integration: 'lồng ghép',
}

/** So many are named within one sentence; more stand as a list below it. */
const inSentence = 6

const numbers = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

/** "tính đến 08 giờ ngày 15 tháng 6 năm 2023". */
const momentInWords = (instant: string): string => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  const minutes = at.minute > 0 ? ` ${String(at.minute).padStart(2, '0')} phút` : ''
  return `${String(at.hour).padStart(2, '0')} giờ${minutes} ${dayInWords(at.toPlainDate().toString())}`
}

export const hasGaps = ({ missing, forms }: Gaps): boolean => missing.length > 0 || forms.length > 0

export interface GapWords {
  text: string
  /** Named one by one below the sentence. */
  list: string[]
}

/**
 * The sentences of what is missing, exempt, and said to be none. Missing, none and exempt are three things, each named.
 * `issuer` is who will send the supplement.
 */
export const gapWords = (gaps: Gaps, { at, issuer }: { at: string; issuer: string }): GapWords[] => [
  ...missingWords(gaps, at, issuer),
  ...exemptWords(gaps),
  ...noneWords(gaps),
]

const missingWords = ({ missing, forms }: Gaps, at: string, issuer: string): GapWords[] => {
  const names = [
    ...missing.map(({ fullName }) => fullName),
    ...forms.map(
      ({ unit, forms: open }) =>
        `${numbers[open.length] ?? open.length} hình thức (${listed(open)}) của ${unit.fullName}`,
    ),
  ]
  if (names.length === 0) return []
  const why = `do các đơn vị chưa gửi báo cáo tính đến ${momentInWords(at)}`
  const then = `${issuer} sẽ gửi báo cáo bổ sung khi có đủ số liệu`
  if (names.length <= inSentence)
    return [{ text: `Số liệu trên chưa gồm ${joined(names)}, ${why}. ${then}.`, list: [] }]
  return [
    {
      text: `Số liệu trên chưa gồm số liệu của ${missing.length + forms.length} đơn vị nêu dưới đây, ${why}. ${then}:`,
      list: names,
    },
  ]
}

const exemptWords = ({ exempt }: Gaps): GapWords[] => {
  if (exempt.length === 0) return []
  const names = exempt.map(({ unit, reason }) => `${unit.fullName} (${reason.replace(/[.\s]+$/, '')})`)
  return names.length <= inSentence
    ? [{ text: `Không phải báo cáo kỳ này: ${names.join('; ')}.`, list: [] }]
    : [{ text: `${names.length} đơn vị không phải báo cáo kỳ này:`, list: names }]
}

/** By form, since many units lack the same: a screen, a car. */
const noneWords = ({ none }: Gaps): GapWords[] => {
  const byForm = new Map<Form, UnitRef[]>()
  for (const { unit, forms } of none)
    for (const form of forms) byForm.set(form, [...(byForm.get(form) ?? []), unit])
  if (byForm.size === 0) return []
  const lines = [...byForm].map(([form, units]) =>
    units.length <= inSentence
      ? `${formsInSentence[form]}: ${units.map(({ name }) => name).join(', ')}`
      : `${formsInSentence[form]}: ${units.length} đơn vị`,
  )
  const marked = [...byForm.values()].some((units) => units.length > inSentence)
  return [
    {
      text: `Các đơn vị báo không thực hiện trong kỳ: ${lines.join('; ')}${marked ? ' (ký hiệu “-” tại Phụ lục)' : ''}.`,
      list: [],
    },
  ]
}

const listed = (forms: Form[]) => forms.map((form) => formsInSentence[form]).join('; ')

const joined = (names: string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`
