import { z } from 'zod'
import { DutyState } from './duties.ts'
import { Day, endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.ts'
import { PersonRef } from './people.ts'
import { UnitRef } from './units.ts'

/** A duty whose unit has ended, on its way to the one that follows. */
export const Handover = z.object({
  id: Id,
  dutyId: Id,
  campaignId: Id,
  campaignTitle: z.string(),
  dutyState: DutyState,
  from: UnitRef,
  endedOn: Day,
  /** Who followed the old unit, and by which act; none where it was abolished. */
  successors: z.array(z.object({ unit: UnitRef, share: z.enum(['full', 'partial']), act: z.string() })),
  to: UnitRef.nullable(),
  askedAt: Instant,
  decidedAt: Instant.nullable(),
  /** Null where the succession itself decided. */
  decidedBy: PersonRef.nullable(),
})
export type Handover = z.infer<typeof Handover>

export const ListHandovers = endpoint({
  method: 'get',
  path: '/api/handovers',
  access: 'duty.read',
  summary: 'Duties of units that have ended: those that wait for a choice, and those passed on',
  query: PageQuery.extend({
    open: z.enum(['true', 'false']).optional(),
    campaign: Id.optional(),
    from: Id.optional(),
  }),
  answer: pageOf(Handover),
})

export const DecideHandovers = endpoint({
  method: 'post',
  path: '/api/handovers/decisions',
  access: 'handover.decide',
  summary: 'Choose who goes on with these duties; a duty goes whole to one unit and is never doubled',
  body: z.object({ ids: z.array(Id).min(1).max(200), toUnitId: Id }),
  answer: z.object({ decided: z.number().int() }),
})
