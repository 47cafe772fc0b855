/** Photos and files that are taken back: kept and seen, with who and why, and proof no more. */
import { WithdrawAttachment, WithdrawEvidence } from '@loa/contract/withdrawals'
import { findActivity, findActivityForUpdate } from '../activities/queries.ts'
import { settle } from '../activities/settle.ts'
import { findAttachment } from '../attachments/queries.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import type { Actor } from '../people/actor.ts'
import { findEvidence } from './queries.ts'
import { checkWithdrawal } from './withdrawal.ts'
import { withdrawAttachment, withdrawEvidence } from './withdrawal-queries.ts'

interface Asked {
  db: Database
  actor: Actor
  now: string
  params: { id: string }
  wake: (name: string, data: Record<string, unknown>) => Promise<void>
}

export const withdrawalRoutes = [
  route(WithdrawEvidence, async (context, { reason }) => {
    const { id } = context.params
    const { activityId, sha256 } = orNotFound(await findEvidence(context.db, id), 'evidence', id)
    return withdraw(context, { activityId, sha256, reason, kind: 'evidence' })
  }),

  route(WithdrawAttachment, async (context, { reason }) => {
    const { id } = context.params
    const { activityId, sha256 } = orNotFound(await findAttachment(context.db, id), 'attachment', id)
    return withdraw(context, { activityId, sha256, reason, kind: 'attachment' })
  }),
]

const withdraw = async (
  { db, actor, now, params, wake }: Asked,
  of: { activityId: string; sha256: string; reason: string; kind: 'evidence' | 'attachment' },
) => {
  const activity = orNotFound(await findActivityForUpdate(db, of.activityId), of.kind, params.id)
  checkWithdrawal(actor, activity, of.reason)
  const save = of.kind === 'evidence' ? withdrawEvidence : withdrawAttachment
  if ((await save(db, { id: params.id, reason: of.reason, by: actor.id, at: now })) === 0) return activity
  await settle(db, activity, activity.state, activity.returnReason, now)
  await record(db, {
    unitId: activity.holderUnitId,
    at: now,
    personId: actor.id,
    kind: `${of.kind}.withdrawn`,
    subject: 'activity',
    subjectId: activity.id,
    data: { id: params.id, sha256: of.sha256, reason: of.reason },
  })
  await wake('figures.changed', {})
  return orNotFound(await findActivity(db, activity.id), 'activity', activity.id)
}
