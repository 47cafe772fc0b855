import { open } from 'node:fs/promises'
import { AddAttachment, GetAttachmentFile } from '@loa/contract/attachments'
import { Problem } from '@loa/contract/problem'
import { checkOpen } from '../activities/activity.ts'
import { findActivity, findActivityForUpdate } from '../activities/queries.ts'
import { settle } from '../activities/settle.ts'
import { record } from '../events/events.ts'
import { type FileAnswer, orNotFound, routeInSteps } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { headBytes, mimeOf } from './attachment.ts'
import { findAttachment, insertAttachment } from './queries.ts'

const sizeLimit = 50_000_000

export const attachmentRoutes = [
  routeInSteps(AddAttachment, {
    async prepare({ query, tools, wire }) {
      const staged = await tools.blobs.stage(wire.body(), sizeLimit)
      try {
        const mime = mimeOf(query.kind, await headOf(staged.path))
        if (!mime) throw new Problem('attachment.wrong-type', { name: query.name, kind: query.kind })
        await staged.keep()
        return { sha256: staged.sha256, bytes: staged.bytes, mime }
      } catch (error) {
        await staged.drop()
        throw error
      }
    },

    async handle({ db, actor, now, params, query, wake }, _input, file) {
      const activity = orNotFound(await findActivityForUpdate(db, params.id), 'activity', params.id)
      allow(actor, 'activity.record', activity.holderUnitId)
      const known = await findAttachment(db, params.attachmentId)
      if (known && (known.activityId !== params.id || known.sha256 !== file.sha256))
        throw new Problem('evidence.other-activity')
      if (known) return activity

      checkOpen(activity.state)
      if (!activity.proofKinds.includes(query.kind))
        throw new Problem('attachment.kind-not-taken', { kind: query.kind })
      const added = await insertAttachment(db, {
        ...file,
        id: params.attachmentId,
        activityId: params.id,
        unitId: activity.unitId,
        ownerUnitId: activity.ownerUnitId,
        kind: query.kind,
        name: query.name,
        by: actor.id,
        at: now,
      })
      if (
        added === 0 &&
        activity.attachments.some(({ sha256, withdrawal }) => sha256 === file.sha256 && withdrawal)
      )
        throw new Problem('evidence.withdrawn')
      if (added === 1) {
        await settle(db, activity, activity.state, activity.returnReason, now)
        await record(db, {
          unitId: activity.holderUnitId,
          at: now,
          personId: actor.id,
          kind: 'attachment.added',
          subject: 'activity',
          subjectId: params.id,
          data: { attachmentId: params.attachmentId, sha256: file.sha256, kind: query.kind },
        })
        await wake('figures.changed', {})
      }
      return orNotFound(await findActivity(db, params.id), 'activity', params.id)
    },
  }),

  routeInSteps(GetAttachmentFile, {
    async handle({ db, params }) {
      return orNotFound(await findAttachment(db, params.id), 'attachment', params.id)
    },
    // Never shown within a page of Loa: a captured page may carry scripts.
    present: async (_tools, { id, name, mime, sha256 }): Promise<FileAnswer> => ({
      name: name || id,
      mime,
      inline: false,
      content: { sha256 },
    }),
  }),
]

const headOf = async (path: string): Promise<Uint8Array> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
