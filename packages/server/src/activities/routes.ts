import { isDeepStrictEqual } from 'node:util'
import {
  GetActivity,
  ListActivities,
  RecordActivity,
  ReviewActivity,
  SubmitActivity,
} from '@loa/contract/activities'
import { Problem } from '@loa/contract/problem'
import { listIndicators } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { checkRecorded } from '../duties/duty.ts'
import { findDuty } from '../duties/queries.ts'
import { record } from '../events/events.ts'
import { doubtSites } from '../evidence/site-doubts.ts'
import { foldFigures } from '../figures/fold.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { pageFrom, timeCursor } from '../http/page.ts'
import { type Actor, allow } from '../people/actor.ts'
import { isFaceOf } from '../sites/queries.ts'
import { checkOpen, countProofs, review, submit } from './activity.ts'
import { checkDetails } from './details.ts'
import { checkQuantities, givenQuantities, isSameQuantities } from './quantities.ts'
import {
  countActivities,
  countOwnTopics,
  findActivity,
  findActivityForUpdate,
  insertActivity,
  listActivities,
  type StoredActivity,
  updateActivity,
} from './queries.ts'
import { settle } from './settle.ts'

export const activityRoutes = [
  route(ListActivities, async ({ db, query }) => {
    const rows = await listActivities(db, {
      ...query,
      after: timeCursor(query.cursor),
      limit: query.limit + 1,
    })
    return pageFrom(
      rows,
      query.limit,
      (row) => `${row.happenedOn}_${row.id}`,
      await countActivities(db, query),
    )
  }),

  route(GetActivity, async ({ db, params }) =>
    orNotFound(await findActivity(db, params.id), 'activity', params.id),
  ),

  route(RecordActivity, async ({ db, actor, now, params, wake }, input) => {
    const duty = orNotFound(await findDuty(db, input.dutyId), 'duty', input.dutyId)
    allow(actor, 'activity.record', duty.holderUnitId)
    checkRecorded(duty, input.happenedOn)
    const counted = checkQuantities(givenQuantities(input), await listIndicators(db, duty.campaignId))
    await checkTopics(db, duty.campaignId, input.topics)
    const before = await findActivityForUpdate(db, params.id)

    const activity = {
      ...input,
      ...counted,
      faceId: await faceOf(db, before, input.faceId),
      details: checkDetails({ ...counted, details: input.details }, 'recorded'),
      id: params.id,
      campaignId: duty.campaignId,
      unitId: duty.unitId,
      ownerUnitId: duty.ownerUnitId,
      simulated: duty.simulated,
      by: actor.id,
      at: now,
    }
    if (before) await change(db, before, activity, input.version)
    else if (!(await insertActivity(db, activity))) throw new Problem('activity.other-owner')
    await foldFigures(db, before ? [before, activity] : [activity], now)
    if (before && before.faceId !== activity.faceId) await doubtSites(db, before, now)
    await note(db, actor, now, 'activity.recorded', {
      id: params.id,
      holderUnitId: duty.holderUnitId,
    })
    await wake('figures.changed', {})
    return orNotFound(await findActivity(db, params.id), 'activity', params.id)
  }),

  route(SubmitActivity, async ({ db, actor, now, params, wake }, { version }) => {
    const activity = orNotFound(await findActivityForUpdate(db, params.id), 'activity', params.id)
    allow(actor, 'activity.record', activity.holderUnitId)
    checkVersion(activity, version)
    const state = submit(activity.state, countProofs(activity))
    checkDetails(activity, 'submitted')
    await settle(db, activity, state, null, now)
    await note(db, actor, now, 'activity.submitted', activity)
    await wake('figures.changed', {})
    return orNotFound(await findActivity(db, params.id), 'activity', params.id)
  }),

  route(ReviewActivity, async ({ db, actor, now, params, wake }, { version, verdict, reason }) => {
    const activity = orNotFound(await findActivityForUpdate(db, params.id), 'activity', params.id)
    // The unit that gave the duty judges, never the one that did it.
    allow(actor, 'activity.review', activity.ownerUnitId)
    checkVersion(activity, version)
    const state = review(activity.state, countProofs(activity), verdict, reason)
    await settle(db, activity, state, reason ?? null, now)
    await note(db, actor, now, `activity.${state}`, activity, reason)
    await wake('figures.changed', {})
    return orNotFound(await findActivity(db, params.id), 'activity', params.id)
  }),
]

/** Sent again without a version, word for word, it is the same record; anything else needs the version seen. */
const change = async (
  db: Database,
  before: StoredActivity,
  activity: Parameters<typeof updateActivity>[1],
  version: number | undefined,
) => {
  if (before.unitId !== activity.unitId || before.dutyId !== activity.dutyId)
    throw new Problem('activity.other-owner')
  const same =
    isSameQuantities(before.quantities, activity.quantities) &&
    isDeepStrictEqual(before.details, activity.details) &&
    before.place === activity.place &&
    before.faceId === activity.faceId &&
    before.happenedOn === activity.happenedOn &&
    before.note === activity.note &&
    before.topics.join() === [...activity.topics].sort((a, b) => a - b).join()
  if (same) return
  checkOpen(before.state)
  if (version !== before.version)
    throw new Problem('thing.changed', { at: before.updatedAt, state: before.state })
  await updateActivity(db, activity)
}

const checkTopics = async (db: Database, campaignId: number, given: number[]) => {
  const topics = [...new Set(given)]
  if ((await countOwnTopics(db, campaignId, topics)) !== topics.length)
    throw new Problem('thing.not-found', { what: 'topic', id: topics.join(', ') })
}

/** One that is chosen must be in sight; one that stands there already may have gone out of it. */
const faceOf = async (
  db: Database,
  before: StoredActivity | null,
  given: string | null | undefined,
): Promise<string | null> => {
  const stood = before?.faceId ?? null
  if (given === undefined || given === stood) return stood
  if (given !== null) orNotFound(await isFaceOf(db, given), 'site', given)
  return given
}

const checkVersion = (activity: StoredActivity, version: number) => {
  if (activity.version !== version)
    throw new Problem('thing.changed', { at: activity.updatedAt, state: activity.state })
}

const note = (
  db: Database,
  actor: Actor,
  at: string,
  kind: string,
  activity: { id: string; holderUnitId: number },
  reason?: string,
) =>
  record(db, {
    unitId: activity.holderUnitId,
    at,
    personId: actor.id,
    kind,
    subject: 'activity',
    subjectId: activity.id,
    data: reason ? { reason } : {},
  })
