import { Problem } from '@loa/contract/problem'
import {
  GetDispatchLine,
  GetRecall,
  type Recall,
  RecallDispatch,
  SetReplaced,
  UpdateDispatch,
} from '@loa/contract/recalls'
import type { Database } from '../database/database.ts'
import { askReceivers } from '../deliveries/queries.ts'
import { findDispatch, findDispatchForUpdate } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { type Actor, allow, mayActFor } from '../people/actor.ts'
import { findRecall, listHappened, listLine, saveRecalled, saveReplaces, stopCampaign } from './queries.ts'
import { checkReplaced, checkStands, mayTakeBack, stopWords } from './recall.ts'

export const recallRoutes = [
  route(GetRecall, ({ db, actor, params: { id } }) => shown(db, actor, id)),

  route(RecallDispatch, async ({ db, actor, now, params: { id }, wake }, { reason }) => {
    const dispatch = orNotFound(await findDispatchForUpdate(db, id), 'dispatch', id)
    allow(actor, 'dispatch.recall', dispatch.ownerUnitId)
    const stand = orNotFound(await findRecall(db, id), 'dispatch', id)
    checkStands({ ...dispatch, recalledAt: stand.recalledAt })
    await saveRecalled(db, id, { by: actor.id, at: now, reason })
    const units = await askReceivers(db, { dispatchId: id, asked: 'recall', reason, by: actor.id, at: now })
    const duties =
      stand.campaignId === null
        ? []
        : await stopCampaign(db, stand.campaignId, {
            reason: stopWords(dispatch.code, 'recalled', reason),
            by: actor.id,
            at: now,
          })
    await record(db, {
      unitId: dispatch.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'dispatch.recalled',
      subject: 'dispatch',
      subjectId: id,
      data: {
        reason,
        units: units.length,
        duties: duties.length,
        happened: await listHappened(db, id, stand.campaignId),
      },
    })
    await wake('dispatch.asked', { dispatchId: id, asked: 'recall', reason, at: now })
    return shown(db, actor, id)
  }),

  route(UpdateDispatch, async ({ db, actor, now, params: { id }, wake }, { reason }) => {
    const dispatch = orNotFound(await findDispatchForUpdate(db, id), 'dispatch', id)
    allow(actor, 'dispatch.recall', dispatch.ownerUnitId)
    const stand = orNotFound(await findRecall(db, id), 'dispatch', id)
    checkStands({ ...dispatch, recalledAt: stand.recalledAt })
    const units = await askReceivers(db, { dispatchId: id, asked: 'update', reason, by: actor.id, at: now })
    await record(db, {
      unitId: dispatch.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'dispatch.updated',
      subject: 'dispatch',
      subjectId: id,
      data: { reason, units: units.length },
    })
    await wake('dispatch.asked', { dispatchId: id, asked: 'update', reason, at: now })
    return shown(db, actor, id)
  }),

  route(SetReplaced, async ({ db, actor, now, params: { id } }, { dispatchId }) => {
    const draft = orNotFound(await findDispatchForUpdate(db, id), 'dispatch', id)
    allow(actor, 'dispatch.draft', draft.ownerUnitId)
    if (draft.direction !== 'out') throw new Problem('recall.wrong-replaced')
    if (dispatchId !== null) {
      const old = await findDispatch(db, dispatchId)
      const stand = await findRecall(db, dispatchId)
      checkReplaced(draft, old && { ...old, recalledAt: stand?.recalledAt ?? null })
    }
    await saveReplaces(db, id, { replaces: dispatchId, by: actor.id, at: now })
    await record(db, {
      unitId: draft.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'dispatch.drafted',
      subject: 'dispatch',
      subjectId: id,
      data: { replaces: dispatchId },
    })
    return shown(db, actor, id)
  }),

  route(GetDispatchLine, async ({ db, params: { id } }) => {
    orNotFound(await findDispatch(db, id), 'dispatch', id)
    return { steps: await listLine(db, id) }
  }),
]

const shown = async (db: Database, actor: Actor, id: number): Promise<Recall> => {
  const dispatch = orNotFound(await findDispatch(db, id), 'dispatch', id)
  const { ownerUnitId, campaignId, ...stand } = orNotFound(await findRecall(db, id), 'dispatch', id)
  const mayRecall =
    dispatch.direction === 'out' &&
    mayTakeBack({ ...dispatch, recalledAt: stand.recalledAt }) &&
    mayActFor(actor, 'dispatch.recall', ownerUnitId)
  return { ...stand, mayRecall, happened: await listHappened(db, id, campaignId) }
}
