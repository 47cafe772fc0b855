/** The period of a round within the title of a report. Pure. */
import { periodName } from '@loa/contract/period-names'
import { periodOf, type YearPart } from '@loa/contract/periods'
import type { RoundKind } from '@loa/contract/rounds'
import { dayShort } from '../dispatches/phrases.ts'
import { lower } from './passages.ts'

const yearParts: Partial<Record<RoundKind, YearPart>> = {
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half',
  year: 'year',
}

/** ", tháng 6 năm 2023": a period is named by the month it ends in (Decree 09/2019/NĐ-CP, article 12). */
export const periodInTitle = (round: { kind: RoundKind; from: string | null; to: string }): string => {
  if (round.kind === 'final') return ''
  const part = yearParts[round.kind]
  const named = part && periodOf(round.to, part, 'calendar')
  if (named) return `, ${lower(periodName(named, 'vi'))}`
  return round.from
    ? `, từ ngày ${dayShort(round.from)} đến ngày ${dayShort(round.to)}`
    : `, đến ngày ${dayShort(round.to)}`
}
