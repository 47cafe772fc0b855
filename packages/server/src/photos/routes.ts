import { randomUUID } from 'node:crypto'
import {
  BlurPhoto,
  DrawSample,
  GetPhoto,
  JudgePhoto,
  ListPhotos,
  ListSamples,
  type Photo,
  UndoJudgement,
} from '@loa/contract/photos'
import { Problem } from '@loa/contract/problem'
import { findActivityForUpdate } from '../activities/queries.ts'
import { settle } from '../activities/settle.ts'
import { findCampaign } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { foldDoubts, saveBlurs } from '../evidence/queries.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { pageFrom, timeCursor } from '../http/page.ts'
import { type Actor, allow, mayActFor, unitsFor } from '../people/actor.ts'
import { judge, undo } from './photo.ts'
import {
  closeDoubts,
  countPhotos,
  drawSample,
  findJudgement,
  findPhoto,
  findSample,
  insertJudgement,
  listPairs,
  listPhotos,
  listSamples,
  reopenDoubts,
  undoJudgement,
} from './queries.ts'

export const photoRoutes = [
  route(ListPhotos, async ({ db, actor, query }) => {
    const filter = { ...query, units: [...unitsFor(actor, 'activity.review')] }
    const rows = await listPhotos(db, { ...filter, after: timeCursor(query.cursor), limit: query.limit + 1 })
    return pageFrom(rows, query.limit, (row) => `${row.createdAt}_${row.id}`, await countPhotos(db, filter))
  }),

  route(GetPhoto, async ({ db, params }) => ({
    ...orNotFound(await findPhoto(db, params.id), 'photo', params.id),
    pairs: await listPairs(db, params.id),
  })),

  route(JudgePhoto, async ({ db, actor, now, params, wake }, { version, verdict, comment, sample }) => {
    const { photo, activity } = await photoForUpdate(db, params.id)
    // The unit that gave the order judges, never the one that did it.
    allow(actor, 'activity.review', activity.ownerUnitId)
    if (activity.version !== version)
      throw new Problem('thing.changed', { at: activity.updatedAt, state: activity.state })
    const state = judge(activity.state, verdict, comment)
    const closed = verdict === 'fine' ? await closeDoubts(db, photo.id, actor.id, now) : []
    await foldDoubts(db, photo.id)
    await settle(db, activity, state, verdict === 'refused' ? comment : activity.returnReason, now)
    await insertJudgement(db, {
      evidenceId: photo.id,
      unitId: photo.unitId,
      ownerUnitId: photo.ownerUnitId,
      verdict,
      comment,
      sample: sample ?? null,
      by: actor.id,
      at: now,
      closedDoubts: closed.map(({ id }) => id),
      stateBefore: activity.state,
      reasonBefore: activity.returnReason,
      versionAfter: activity.version + 1,
    })
    await record(db, {
      ...noteOf(activity.holderUnitId, actor, now, photo),
      kind: 'photo.judged',
      data: { evidenceId: photo.id, verdict, comment, sample: sample ?? null, doubts: photo.doubts },
    })
    await wake('figures.changed', {})
    return shown(db, photo.id)
  }),

  route(UndoJudgement, async ({ db, actor, now, params, wake }) => {
    const { photo, activity } = await photoForUpdate(db, params.id)
    allow(actor, 'activity.review', activity.ownerUnitId)
    const judgement = await findJudgement(db, photo.id)
    const state = undo(activity, judgement)
    if (!judgement) throw new Problem('photo.nothing-to-undo')
    await reopenDoubts(db, judgement.closedDoubts)
    await foldDoubts(db, photo.id)
    await undoJudgement(db, judgement.id, actor.id, now)
    await settle(db, activity, state, judgement.reasonBefore, now)
    await record(db, {
      ...noteOf(activity.holderUnitId, actor, now, photo),
      kind: 'photo.judgement-undone',
      data: { evidenceId: photo.id, verdict: judgement.verdict },
    })
    await wake('figures.changed', {})
    return shown(db, photo.id)
  }),

  route(BlurPhoto, async ({ db, actor, now, params }, { regions }) => {
    const { photo, activity } = await photoForUpdate(db, params.id)
    if (!mayActFor(actor, 'photo.blur', activity.ownerUnitId))
      allow(actor, 'photo.blur', activity.holderUnitId)
    await saveBlurs(db, photo.id, regions)
    await record(db, {
      ...noteOf(activity.holderUnitId, actor, now, photo),
      kind: 'photo.blurred',
      data: { evidenceId: photo.id, regions },
    })
    return { regions }
  }),

  route(DrawSample, async ({ db, actor, now, params }, { percent, seed = randomUUID() }) => {
    const campaign = orNotFound(await findCampaign(db, params.id), 'campaign', params.id)
    allow(actor, 'activity.review', campaign.ownerUnitId)
    const draw = { campaignId: params.id, ownerUnitId: campaign.ownerUnitId, seed, percent }
    const { id, photos } = await drawSample(db, { ...draw, by: actor.id, at: now })
    await record(db, {
      unitId: campaign.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'photo.sampled',
      subject: 'campaign',
      subjectId: params.id,
      data: { sample: id, seed, percent, photos },
    })
    return findSample(db, id)
  }),

  route(ListSamples, async ({ db, actor, params }) => {
    orNotFound(await findCampaign(db, params.id), 'campaign', params.id)
    return { rows: await listSamples(db, params.id, [...unitsFor(actor, 'activity.review')]) }
  }),
]

/** The photo with its activity locked, so that nobody hands in or accepts meanwhile. */
const photoForUpdate = async (db: Database, id: string) => {
  const photo = orNotFound(await findPhoto(db, id), 'photo', id)
  return { photo, activity: orNotFound(await findActivityForUpdate(db, photo.activityId), 'photo', id) }
}

const shown = async (db: Database, id: string): Promise<Photo> =>
  orNotFound(await findPhoto(db, id), 'photo', id)

const noteOf = (unitId: number, actor: Actor, at: string, photo: { activityId: string }) => ({
  unitId,
  at,
  personId: actor.id,
  subject: 'activity',
  subjectId: photo.activityId,
})
