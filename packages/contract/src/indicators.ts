/** The indicators as the administrator keeps them. */
import { z } from 'zod'
import { endpoint, Version } from './endpoint.ts'
import { Aggregation, Indicator, ProofKind } from './figures.ts'
import { Form } from './plans.ts'

export const KeptIndicator = Indicator.extend({
  /** Activities and targets that count by it: then its counting unit, form and aggregation stay. */
  uses: z.number().int(),
  version: Version,
})
export type KeptIndicator = z.infer<typeof KeptIndicator>

const words = z.object({
  name: z.string().trim().min(2).max(200),
  nameEn: z.string().trim().min(2).max(200),
  decimals: z.number().int().min(0).max(3),
  evidence: z.array(ProofKind).min(1).max(7),
  form: Form,
  unit: z.string().trim().min(1).max(40),
  unitEn: z.string().trim().min(1).max(40),
  aggregation: Aggregation,
})
export const IndicatorWords = words
export type IndicatorWords = z.infer<typeof words>

export const ListIndicators = endpoint({
  method: 'get',
  path: '/api/indicators',
  access: 'figure.read',
  summary: 'All indicators, also the retired ones, in the order of the ten forms',
  answer: z.object({ indicators: z.array(KeptIndicator), keeps: z.boolean() }),
})

export const AddIndicator = endpoint({
  method: 'post',
  path: '/api/indicators',
  access: 'indicator.change',
  summary: 'Add an indicator to one of the ten forms',
  body: words,
  answer: KeptIndicator,
})

export const ChangeIndicator = endpoint({
  method: 'put',
  path: '/api/indicators/{code}',
  access: 'indicator.change',
  summary: 'Change or retire an indicator; one in use keeps its counting unit, form and aggregation',
  params: z.object({ code: z.string().max(100) }),
  body: words.extend({
    version: Version,
    active: z.boolean(),
    /** The column of its form on the board. */
    main: z.boolean(),
  }),
  answer: KeptIndicator,
})
