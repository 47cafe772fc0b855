import { z } from 'zod'
import { ById, endpoint, Id, PageQuery } from './endpoint.ts'
import { Form } from './plans.ts'
import { UnitRef, UnitsOf } from './units.ts'

/**
 * How the values of one unit become its figure. `sum`: added. `distinct`: things by name, each once. `max`: the largest.
 * `last`: the newest. `ratio`: the parts over their wholes, in per cent. Only sums are added over units.
 */
export const aggregations = ['sum', 'distinct', 'max', 'last', 'ratio'] as const
export const Aggregation = z.enum(aggregations)
export type Aggregation = z.infer<typeof Aggregation>

/** What may show that it was done; a photo is a kind among others. `copy`: a page as it was captured. */
export const proofKinds = ['photo', 'link', 'document', 'copy', 'audio', 'play-log', 'track'] as const
export const ProofKind = z.enum(proofKinds)
export type ProofKind = z.infer<typeof ProofKind>

/** What is counted. m², pieces, metres, runs and sessions are different indicators and never mix. */
export const Indicator = z.object({
  code: z.string(),
  form: Form,
  name: z.string(),
  nameEn: z.string(),
  /** đơn vị tính */
  unit: z.string(),
  unitEn: z.string(),
  decimals: z.number().int(),
  /** The one the board shows for its form unless another is chosen. */
  main: z.boolean(),
  aggregation: Aggregation,
  evidence: z.array(ProofKind),
  /** Retired ones are offered no more; what they counted stays. */
  active: z.boolean(),
})
export type Indicator = z.infer<typeof Indicator>

/**
 * declared = proved + claimed + doubted + corrected, and `declared` is what people typed. `proved`: with a photo and no open
 * doubt, or accepted by a reviewer; `claimed`: only said; `doubted`: a doubt is open, or it was returned; `corrected`: what
 * corrections have taken away, below zero where they add.
 */
export const Amounts = z.object({
  declared: z.number(),
  proved: z.number(),
  claimed: z.number(),
  doubted: z.number(),
  /** Snapshots of reports made before there were corrections say nothing of them. */
  corrected: z.number().default(0),
  activities: z.number().int(),
})
export type Amounts = z.infer<typeof Amounts>

/** Null: several units have a value, and values of this kind are not added. */
export const Total = Amounts.nullable()
export type Total = z.infer<typeof Total>

export const ListFigures = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/figures',
  access: 'figure.read',
  summary: 'Claimed and proved per indicator, with the units that reported nothing',
  params: ById,
  query: z.object({ units: UnitsOf }),
  answer: z.object({
    indicators: z.array(Indicator.extend({ amounts: Total, units: z.number().int() })),
    unitsReporting: z.number().int(),
    unitsAll: z.number().int(),
    missing: z.array(UnitRef),
  }),
})

export const GetFigure = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/figures/{indicator}',
  access: 'figure.read',
  summary: 'One number opened: the units behind it',
  params: z.object({ id: Id, indicator: z.string() }),
  query: PageQuery.extend({ unit: Id.optional(), units: UnitsOf }),
  answer: z.object({
    indicator: Indicator,
    amounts: Total,
    units: z.array(
      z.object({
        unit: UnitRef,
        dutyId: Id,
        parts: z.array(UnitRef),
        amounts: Total,
        /** What accepted reports of the unit's own campaign bring: each opens in its document. */
        taken: z.array(z.object({ dispatchId: Id, code: z.string().nullable(), declared: z.number() })),
      }),
    ),
    missing: z.array(UnitRef),
    next: z.string().nullable(),
  }),
})
