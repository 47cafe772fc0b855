/** The period of a round within the title of a report. Pure. */
import type { RoundKind } from '@loa/contract/rounds'
import { dayShort } from '../dispatches/phrases.ts'

const quarters = ['I', 'II', 'III', 'IV']

/** ", tháng 6 năm 2023": a month is named by the day it ends on (Decree 09/2019/NĐ-CP, article 12). */
export const periodInTitle = (round: { kind: RoundKind; from: string | null; to: string }): string => {
  const end = Temporal.PlainDate.from(round.to)
  if (round.kind === 'month') return `, tháng ${end.month <= 2 ? `0${end.month}` : end.month} năm ${end.year}`
  if (round.kind === 'quarter') return `, quý ${quarters[Math.ceil(end.month / 3) - 1] ?? ''} năm ${end.year}`
  if (round.kind === 'half-year') return `, 6 tháng ${end.month <= 6 ? 'đầu' : 'cuối'} năm ${end.year}`
  if (round.kind === 'year') return `, năm ${end.year}`
  if (round.kind === 'final') return ''
  return round.from
    ? `, từ ngày ${dayShort(round.from)} đến ngày ${dayShort(round.to)}`
    : `, đến ngày ${dayShort(round.to)}`
}
