import { RollOverCampaign } from '@loa/contract/campaigns'
import type { Database } from '../database/database.ts'
import { findDispatch, insertDispatch } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { findPlanCampaign } from '../targets/ground.ts'
import { findPlan, getPlanForUpdate, savePlan } from '../targets/queries.ts'
import { today } from '../time.ts'
import { heirOf } from '../units/queries.ts'
import { findCampaign, insertCampaign, listForms, listTopics } from './queries.ts'
import { daysBetween, inYear, nextDraft, nextExceptions, nextRules, type Passage } from './rollover.ts'
import { linkFollowing, listHeirs, listTopicPairs } from './rollover-queries.ts'

/** Next year's campaign from this one: topics, forms, units of today, rules of the plan, and the dispatch as a draft. */
export const rolloverRoute = route(RollOverCampaign, async ({ db, actor, now, params }, input) => {
  const plan = orNotFound(await findPlanCampaign(db, params.id), 'campaign', params.id)
  const before = orNotFound(await findCampaign(db, params.id), 'campaign', params.id)
  const day = today(now)
  const ownerUnitId = await heirOf(db, before.ownerUnitId, day)
  allow(actor, 'campaign.start', ownerUnitId)

  const units = await listHeirs(db, before.id, day)
  const began = before.from ?? today(before.createdAt)
  const years = [Number(began.slice(0, 4)), Number(input.from.slice(0, 4))] as const
  const title = input.title ?? inYear(before.title, ...years)
  const simulated = actor.example && before.simulated
  const campaignId = await insertCampaign(db, {
    ownerUnitId,
    title,
    sourceDispatchId: null,
    from: input.from,
    to: input.to,
    deadline: input.deadline ?? null,
    simulated,
    by: actor.id,
    at: now,
    topics: (await listTopics(db, before.id)).map(({ text }) => inYear(text, ...years)),
    forms: await listForms(db, before.id),
    units: onceEach(units),
  })
  await linkFollowing(db, campaignId, before.id)
  await takeOverPlan(db, {
    before: before.id,
    after: { id: campaignId, ownerUnitId },
    passage: {
      topics: new Map(
        (await listTopicPairs(db, before.id, campaignId)).map((pair) => [pair.before, pair.after]),
      ),
      heirs: new Map(units.map(({ unit, heirId }) => [unit.id, heirId])),
      days: daysBetween(began, input.from),
    },
    by: actor.id,
    at: now,
  })
  const draftId = await draftAgain(db, before.dispatchId, {
    ownerUnitId,
    campaignId,
    planOn: day,
    years,
    simulated,
    by: actor.id,
    at: now,
  })
  await record(db, {
    unitId: ownerUnitId,
    at: now,
    personId: actor.id,
    kind: 'campaign.rolled-over',
    subject: 'campaign',
    subjectId: campaignId,
    data: { follows: plan.id, draftId },
  })
  return {
    campaignId,
    draftId,
    leftOut: units.filter(({ heirId }) => heirId === null).map(({ unit }) => unit),
  }
})

/** Units that were merged since are one, under the phrase of the first. */
const onceEach = (units: Awaited<ReturnType<typeof listHeirs>>) => {
  const phrases = new Map<number, string>()
  for (const { heirId, phrase } of units)
    if (heirId !== null && !phrases.has(heirId)) phrases.set(heirId, phrase)
  return [...phrases].map(([unitId, phrase]) => ({ unitId, phrase }))
}

/** The rules go over as a draft: nobody is told anything before the officer publishes them. */
const takeOverPlan = async (
  db: Database,
  {
    before,
    after,
    passage,
    by,
    at,
  }: { before: number; after: { id: number; ownerUnitId: number }; passage: Passage; by: string; at: string },
) => {
  const { rules, exceptions } = await findPlan(db, before)
  if (rules.length + exceptions.length === 0) return
  await getPlanForUpdate(db, after, at)
  await savePlan(db, after.id, {
    rules: nextRules(rules, passage),
    exceptions: nextExceptions(exceptions, passage),
    published: 0,
    by,
    at,
  })
}

const draftAgain = async (
  db: Database,
  dispatchId: number | null,
  to: {
    ownerUnitId: number
    campaignId: number
    planOn: string
    years: readonly [number, number]
    simulated: boolean
    by: string
    at: string
  },
): Promise<number> => {
  const old = orNotFound(
    dispatchId === null ? null : await findDispatch(db, dispatchId),
    'dispatch',
    dispatchId ?? 0,
  )
  const draftId = await insertDispatch(db, {
    direction: 'out',
    ownerUnitId: to.ownerUnitId,
    state: 'draft',
    tree: nextDraft(old.tree, old.tree.subject && inYear(old.tree.subject, ...to.years)),
    messages: [],
    file: null,
    planOn: to.planOn,
    planWarnings: [],
    sourceDispatchId: null,
    campaignId: to.campaignId,
    simulated: to.simulated,
    by: to.by,
    at: to.at,
  })
  if (draftId === null) throw new Error('an outgoing draft has no file that could clash')
  return draftId
}
