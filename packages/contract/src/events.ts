import { z } from 'zod'
import { Day, endpoint, Id, Instant, PageQuery } from './endpoint.ts'
import { PersonRef } from './people.ts'
import { UnitRef } from './units.ts'

/** Who did what, when, to which thing, from where. */
export const Event = z.object({
  id: Id,
  at: Instant,
  /** In whose log it stands. */
  unit: UnitRef,
  /** Null: Loa itself, by a job. */
  person: PersonRef.nullable(),
  /** `dispatch.issue`, `duty.accepted` … */
  kind: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  /** Network address the request came from. */
  address: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type Event = z.infer<typeof Event>

const Filter = PageQuery.extend({
  /** What was acted on: `dispatch`, `duty`, `activity`, `unit` … with its id. */
  subject: z.string().max(40).optional(),
  id: z.string().max(60).optional(),
  /** What was done, or the beginning of it: `dispatch` or `dispatch.issue`. */
  kind: z.string().max(60).optional(),
  from: Day.optional(),
  to: Day.optional(),
})

/** Without a total: nobody counts all history for a page of it. */
const answer = z.object({ rows: z.array(Event), next: z.string().nullable() })

export const ListEvents = endpoint({
  method: 'get',
  path: '/api/events',
  access: 'log.read',
  summary: 'The event log: of a unit (the own one unless told otherwise), a person or a thing',
  query: Filter.extend({ unit: Id.optional(), person: z.string().max(100).optional() }),
  answer,
})

export const ListMyEvents = endpoint({
  method: 'get',
  path: '/api/events/mine',
  access: 'signed-in',
  summary: 'What the person did, as the log has it',
  query: Filter,
  answer,
})
