import { AddEvidence, GetEvidenceFile } from '@loa/contract/activities'
import { Problem } from '@loa/contract/problem'
import { checkOpen } from '../activities/activity.ts'
import { findActivity, findActivityForUpdate } from '../activities/queries.ts'
import { settle } from '../activities/settle.ts'
import { record } from '../events/events.ts'
import { type FileAnswer, orNotFound, routeInSteps } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { doubtsOf } from './evidence.ts'
import { findEvidence, insertEvidence, isPhotoUsed } from './queries.ts'

const sizeLimit = 50_000_000

export const evidenceRoutes = [
  routeInSteps(AddEvidence, {
    async prepare({ query, tools, wire }) {
      const staged = await tools.blobs.stage(wire.body(), sizeLimit)
      try {
        const photo = staged.bytes === 0 ? null : await tools.documents.do('photo', { path: staged.path })
        if (!photo) throw new Problem('evidence.not-a-photo', { name: query.name })
        await staged.keep()
        const preview = await tools.blobs.put(photo.preview)
        return { sha256: staged.sha256, bytes: staged.bytes, previewSha256: preview.sha256, photo }
      } catch (error) {
        await staged.drop()
        throw error
      }
    },

    async handle({ db, actor, now, params }, _input, { photo, ...file }) {
      const activity = orNotFound(await findActivityForUpdate(db, params.id), 'activity', params.id)
      allow(actor, 'activity.record', activity.holderUnitId)
      const known = await findEvidence(db, params.evidenceId)
      if (known && (known.activityId !== params.id || known.sha256 !== file.sha256))
        throw new Problem('evidence.other-activity')
      if (known) return activity

      checkOpen(activity.state)
      const isUsed = await isPhotoUsed(db, file.sha256, params.id)
      const added = await insertEvidence(db, {
        ...file,
        id: params.evidenceId,
        activityId: params.id,
        unitId: activity.unitId,
        ownerUnitId: activity.ownerUnitId,
        photo,
        doubts: doubtsOf(photo, activity.happenedOn, isUsed),
        by: actor.id,
        at: now,
      })
      if (added === 1) {
        await settle(db, activity, activity.state, activity.returnReason, now)
        await record(db, {
          unitId: activity.holderUnitId,
          at: now,
          personId: actor.id,
          kind: 'evidence.added',
          subject: 'activity',
          subjectId: params.id,
          data: { evidenceId: params.evidenceId, sha256: file.sha256 },
        })
      }
      return orNotFound(await findActivity(db, params.id), 'activity', params.id)
    },
  }),

  routeInSteps(GetEvidenceFile, {
    async handle({ db, params }) {
      return {
        kind: params.kind,
        evidence: orNotFound(await findEvidence(db, params.id), 'evidence', params.id),
      }
    },
    present: async (_tools, { kind, evidence }): Promise<FileAnswer> =>
      kind === 'preview'
        ? {
            name: `${evidence.id}.jpg`,
            mime: 'image/jpeg',
            inline: true,
            content: { sha256: evidence.previewSha256 },
          }
        : { name: evidence.id, mime: evidence.mime, inline: true, content: { sha256: evidence.sha256 } },
  }),
]
