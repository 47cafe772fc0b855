/** What a plan proposes. Every proposal shows the words it came from; a person confirms it before it counts. */
import type { DocumentTree, Reference, Span } from '../document.ts'

/** The ten forms of public information (hình thức tuyên truyền). */
export const forms = [
  'visual',
  'loudspeaker-car',
  'website',
  'led',
  'mass-media',
  'commune-loudspeakers',
  'performance-film',
  'exhibition',
  'contest',
  'integration',
] as const
export type Form = (typeof forms)[number]

export interface PlanSource extends Span {
  text: string
}

/** A unit as the directory holds it on some day. The key is (code, validFrom): codes are reused. */
export interface DirectoryUnit {
  code: string
  /** ISO day, or null for "before the records begin". */
  validFrom: string | null
  /** ISO day, inclusive; null while valid. */
  validTo: string | null
  name: string
  fullName: string
  /** `department`, `office-room`, `public-service-unit`, `district-office`, `peoples-committee`, `xa`, `huyen` … */
  type: string
  parentCode: string | null
}

export interface ResolvedUnit {
  code: string
  validFrom: string | null
  name: string
}

export interface PlanAddressee {
  text: string
  source: PlanSource
  units: ResolvedUnit[]
  /** Other ways to read the phrase, each with its units; the person chooses. */
  alternatives: { reading: string; units: ResolvedUnit[] }[]
}

export interface PlanDuty {
  /** Something to hand in, or something to do. */
  kind: 'report' | 'do'
  /** The words that name the doer, or null. */
  who: string | null
  text: string
  source: PlanSource
}

export interface PlanDeadline {
  date: string | null
  text: string
  source: PlanSource
}

/** How much is ordered; nothing is converted, a range stays as it is written. */
export interface PlanQuantity {
  what: string
  value: string
  unit: string
  source: PlanSource
}

export interface PlanMoney {
  text: string
  /** As written. */
  amount: string
  source: PlanSource
}

export interface PlanAttachment {
  text: string
  source: PlanSource
}

export interface PlanLink {
  kind: 'bases-on' | 'implements' | 'replies-to' | 'replaces'
  code: string
  date: string | null
  issuer: string | null
  type: Reference['type']
  source: PlanSource
}

export interface Plan {
  topics: { text: string; source: PlanSource }[]
  forms: { form: Form; text: string; source: PlanSource }[]
  addressees: PlanAddressee[]
  /** Reporting and other duties with a stated result; empty when none is stated. */
  duties: PlanDuty[]
  deadlines: PlanDeadline[]
  quantities: PlanQuantity[]
  money: PlanMoney[]
  attachments: PlanAttachment[]
  links: PlanLink[]
  warnings: { code: string; text: string; source: PlanSource | null }[]
}

export interface PlanContext {
  /** The day the addressee phrases are resolved on, `YYYY-MM-DD`. */
  on: string
  units: DirectoryUnit[]
  /** Code of the unit that receives and plans (the department): "thuộc Sở" is read from it. */
  home: string
}

export type MakePlan = (tree: DocumentTree, context: PlanContext) => Plan
