/**
 * Bytes are there → evidence row. Every way in ends here: the upload in one piece, and uploads that go on after a break.
 * What is promised from then on: the bytes are on disk under their hash, the row is committed with them, and a job will
 * open the photo. Sent again under the same id it changes nothing.
 */
import { Problem } from '@loa/contract/problem'
import { checkOpen } from '../activities/activity.ts'
import { findActivityForUpdate } from '../activities/queries.ts'
import { settleAdded } from '../activities/settle.ts'
import type { StagedBlob } from '../blobs/blobs.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound } from '../http/endpoint.ts'
import { type Actor, allow } from '../people/actor.ts'
import type { Claims } from './evidence.ts'
import { type PhotoHeader, readHeader } from './header.ts'
import { findEvidence, insertEvidence } from './queries.ts'

export interface ReceivedPhoto {
  sha256: string
  bytes: number
  header: PhotoHeader
}

/** Before the transaction. What is no photo, or not all of one, is dropped. @throws Problem as `readHeader` */
export const keepPhoto = async (staged: StagedBlob, name: string): Promise<ReceivedPhoto> => {
  try {
    const header = await readHeader(staged.path, name)
    await staged.keep()
    return { sha256: staged.sha256, bytes: staged.bytes, header }
  } catch (error) {
    await staged.drop()
    throw error
  }
}

interface Receiving {
  db: Database
  actor: Actor
  now: string
  wake: (name: string, data: Record<string, unknown>) => Promise<void>
}

/** @throws Problem `evidence.other-activity`, `evidence.withdrawn`, `activity.closed`, `act.forbidden` */
export const receivePhoto = async (
  { db, actor, now, wake }: Receiving,
  { activityId, evidenceId }: { activityId: string; evidenceId: string },
  photo: ReceivedPhoto,
  claims: Claims,
): Promise<void> => {
  const activity = orNotFound(await findActivityForUpdate(db, activityId), 'activity', activityId)
  allow(actor, 'activity.record', activity.holderUnitId)
  const known = await findEvidence(db, evidenceId)
  if (known && (known.activityId !== activityId || known.sha256 !== photo.sha256))
    throw new Problem('evidence.other-activity')
  if (known) return

  checkOpen(activity.state)
  const added = await insertEvidence(db, {
    ...photo,
    id: evidenceId,
    activityId,
    unitId: activity.unitId,
    ownerUnitId: activity.ownerUnitId,
    claims,
    by: actor.id,
    at: now,
  })
  if (added === 0) {
    // The same bytes once more: they are here already, or were taken back.
    if (activity.evidence.some(({ sha256, withdrawal }) => sha256 === photo.sha256 && withdrawal))
      throw new Problem('evidence.withdrawn')
    return
  }
  await settleAdded(db, activity, now)
  await record(db, {
    unitId: activity.holderUnitId,
    at: now,
    personId: actor.id,
    kind: 'evidence.added',
    subject: 'activity',
    subjectId: activityId,
    data: { evidenceId, sha256: photo.sha256 },
  })
  await wake('photo.received', {})
}
