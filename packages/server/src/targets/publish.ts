/** A plan becomes a version: its differences are noted and applied, and only the units they are about are told. */
import { Problem } from '@loa/contract/problem'
import type { TargetException } from '@loa/contract/targets'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { difference } from './difference.ts'
import type { StoredRequest } from './duty-queries.ts'
import { expand } from './expand.ts'
import { listPlanUnits, type PlanCampaign, readGround } from './ground.ts'
import { applyVersion, insertVersion, listStanding, type StoredPlan, savePlan } from './queries.ts'

interface Publication {
  plan: StoredPlan
  kind: 'published' | 'agreed'
  /** What a unit proposed: the only cell that this version changes. */
  agreed?: StoredRequest
  note: string
  by: string
  at: string
}

/** @returns the number of the version. @throws Problem `target.rule-wrong`, `target.nothing-changed` */
export const publish = async (
  db: Database,
  campaign: PlanCampaign & { ownerUnitId: number },
  { plan, kind, agreed, note, by, at }: Publication,
): Promise<number> => {
  const exceptions = agreed ? withException(plan.exceptions, agreed) : plan.exceptions
  const standing = await listStanding(db, campaign.id)
  const units = await listPlanUnits(db, campaign.id)
  const ground = await readGround(db, campaign, units, plan.rules)
  const { targets, rules } = expand({ rules: plan.rules, exceptions }, ground)
  const wrong = rules.findIndex(({ trouble }) => trouble !== null)
  if (kind === 'published' && wrong >= 0)
    throw new Problem('target.rule-wrong', { rule: wrong + 1, trouble: rules[wrong]?.trouble ?? null })
  // A draft of the owner is not published by the way when a proposal is agreed to.
  const changes = agreed
    ? [
        {
          unitId: agreed.unitId,
          indicator: agreed.indicator,
          before:
            standing.find((each) => each.unitId === agreed.unitId && each.indicator === agreed.indicator)
              ?.amount ?? null,
          after: agreed.after,
          parts: [],
          reason: agreed.reason,
        },
      ]
    : difference(standing, targets)
  if (changes.length === 0) throw new Problem('target.nothing-changed')
  const number = plan.published + 1
  await insertVersion(db, {
    campaignId: campaign.id,
    number,
    ownerUnitId: campaign.ownerUnitId,
    kind,
    note,
    rules: plan.rules,
    exceptions,
    by,
    at,
  })
  await savePlan(db, campaign.id, { rules: plan.rules, exceptions, published: number, by, at })
  const told = await applyVersion(db, { campaignId: campaign.id, number, changes, at })
  for (const { dutyId, holderUnitId, cells } of told)
    await record(db, {
      unitId: holderUnitId,
      at,
      personId: by,
      kind: 'duty.targets-given',
      subject: 'duty',
      subjectId: dutyId,
      data: { number, cells, ...(note ? { reason: note } : {}) },
    })
  await record(db, {
    unitId: campaign.ownerUnitId,
    at,
    personId: by,
    kind: 'campaign.targets-published',
    subject: 'campaign',
    subjectId: campaign.id,
    data: { number, units: told.length, cells: changes.length },
  })
  return number
}

const withException = (
  exceptions: TargetException[],
  { unitId, indicator, after, reason }: StoredRequest,
) => [
  ...exceptions.filter((each) => each.unitId !== unitId || each.indicator !== indicator),
  { unitId, indicator, amount: after, reason },
]

/** Said to the unit in its own log, whatever was decided. */
export const noteDecision = async (
  db: Database,
  request: StoredRequest,
  { verdict, reason, by, at }: { verdict: 'agree' | 'refuse'; reason: string; by: string; at: string },
) => {
  const data = {
    indicator: request.indicator,
    before: request.before,
    after: request.after,
    ...(reason ? { reason } : {}),
  }
  const about = { unitId: request.holderUnitId, at, personId: by, subject: 'duty', subjectId: request.dutyId }
  if (verdict === 'agree') await record(db, { ...about, kind: 'duty.request-agreed', data })
  else await record(db, { ...about, kind: 'duty.request-refused', data })
}
