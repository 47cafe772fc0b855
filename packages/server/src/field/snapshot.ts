/** All that a phone needs to work without network, in one answer. */
import type { FieldActivity, FieldSnapshot } from '@loa/contract/field'
import type { Indicator } from '@loa/contract/figures'
import { findActivity } from '../activities/queries.ts'
import { findCampaign, listIndicators, listTopics } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { listDuties, listLines } from '../duties/queries.ts'
import { type Actor, mayAct, ownUnits } from '../people/actor.ts'
import { listFieldSites } from '../sites/face-queries.ts'
import { today } from '../time.ts'
import { listConflicts, listOpenActivities, listVoices } from './queries.ts'
import { wordsOf } from './words.ts'

const dutyLimit = 50
/** A unit with more finds the others in the office. */
const siteLimit = 300
/** What was recorded longer ago is changed in the office. */
const openDays = 60

export const snapshotFor = async (db: Database, actor: Actor, now: string): Promise<FieldSnapshot> => {
  const units = ownUnits(actor)
  const duties = await listDuties(db, { units, before: Number.MAX_SAFE_INTEGER, limit: dutyLimit })
  const indicators = new Map<string, Indicator>()
  const campaigns: FieldSnapshot['campaigns'] = []
  for (const id of new Set(duties.map(({ campaignId }) => campaignId))) {
    const campaign = await findCampaign(db, id)
    const own = await listIndicators(db, id)
    for (const indicator of own) indicators.set(indicator.code, indicator)
    campaigns.push({
      id,
      title: campaign?.title ?? '',
      dispatchCode: campaign?.dispatchCode ?? null,
      topics: (await listTopics(db, id)).map(({ id, text }) => ({ id, text })),
      indicators: own.map(({ code }) => code),
    })
  }
  return {
    serverAt: now,
    person: { id: actor.id, name: actor.name },
    unit: actor.unit,
    mayRecord: mayAct(actor, 'activity.record'),
    duties: await Promise.all(
      duties.map(async ({ id, campaignId, unit, state, holder, owner, deadline }) => ({
        id,
        campaignId,
        state,
        holder,
        owner,
        deadline,
        lines: (await listLines(db, { id, campaignId, unitId: unit.id }))
          .filter(({ plan, amounts }) => plan !== null || amounts !== null)
          .map(({ indicator, plan, amounts }) => ({ indicator, plan, declared: amounts?.declared ?? 0 })),
      })),
    ),
    campaigns,
    indicators: [...indicators.values()],
    ...(await ownActivities(db, units, now)),
    sites: await listFieldSites(db, { units, day: today(now), limit: siteLimit }),
  }
}

const ownActivities = async (db: Database, units: readonly number[], now: string) => {
  const since = new Date(Date.parse(now) - openDays * 86_400_000).toISOString()
  const waiting = await listConflicts(db, units)
  const ids = await listOpenActivities(db, units, since)
  const all = [...new Set([...ids, ...waiting.map(({ activityId }) => activityId)])]
  const voices = new Map((await listVoices(db, all)).map((voice) => [voice.id, voice]))
  const activities = new Map<string, FieldActivity>()
  for (const id of all) {
    const activity = await findActivity(db, id)
    if (!activity) continue
    const voice = voices.get(id)
    activities.set(id, {
      id,
      words: wordsOf(activity),
      state: activity.state,
      version: activity.version,
      recordedBy: activity.recordedBy,
      updatedAt: activity.updatedAt,
      photos: activity.evidence.length,
      returned:
        activity.state === 'returned'
          ? {
              reason: activity.returnReason ?? '',
              by: voice?.returnedBy ?? null,
              at: voice?.returnedAt ?? activity.updatedAt,
            }
          : null,
    })
  }
  const conflicts = waiting.flatMap(({ words, by, ...conflict }) => {
    const there = activities.get(conflict.activityId)
    if (!there) return []
    const lastBy = voices.get(conflict.activityId)?.lastBy ?? there.recordedBy.name
    return [{ ...conflict, current: { words: there.words, by: lastBy }, other: { words, by } }]
  })
  return { activities: ids.flatMap((id) => activities.get(id) ?? []), conflicts }
}
