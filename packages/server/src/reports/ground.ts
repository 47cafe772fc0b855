/** Everything a report says, as it stood when it was drawn up. It is kept with the report and never read anew. */
import type { Amounts, Indicator, Total } from '@loa/contract/figures'
import type { Form } from '@loa/contract/plans'
import type { RoundKind } from '@loa/contract/rounds'
import type { UnitRef } from '@loa/contract/units'
import type { Letterhead } from '../units/queries.ts'

/** What the figures do not contain, and who said so. */
export interface Gaps {
  /** Have handed in nothing, or were asked to mend what they had. */
  missing: UnitRef[]
  /** Handed in a report that leaves these forms open. */
  forms: { unit: UnitRef; forms: Form[] }[]
  exempt: { unit: UnitRef; reason: string }[]
  /** Said that there was none. */
  none: { unit: UnitRef; forms: Form[] }[]
}

/** The page on which a number opens as the report counts it, of all its units or of one. */
export const figureLink = (
  { reportId, campaignId }: Pick<ReportGround, 'reportId' | 'campaignId'>,
  indicator: string,
  unit?: UnitRef,
): string =>
  `${reportId ? `/reports/${reportId}` : `/campaigns/${campaignId}`}?figure=${encodeURIComponent(indicator)}${unit ? `&unit=${unit.id}` : ''}`

export interface UnitFigures {
  unit: UnitRef
  byIndicator: Record<string, Amounts>
}

/** Another document of the own body: "Báo cáo số 12/BC-SVHTTDL ngày …". */
export interface CitedReport {
  code: string
  date: string | null
}

export interface ReportGround {
  /** Whose numbers they are; a preview of a template, and reports from before it was kept, have none. */
  reportId?: number
  campaignId: number
  title: string
  simulated: boolean
  round: { kind: RoundKind; from: string | null; to: string; cutOff: string } | null
  from: string | null
  to: string | null
  /** The day on which the figures were taken, and the moment. */
  asOf: string
  at: string
  letterhead: Letterhead & { issuer: string }
  /** The order that is answered: "Công văn số 428/VHCS-QCTT ngày …", and who gave it. */
  order: { text: string; issuer: string } | null
  own: { code: string | null; date: string | null } | null
  delivered: number
  received: number
  forms: Form[]
  /** Null where the values of several units are not added. */
  indicators: (Indicator & {
    amounts: Total
    plan: number | null
    /** From the beginning of the campaign to the last day of the round; not in reports from before it was kept. */
    cumulative?: Total
    /** What the campaign that this one follows came to; null: it follows none. */
    last?: number | null
  })[]
  units: UnitFigures[]
  topics: { ordinal: number; text: string; byIndicator: Record<string, number> }[]
  gaps: Gaps
  /** The same as `gaps.missing`: what tables and workbook call silent. */
  missing: UnitRef[]
  /** Set in a supplement: which report it goes with, and the units that came after it. */
  supplement: { number: number; of: CitedReport; came: UnitRef[] } | null
  replaces: (CitedReport & { reason: string }) | null
}
