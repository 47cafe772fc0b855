import { DecidePlan, type DispatchPlan, GetPlan, PlanWarning, type ProposalValue } from '@loa/contract/plans'
import { Problem } from '@loa/contract/problem'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { decideProposal, findProposal, listProposals } from './plan-queries.ts'
import { findDispatch, findDispatchForUpdate, type StoredDispatch } from './queries.ts'

export const planRoutes = [
  route(GetPlan, async ({ db, params, now }) => {
    const dispatch = orNotFound(await findDispatch(db, params.id), 'dispatch', params.id)
    return showPlan(db, dispatch, now)
  }),

  route(DecidePlan, async ({ db, actor, now, params }, { decisions }) => {
    const dispatch = orNotFound(await findDispatchForUpdate(db, params.id), 'dispatch', params.id)
    allow(actor, 'plan.decide', dispatch.ownerUnitId)
    if (dispatch.state !== 'read')
      throw new Problem('plan.campaign-exists', { campaignId: dispatch.campaignId })

    for (const decision of decisions) {
      const before = orNotFound(
        await findProposal(db, params.id, decision.proposalId),
        'proposal',
        decision.proposalId,
      )
      checkKind(decision.value, before.value)
      const decided = await decideProposal(db, {
        ...decision,
        value: decision.value,
        dispatchId: params.id,
        by: actor.id,
        at: now,
      })
      if (!decided)
        throw new Problem('thing.changed', { who: before.name, at: before.decidedAt, state: before.decision })
    }
    await record(db, {
      unitId: dispatch.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'plan.decided',
      subject: 'dispatch',
      subjectId: params.id,
      data: { decisions: decisions.map(({ proposalId, decision }) => ({ proposalId, decision })) },
    })
    return showPlan(db, dispatch, now)
  }),
]

/** A change may correct a proposal, not make another kind of it. */
const checkKind = (value: ProposalValue | undefined, before: ProposalValue) => {
  if (value && value.kind !== before.kind)
    throw new Problem('request.invalid', {}, [{ path: 'body.decisions.value.kind', message: before.kind }])
}

const showPlan = async (db: Database, dispatch: StoredDispatch, now: string): Promise<DispatchPlan> => ({
  on: dispatch.planOn ?? today(now),
  proposals: await listProposals(db, dispatch.id),
  warnings: z.array(PlanWarning).parse(dispatch.planWarnings),
  campaignId: dispatch.campaignId,
})
