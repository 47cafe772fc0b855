import { Problem } from '@loa/contract/problem'
import { AddCheckPhoto, CheckSite, GetCheckPhoto, SettleCheck } from '@loa/contract/sites'
import { record } from '../events/events.ts'
import { keepPhoto } from '../evidence/receive.ts'
import { type FileAnswer, orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { findCheck, insertCheck, savePhoto, settleCheck, settleEarlier } from './check-queries.ts'
import { findPosting } from './posting-queries.ts'
import { lockSite } from './queries.ts'

const sizeLimit = 50_000_000

export const checkRoutes = [
  route(CheckSite, async ({ db, actor, now, params }, { siteId, postingId, result, note, at }) => {
    const site = orNotFound(await lockSite(db, siteId), 'site', siteId)
    allow(actor, 'site.check', site.unitId)
    if (postingId !== null && (await findPosting(db, postingId))?.siteId !== siteId)
      throw new Problem('thing.not-found', { what: 'posting', id: postingId })
    // A phone's clock that runs ahead does not see tomorrow.
    const seenAt = at !== undefined && Temporal.Instant.compare(at, now) < 0 ? at : now
    const check = {
      id: params.id,
      siteId,
      postingId,
      unitId: site.unitId,
      result,
      note,
      at: seenAt,
      by: actor.id,
    }
    if (await insertCheck(db, check)) {
      if (result === 'found') await settleEarlier(db, check)
      await record(db, {
        unitId: site.unitId,
        at: now,
        personId: actor.id,
        kind: `site.${result}`,
        subject: 'site',
        subjectId: siteId,
        data: { checkId: params.id, postingId, note },
      })
    }
    const said = orNotFound(await findCheck(db, params.id), 'site-check', params.id)
    if (said.siteId !== siteId) throw new Problem('thing.not-found', { what: 'site-check', id: params.id })
    return said
  }),

  routeInSteps(AddCheckPhoto, {
    async prepare({ query, tools, wire }) {
      const { sha256, header } = await keepPhoto(await tools.blobs.stage(wire.body(), sizeLimit), query.name)
      const photo = await tools.documents.do('photo', { path: tools.blobs.path(sha256) })
      if (!photo) throw new Problem('evidence.not-a-photo', { name: query.name })
      const preview = await tools.blobs.put(photo.preview)
      return { sha256, mime: header.mime, previewSha256: preview.sha256 }
    },
    async handle({ db, actor, params }, _input, photo) {
      const check = orNotFound(await findCheck(db, params.id), 'site-check', params.id)
      allow(actor, 'site.check', check.unitId)
      // One photo a check: another one is another look.
      if (check.photoSha256 !== null && check.photoSha256 !== photo.sha256)
        throw new Problem('site.check-has-photo')
      await savePhoto(db, params.id, photo)
      return orNotFound(await findCheck(db, params.id), 'site-check', params.id)
    },
  }),

  routeInSteps(GetCheckPhoto, {
    async handle({ db, params }) {
      const check = orNotFound(await findCheck(db, params.id), 'site-check', params.id)
      const isPreview = params.kind === 'preview'
      const sha256 = isPreview ? check.photoPreviewSha256 : check.photoSha256
      return {
        id: params.id,
        mime: isPreview ? 'image/jpeg' : (check.photoMime ?? ''),
        sha256: orNotFound(sha256, 'site-check', params.id),
      }
    },
    present: async (_tools, { id, mime, sha256 }): Promise<FileAnswer> => ({
      name: id,
      mime,
      inline: true,
      content: { sha256 },
    }),
  }),

  route(SettleCheck, async ({ db, actor, now, params }, { note }) => {
    const check = orNotFound(await findCheck(db, params.id), 'site-check', params.id)
    allow(actor, 'site.save', check.unitId)
    if (check.settledAt === null && check.result !== 'found') {
      await settleCheck(db, params.id, { by: actor.id, at: now, note })
      await record(db, {
        unitId: check.unitId,
        at: now,
        personId: actor.id,
        kind: 'site.settled',
        subject: 'site',
        subjectId: check.siteId,
        data: { checkId: params.id, note },
      })
    }
    return orNotFound(await findCheck(db, params.id), 'site-check', params.id)
  }),
]
