/** The owner's side: rules, preview, publication, and what units propose. */

import { Problem } from '@loa/contract/problem'
import {
  DecideTargetRequest,
  GetTargets,
  PreviewTargets,
  PublishTargets,
  SaveTargets,
  type TargetPlan,
} from '@loa/contract/targets'
import type { Database } from '../database/database.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId } from '../http/page.ts'
import { allow } from '../people/actor.ts'
import { checkDecision } from './answer.ts'
import { answerVersion, decideRequest, findRequestForUpdate } from './duty-queries.ts'
import { expand } from './expand.ts'
import { findPlanCampaign, listPlanUnits, readGround } from './ground.ts'
import { previewOf } from './preview.ts'
import { noteDecision, publish } from './publish.ts'
import {
  countWaiting,
  findPlan,
  getPlanForUpdate,
  listDeclined,
  listNamed,
  listRequests,
  listStanding,
  listVersions,
  savePlan,
} from './queries.ts'

export const targetRoutes = [
  route(GetTargets, async ({ db, actor, params }) => {
    const campaign = orNotFound(await findPlanCampaign(db, params.id), 'campaign', params.id)
    allow(actor, 'target.read', campaign.ownerUnitId)
    return showPlan(db, campaign.id)
  }),

  route(SaveTargets, async ({ db, actor, now, params }, { version, rules, exceptions }) => {
    const campaign = orNotFound(await findPlanCampaign(db, params.id), 'campaign', params.id)
    allow(actor, 'target.plan', campaign.ownerUnitId)
    const plan = await getPlanForUpdate(db, campaign, now)
    checkVersion(plan.version, version)
    await savePlan(db, campaign.id, { rules, exceptions, published: plan.published, by: actor.id, at: now })
    return showPlan(db, campaign.id)
  }),

  route(PreviewTargets, async ({ db, actor, params }, { show, cursor, limit, ...plan }) => {
    const campaign = orNotFound(await findPlanCampaign(db, params.id), 'campaign', params.id)
    allow(actor, 'target.plan', campaign.ownerUnitId)
    const units = await listPlanUnits(db, campaign.id)
    const ground = await readGround(db, campaign, units, plan.rules)
    const standing = await listStanding(db, campaign.id)
    return previewOf(
      expand(plan, ground),
      { units, standing, indicators: ground.indicators },
      { show, after: cursorId(cursor, 0), limit },
    )
  }),

  route(PublishTargets, async ({ db, actor, now, params }, { version, note }) => {
    const campaign = orNotFound(await findPlanCampaign(db, params.id), 'campaign', params.id)
    allow(actor, 'target.plan', campaign.ownerUnitId)
    if (campaign.state !== 'running') throw new Problem('target.not-running')
    const plan = await getPlanForUpdate(db, campaign, now)
    checkVersion(plan.version, version)
    await publish(db, campaign, { plan, kind: 'published', note, by: actor.id, at: now })
    return showPlan(db, campaign.id)
  }),

  route(DecideTargetRequest, async ({ db, actor, now, params }, { version, verdict, reason }) => {
    const request = orNotFound(await findRequestForUpdate(db, params.id), 'request', params.id)
    allow(actor, 'target.plan', request.ownerUnitId)
    const campaign = orNotFound(
      await findPlanCampaign(db, request.campaignId),
      'campaign',
      request.campaignId,
    )
    const plan = await getPlanForUpdate(db, campaign, now)
    checkDecision(request.state, verdict, reason)
    checkVersion(plan.version, version)
    await decideRequest(db, request.id, { verdict, reason, by: actor.id, at: now })
    await noteDecision(db, request, { verdict, reason, by: actor.id, at: now })
    if (verdict === 'agree') {
      const number = await publish(db, campaign, {
        plan,
        kind: 'agreed',
        agreed: request,
        note: request.reason,
        by: actor.id,
        at: now,
      })
      // Both have said yes to it: nothing is left to answer.
      await answerVersion(db, {
        dutyId: request.dutyId,
        number,
        answer: 'accepted',
        reason: '',
        by: request.askedBy,
        at: now,
      })
    }
    return showPlan(db, campaign.id)
  }),
]

const checkVersion = (stored: number, seen: number) => {
  if (stored !== seen) throw new Problem('thing.changed', { at: null, state: null })
}

const showPlan = async (db: Database, campaignId: number): Promise<TargetPlan> => {
  const plan = await findPlan(db, campaignId)
  return {
    campaignId,
    ...plan,
    versions: await listVersions(db, campaignId),
    requests: await listRequests(db, campaignId),
    declined: await listDeclined(db, campaignId),
    waiting: await countWaiting(db, campaignId),
    named: await listNamed(
      db,
      plan.exceptions.map(({ unitId }) => unitId),
    ),
  }
}
