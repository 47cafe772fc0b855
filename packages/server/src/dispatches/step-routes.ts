import {
  ApproveDispatch,
  IssueDispatch,
  NumberDispatch,
  ReturnDispatch,
  SignDispatch,
  SubmitDispatch,
} from '@loa/contract/dispatches'
import { Problem } from '@loa/contract/problem'
import type { DocumentTree } from '@loa/documents'
import { startRunning } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { checkReserved, seriesOf } from '../numbers/number.ts'
import { findNumberForUpdate, findPlan, saveCode, takeNumber, useReserved } from '../numbers/queries.ts'
import { type Actor, allow, type Ground } from '../people/actor.ts'
import { findStop } from '../recalls/queries.ts'
import { findStand } from '../signatures/queries.ts'
import { checkSigned } from '../signatures/signature.ts'
import { today } from '../time.ts'
import { findEnd } from '../units/queries.ts'
import { checkComplete, numbered, type Step, signed, stepRules, takeStep } from './dispatch.ts'
import {
  addStep,
  findDispatch,
  findDispatchForUpdate,
  type StoredDispatch,
  saveState,
  saveTree,
} from './queries.ts'
import { showDispatch } from './show.ts'

export const stepRoutes = [
  route(SubmitDispatch, async ({ db, actor, now, params }, { version }) => {
    const { dispatch, ground } = await locked({ db, actor, now }, params.id, version, 'submit')
    checkComplete(dispatch.tree)
    return advance(db, actor, now, dispatch, 'submit', { ground })
  }),

  route(ApproveDispatch, async ({ db, actor, now, params }, { version }) => {
    const { dispatch, ground } = await locked({ db, actor, now }, params.id, version, 'approve')
    return advance(db, actor, now, dispatch, 'approve', { ground })
  }),

  route(ReturnDispatch, async ({ db, actor, now, params }, { version, reason }) => {
    const { dispatch, ground } = await locked({ db, actor, now }, params.id, version, 'return')
    return advance(db, actor, now, dispatch, 'return', { ground, note: reason })
  }),

  route(SignDispatch, async ({ db, actor, now, params }, { version }) => {
    const { dispatch, ground } = await locked({ db, actor, now }, params.id, version, 'sign')
    const tree = signed(dispatch.tree, actor.name, ground.by === 'delegation' ? ground.delegation : null)
    await saveTree(db, params.id, tree, actor.id, now)
    return advance(db, actor, now, dispatch, 'sign', { ground })
  }),

  route(NumberDispatch, async ({ db, actor, now, params, wake }, { version, reserved }) => {
    const { dispatch, ground } = await locked({ db, actor, now }, params.id, version, 'number')
    const given = await giveNumber(db, dispatch, { reserved, by: actor.id, at: now })
    const tree: DocumentTree = numbered(dispatch.tree, given.number, today(now))
    await saveCode(db, given.id, tree.code)
    await saveTree(db, params.id, tree, actor.id, now)
    const answer = await advance(db, actor, now, dispatch, 'number', {
      ground,
      note: tree.code ?? undefined,
    })
    if (answer.awaitsSignature) await wake('dispatch.numbered', { dispatchId: params.id })
    return answer
  }),

  route(IssueDispatch, async ({ db, actor, now, params, wake }, { version }) => {
    const { dispatch, ground } = await locked({ db, actor, now }, params.id, version, 'issue')
    checkSigned(dispatch.state, await findStand(db, params.id))
    const answer = await advance(db, actor, now, dispatch, 'issue', { ground })
    if (dispatch.campaignId && dispatch.tree.type !== 'bao-cao') await startRunning(db, dispatch.campaignId)
    await wake('dispatch.issued', { dispatchId: params.id, by: actor.id, at: now })
    return answer
  }),
]

/** The next number of its series, or the one that was kept for it. */
const giveNumber = async (
  db: Database,
  { id: dispatchId, ownerUnitId: unitId, tree }: StoredDispatch,
  { reserved, by, at }: { reserved: number | null; by: string; at: string },
): Promise<{ id: number; number: number }> => {
  const year = Number(today(at).slice(0, 4))
  const { kind } = await findPlan(db, unitId, year)
  const wanted = { unitId, year, series: seriesOf(kind, tree.type) }
  if (reserved === null) return takeNumber(db, { dispatchId, ...wanted, by, at })
  const kept = checkReserved(await findNumberForUpdate(db, reserved), wanted)
  await useReserved(db, kept.id, { dispatchId, by, at })
  return kept
}

/** The dispatch, locked, as this person saw it and may act on it. */
const locked = async (
  { db, actor, now }: { db: Database; actor: Actor; now: string },
  id: number,
  version: number,
  step: Step,
) => {
  const dispatch = orNotFound(await findDispatchForUpdate(db, id), 'dispatch', id)
  const ground = allow(actor, stepRules[step].act, dispatch.ownerUnitId, dispatch.tree.type)
  if (dispatch.version !== version)
    throw new Problem('thing.changed', {
      who: dispatch.changedBy,
      at: dispatch.updatedAt,
      state: dispatch.state,
    })
  const ended = await findEnd(db, dispatch.ownerUnitId, today(now))
  if (ended) throw new Problem('unit.ended', { on: ended.on, heir: ended.heir?.fullName ?? null })
  const stop =
    dispatch.campaignId === null || step === 'return' ? null : await findStop(db, dispatch.campaignId)
  if (stop !== null && dispatch.type !== 'bao-cao') throw new Problem('campaign.stopped', { reason: stop })
  takeStep(dispatch.state, step)
  return { dispatch, ground }
}

const advance = async (
  db: Database,
  actor: Actor,
  now: string,
  dispatch: StoredDispatch,
  step: Step,
  { ground, note }: { ground: Ground; note?: string | undefined },
) => {
  const state = takeStep(dispatch.state, step)
  await saveState(db, dispatch.id, {
    state,
    by: actor.id,
    at: now,
    returnReason: step === 'return' ? (note ?? null) : null,
  })
  await addStep(db, { dispatchId: dispatch.id, step, at: now, by: actor.id, note: note ?? null })
  await record(db, {
    unitId: dispatch.ownerUnitId,
    at: now,
    personId: actor.id,
    kind: `dispatch.${step}`,
    subject: 'dispatch',
    subjectId: dispatch.id,
    data: { from: dispatch.state, to: state, ...(note ? { note } : {}), ...groundOf(ground) },
  })
  return showDispatch(
    db,
    orNotFound(await findDispatch(db, dispatch.id), 'dispatch', dispatch.id),
    actor,
    now,
  )
}

/** In whose place it was done, for the log. */
const groundOf = (ground: Ground) => {
  if (ground.by === 'role') return {}
  if (ground.by === 'stand-in') return { insteadOf: ground.insteadOf }
  return { delegation: ground.delegation.id, form: ground.delegation.form }
}
