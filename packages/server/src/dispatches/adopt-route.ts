/**
 * A draft whose unit has ended goes on in the unit that followed: with that unit's head of paper, from the beginning of the
 * steps. A signature or number of a body that is no more is void; the log keeps that they were there.
 */
import { AdoptDispatch } from '@loa/contract/dispatches'
import { Problem } from '@loa/contract/problem'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { findNumberOf, voidNumber } from '../numbers/queries.ts'
import { allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { getUnit, heirOf, isValidOn } from '../units/queries.ts'
import { reheaded } from './dispatch.ts'
import { addStep, findDispatch, findDispatchForUpdate, saveOwner, saveState, saveTree } from './queries.ts'
import { showDispatch } from './show.ts'

/** In the register of the body that has ended. */
const endedWords = 'Cơ quan ban hành đã kết thúc hoạt động'

export const adoptRoute = route(AdoptDispatch, async ({ db, actor, now, params }, { version }) => {
  const dispatch = orNotFound(await findDispatchForUpdate(db, params.id), 'dispatch', params.id)
  allow(actor, 'dispatch.draft', dispatch.ownerUnitId)
  if (dispatch.version !== version)
    throw new Problem('thing.changed', {
      who: dispatch.changedBy,
      at: dispatch.updatedAt,
      state: dispatch.state,
    })
  const heir = await heirOf(db, dispatch.ownerUnitId, today(now))
  if (
    heir === dispatch.ownerUnitId ||
    !(await isValidOn(db, heir, today(now))) ||
    dispatch.state === 'issued'
  )
    throw new Problem('dispatch.not-orphaned')

  const unit = await getUnit(db, heir)
  if (dispatch.direction === 'out') {
    const number = await findNumberOf(db, params.id)
    if (number) await voidNumber(db, number.id, { reason: endedWords, by: actor.id, at: now })
    await saveTree(db, params.id, reheaded(dispatch.tree, unit), actor.id, now)
    await saveState(db, params.id, { state: 'draft', by: actor.id, at: now, returnReason: null })
  }
  await saveOwner(db, params.id, heir)
  await addStep(db, { dispatchId: params.id, step: 'adopt', at: now, by: actor.id, note: unit.fullName })
  await record(db, {
    unitId: heir,
    at: now,
    personId: actor.id,
    kind: 'dispatch.adopted',
    subject: 'dispatch',
    subjectId: params.id,
    data: { fromUnitId: dispatch.ownerUnitId, from: dispatch.state, code: dispatch.code },
  })
  return showDispatch(db, orNotFound(await findDispatch(db, params.id), 'dispatch', params.id), actor, now)
})
