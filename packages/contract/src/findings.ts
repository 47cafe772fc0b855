/** What of a dispatch does not keep to Decree 30/2020/NĐ-CP, beside the place it concerns. */
import { z } from 'zod'
import { ById, endpoint, Id, Instant } from './endpoint.ts'
import { PersonRef } from './people.ts'

const Words = z.object({ vi: z.string(), en: z.string() })

/** As the check made it. */
export const CheckedFinding = z.object({
  /** The same rule on the same words keeps it from version to version. */
  key: z.string(),
  rule: z.string(),
  clause: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  wrong: Words,
  mend: Words,
  /** `subject`, `addressees/0`, `body/3`; null for the document as a whole. */
  field: z.string().nullable(),
  /** The words it is about. */
  words: z.string().nullable(),
  /** Of an incoming text: where they stand in it. */
  span: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  /** Page from 1, and how far down on it, in percent. */
  at: z.object({ page: z.number().int(), top: z.number() }).nullable(),
})
export type CheckedFinding = z.infer<typeof CheckedFinding>

export const Checked = z.object({
  family: z.enum(['administrative', 'party', 'legislative', 'earlier', 'unknown']),
  findings: z.array(CheckedFinding),
})
export type Checked = z.infer<typeof Checked>

export const Finding = CheckedFinding.extend({
  /** Somebody looked at it and left it, with a reason. */
  aside: z.object({ reason: z.string(), by: PersonRef.nullable(), at: Instant }).nullable(),
})
export type Finding = z.infer<typeof Finding>

const Findings = Checked.extend({ findings: z.array(Finding) })

export const ListFindings = endpoint({
  method: 'get',
  path: '/api/dispatches/{id}/findings',
  access: 'dispatch.read',
  summary: 'What does not keep to Decree 30; checked once for each file or version',
  params: ById,
  answer: Findings,
})

export const PutFindingAside = endpoint({
  method: 'put',
  path: '/api/dispatches/{id}/findings/{key}',
  access: 'finding.put-aside',
  summary: 'Put a finding aside with a reason, or take it up again with none',
  params: z.object({
    id: Id,
    key: z
      .string()
      .max(80)
      .regex(/^[a-z0-9.-]+$/),
  }),
  body: z.object({ reason: z.string().trim().min(3).max(500).nullable() }),
  answer: z.object({ key: z.string() }),
})
