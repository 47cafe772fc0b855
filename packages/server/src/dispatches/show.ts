/** A dispatch as its reader sees it: with its steps, and what this person may do with it now. */
import type { Dispatch } from '@loa/contract/dispatches'
import type { Database } from '../database/database.ts'
import { type Actor, mayAct } from '../people/actor.ts'
import { openSteps } from './dispatch.ts'
import { findReportOf, listSteps, type StoredDispatch } from './queries.ts'

export const showDispatch = async (db: Database, stored: StoredDispatch, actor: Actor): Promise<Dispatch> => {
  const isOwn = actor.units.includes(stored.ownerUnitId)
  return {
    ...stored,
    steps: await listSteps(db, stored.id),
    reportId: await findReportOf(db, stored.id),
    next: isOwn ? openSteps(stored.state, (act) => mayAct(actor, act)) : [],
  }
}
