/** A dispatch as its reader sees it: with its steps, and what this person may do with it now. */
import type { Dispatch } from '@loa/contract/dispatches'
import type { Database } from '../database/database.ts'
import { type Actor, mayActFor } from '../people/actor.ts'
import { anybodyMay } from '../people/standing-queries.ts'
import { awaited, openSteps } from './dispatch.ts'
import { findReportOf, listSteps, type StoredDispatch } from './queries.ts'

export const showDispatch = async (
  db: Database,
  stored: StoredDispatch,
  actor: Actor,
  day: string,
): Promise<Dispatch> => {
  const act = awaited(stored.state)
  const { ownerUnitId: unitId, type: documentType } = stored
  return {
    ...stored,
    steps: await listSteps(db, stored.id),
    nobodyFor: act && !(await anybodyMay(db, { act, unitId, documentType, day })) ? act : null,
    reportId: await findReportOf(db, stored.id),
    next: openSteps(stored.state, (act) =>
      mayActFor(actor, act, stored.ownerUnitId, stored.type ?? undefined),
    ),
  }
}
