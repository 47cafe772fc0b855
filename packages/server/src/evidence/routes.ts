import { AddEvidence, GetEvidenceFile } from '@loa/contract/activities'
import { Problem } from '@loa/contract/problem'
import { findActivity } from '../activities/queries.ts'
import { type FileAnswer, orNotFound, routeInSteps } from '../http/endpoint.ts'
import { claimsOf } from './evidence.ts'
import { findEvidence } from './queries.ts'
import { keepPhoto, receivePhoto } from './receive.ts'

const sizeLimit = 50_000_000

export const evidenceRoutes = [
  routeInSteps(AddEvidence, {
    prepare: async ({ query, tools, wire }) =>
      keepPhoto(await tools.blobs.stage(wire.body(), sizeLimit), query.name),

    async handle(context, _input, photo) {
      const { db, params, query } = context
      const ids = { activityId: params.id, evidenceId: params.evidenceId }
      await receivePhoto(context, ids, photo, claimsOf(query))
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
    async present({ documents, blobs }, { kind, evidence }): Promise<FileAnswer> {
      if (kind === 'original')
        return { name: evidence.id, mime: evidence.mime, inline: true, content: { sha256: evidence.sha256 } }
      const copy = { name: `${evidence.id}.jpg`, mime: 'image/jpeg', inline: true }
      if (kind === 'public') {
        // Made anew each time: what was marked a moment ago is covered in the next copy.
        const bytes = await documents.do('public', {
          path: blobs.path(evidence.sha256),
          regions: evidence.blurs,
        })
        if (!bytes) throw new Problem('file.damaged')
        return { ...copy, content: { bytes } }
      }
      const sha256 = (kind === 'small' ? evidence.smallSha256 : null) ?? evidence.previewSha256
      return { ...copy, content: { sha256: orNotFound(sha256, 'evidence', evidence.id) } }
    },
  }),
]
