/** A dispatch as its reader sees it: with its steps, and what this person may do with it now. */
import type { Dispatch } from '@loa/contract/dispatches'
import type { Database } from '../database/database.ts'
import { type Actor, mayActFor } from '../people/actor.ts'
import { today } from '../time.ts'
import { findEnd } from '../units/queries.ts'
import { openSteps } from './dispatch.ts'
import { findReportOf, listSteps, type StoredDispatch } from './queries.ts'

export const showDispatch = async (
  db: Database,
  stored: StoredDispatch,
  actor: Actor,
  now: string,
): Promise<Dispatch> => {
  const may = (act: Parameters<typeof mayActFor>[1]) => mayActFor(actor, act, stored.ownerUnitId, stored.type)
  const ended = stored.state === 'issued' ? null : await findEnd(db, stored.ownerUnitId, today(now))
  return {
    ...stored,
    steps: await listSteps(db, stored.id),
    reportId: await findReportOf(db, stored.id),
    ended,
    // Nothing goes out under the head of a body that is no more.
    next: ended
      ? ended.heir && may('dispatch.draft')
        ? ['adopt']
        : []
      : openSteps(stored.state, (act) => may(act)),
  }
}
