/** What Loa proposes from a dispatch, sentence by sentence, and what a person decided on each. */
import { z } from 'zod'
import { ById, Day, endpoint, Id, Instant, Version } from './endpoint.ts'
import { PersonRef } from './people.ts'

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
export const Form = z.enum(forms)
export type Form = z.infer<typeof Form>

export const PlanUnit = z.object({ code: z.string(), validFrom: Day.nullable(), name: z.string() })

/** One value per kind of proposal. */
export const ProposalValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('topic'), text: z.string().min(1).max(5000) }),
  z.object({ kind: z.literal('form'), form: Form, text: z.string().max(5000) }),
  z.object({
    kind: z.literal('addressee'),
    text: z.string(),
    units: z.array(PlanUnit).max(2000),
    alternatives: z.array(z.object({ reading: z.string(), units: z.array(PlanUnit) })),
    /** The saved address group that these units come from. */
    group: z.object({ id: Id, name: z.string() }).optional(),
  }),
  z.object({
    kind: z.literal('link'),
    link: z.enum(['bases-on', 'implements', 'replies-to', 'replaces']),
    type: z.string().nullable(),
    code: z.string(),
    date: z.string().nullable(),
    issuer: z.string().nullable(),
  }),
  z.object({ kind: z.literal('deadline'), date: Day.nullable(), text: z.string() }),
  z.object({
    kind: z.literal('duty'),
    text: z.string(),
    /** Something to hand in or to do, and the words that name the doer; plans read before these were told have neither. */
    duty: z.enum(['report', 'do']).optional(),
    who: z.string().nullable().optional(),
  }),
  /** As written: "ít nhất 02", "buổi". */
  z.object({ kind: z.literal('quantity'), text: z.string(), value: z.string(), unit: z.string() }),
  z.object({ kind: z.literal('money'), text: z.string(), amount: z.string() }),
  z.object({ kind: z.literal('attachment'), text: z.string() }),
])
export type ProposalValue = z.infer<typeof ProposalValue>

export const decisions = ['waiting', 'confirmed', 'changed', 'rejected'] as const

export const Proposal = z.object({
  id: Id,
  ordinal: z.number().int(),
  value: ProposalValue,
  source: z.object({ start: z.number(), end: z.number(), text: z.string() }),
  decision: z.enum(decisions),
  decidedBy: PersonRef.nullable(),
  decidedAt: Instant.nullable(),
  version: Version,
})
export type Proposal = z.infer<typeof Proposal>

export const PlanWarning = z.object({
  code: z.string(),
  text: z.string(),
  source: z.object({ start: z.number(), end: z.number(), text: z.string() }).nullable(),
})

export const DispatchPlan = z.object({
  /** The day whose units the phrases were resolved to. */
  on: Day,
  proposals: z.array(Proposal),
  warnings: z.array(PlanWarning),
  campaignId: Id.nullable(),
})
export type DispatchPlan = z.infer<typeof DispatchPlan>

export const GetPlan = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/plan',
  access: 'plan.read',
  summary: 'What Loa proposes from the dispatch, and what was decided',
  params: ById,
  answer: DispatchPlan,
})

export const DecidePlan = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/plan',
  access: 'plan.decide',
  summary: 'Confirm, change or reject proposals; a proposal that somebody decided meanwhile is told',
  params: ById,
  body: z.object({
    decisions: z
      .array(
        z.object({
          proposalId: Id,
          version: Version,
          decision: z.enum(decisions),
          /** The changed value, with decision `changed`. */
          value: ProposalValue.optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  answer: DispatchPlan,
})

export const StartCampaign = endpoint({
  method: 'post',
  path: '/api/dispatches/{id}/campaign',
  access: 'campaign.start',
  summary: 'Start the campaign from what was confirmed, with the own dispatch as a draft',
  params: ById,
  body: z.object({
    title: z.string().trim().min(3).max(500).optional(),
    from: Day.optional(),
    to: Day.optional(),
  }),
  answer: z.object({ campaignId: Id, draftId: Id }),
})
