/** The unit's side: what the plan asks, and the three answers. */
import { AnswerTargets, type DutyTargets, GetDutyTargets } from '@loa/contract/targets'
import { listIndicators } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { checkAccepted } from '../duties/duty.ts'
import { findDuty, findDutyForUpdate, markPlanned } from '../duties/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { checkAnswer } from './answer.ts'
import {
  answerVersion,
  dropRequests,
  insertRequest,
  listDutyRequests,
  listDutyVersions,
  listTargets,
} from './duty-queries.ts'

export const dutyTargetRoutes = [
  route(GetDutyTargets, async ({ db, params }) => {
    orNotFound(await findDuty(db, params.id), 'duty', params.id)
    return showTargets(db, params.id)
  }),

  route(AnswerTargets, async ({ db, actor, now, params }, given) => {
    const duty = orNotFound(await findDutyForUpdate(db, params.id), 'duty', params.id)
    allow(actor, 'duty.answer', duty.holderUnitId)
    checkAccepted(duty.state)
    const standing = await showTargets(db, params.id)
    const known = (await listIndicators(db, duty.campaignId)).map(({ code }) => code)
    const proposed = checkAnswer(given, standing, known)

    await dropRequests(db, params.id)
    // What it agreed to is its plan.
    if (given.answer === 'accept') await markPlanned(db, params.id, now)
    for (const { indicator, before, after, reason } of proposed)
      await insertRequest(db, {
        dutyId: params.id,
        indicator,
        before,
        after,
        reason,
        by: actor.id,
        at: now,
      })
    const answer = ({ accept: 'accepted', propose: 'proposed', decline: 'declined' } as const)[given.answer]
    await answerVersion(db, {
      dutyId: params.id,
      number: given.number,
      answer,
      reason: given.reason,
      by: actor.id,
      at: now,
    })
    await record(db, {
      unitId: duty.holderUnitId,
      at: now,
      personId: actor.id,
      kind: `duty.targets-${answer}`,
      subject: 'duty',
      subjectId: params.id,
      data: { number: given.number, proposed, ...(given.reason ? { reason: given.reason } : {}) },
    })
    return showTargets(db, params.id)
  }),
]

const showTargets = async (db: Database, dutyId: number): Promise<DutyTargets> => {
  const versions = await listDutyVersions(db, dutyId)
  return {
    dutyId,
    number: versions[0]?.number ?? 0,
    versions,
    targets: await listTargets(db, dutyId),
    requests: await listDutyRequests(db, dutyId),
  }
}
