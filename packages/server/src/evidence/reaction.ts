/**
 * A photo was received: open it, make its copies, look for it among all others, and say what is doubtful. One run looks at
 * all that wait, so that many photos need one job; two servers at once cost double work and change nothing.
 */
import { findActivityForUpdate } from '../activities/queries.ts'
import { settleQuietly } from '../activities/settle.ts'
import type { Database } from '../database/database.ts'
import type { Photo } from '../documents-worker/documents-worker.ts'
import { record } from '../events/events.ts'
import type { Reaction, ReactionTools } from '../events/jobs.ts'
import { foldAndCheck } from '../figures/reaction.ts'
import { type Doubt, daysBetween, doubtsOf, placeOf } from './evidence.ts'
import type { Alike } from './prints.ts'
import {
  listOthers,
  listSame,
  listSightings,
  listUnseen,
  raiseDoubts,
  saveLook,
  type UnseenPhoto,
} from './queries.ts'

const atOnce = 50
const nothing = '00000000-0000-0000-0000-000000000000'

export const onPhotoReceived: Reaction = async (tools) => {
  let after = nothing
  for (;;) {
    const waiting = await tools.pool.transaction('system', (db) => listUnseen(db, after, atOnce))
    for (const photo of waiting) await look(tools, photo)
    after = waiting.at(-1)?.id ?? after
    if (waiting.length < atOnce) break
  }
  // Receiving and looking have changed activities; this run knows of all of them, and needs no job of its own for each.
  await foldAndCheck(tools)
}

const look = async ({ pool, blobs, documents, prints, now }: ReactionTools, photo: UnseenPhoto) => {
  const opened = await documents.do('photo', { path: blobs.path(photo.sha256) })
  const copies = opened && {
    photo: opened,
    previewSha256: (await blobs.put(opened.preview)).sha256,
    smallSha256: (await blobs.put(opened.small)).sha256,
  }
  const at = now()
  await pool.transaction('system', async (db) => {
    const activity = await findActivityForUpdate(db, photo.activityId)
    if (!activity) return
    const alike = opened
      ? await prints.addAndFind(db, { evidenceId: photo.id, unitId: photo.unitId, grey: opened.grey })
      : []
    await saveLook(db, photo.id, copies, at)
    const doubts = await findDoubts(db, photo, opened, alike)
    const raised = await raiseDoubts(db, photo, doubts, at)
    // The figure before the log, as in every request: in the other order each would wait for the other.
    await settleQuietly(db, activity, at)
    if (raised > 0)
      await record(db, {
        unitId: activity.holderUnitId,
        at,
        personId: null,
        kind: 'photo.doubted',
        subject: 'activity',
        subjectId: photo.activityId,
        data: { evidenceId: photo.id, doubts: doubts.map(({ kind }) => kind) },
      })
  })
}

const findDoubts = async (
  db: Database,
  photo: UnseenPhoto,
  opened: Photo | null,
  alike: Alike[],
): Promise<Doubt[]> => {
  const reused = await reuseDoubts(db, photo, alike)
  if (!opened) return [...reused, { kind: 'unreadable', detail: {} }]
  const facts = doubtsOf({
    takenAt: opened.takenAt,
    place: placeOf(opened.latitude, opened.longitude),
    claimedAt: photo.claimedAt,
    claimedPlace: placeOf(photo.claimedLatitude, photo.claimedLongitude),
    claimedAccuracy: photo.claimedAccuracy,
    isMocked: photo.claimedMock,
    sites: photo.sites,
    happenedOn: photo.happenedOn,
    from: photo.periodFrom,
    to: photo.periodTo,
    ...(await listSightings(db, photo, opened.takenAt)),
  })
  return [...reused, ...facts]
}

/** The same file, or one that looks like it, behind another activity of whatever unit and year. */
const reuseDoubts = async (db: Database, photo: UnseenPhoto, alike: Alike[]): Promise<Doubt[]> => {
  const same = await listSame(db, photo)
  const others = await listOthers(
    db,
    alike.map(({ evidenceId }) => evidenceId),
  )
  const like = others.filter(
    ({ id, activityId }) => activityId !== photo.activityId && !same.some((other) => other.id === id),
  )
  const doubt = (
    kind: 'same-photo' | 'like-photo',
    other: (typeof same)[number],
    percent: number,
  ): Doubt => ({
    kind,
    other: other.id,
    detail: {
      percent,
      otherDay: other.happenedOn,
      days: daysBetween(other.happenedOn, photo.happenedOn),
    },
  })
  return [
    ...same.map((other) => doubt('same-photo', other, 100)),
    ...like.map((other) =>
      doubt('like-photo', other, alike.find(({ evidenceId }) => evidenceId === other.id)?.percent ?? 0),
    ),
  ]
}
