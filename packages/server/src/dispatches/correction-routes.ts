import { readFile } from 'node:fs/promises'
import {
  CorrectDispatch,
  DispatchPlaces,
  GetDispatchPage,
  GetDispatchPlaces,
} from '@loa/contract/corrections'
import { Problem } from '@loa/contract/problem'
import { followDispatch } from '../arrivals/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { checkOpen, correctedTree, correctionsOf } from './correction.ts'
import { followCorrections } from './correction-plan.ts'
import { addCorrections, knownCorrections } from './correction-queries.ts'
import { hasPages } from './files.ts'
import { findDispatch, findDispatchForUpdate, saveTree } from './queries.ts'
import { showDispatch } from './show.ts'

export const correctionRoutes = [
  route(CorrectDispatch, async ({ db, actor, now, params }, { version, changes }) => {
    const dispatch = orNotFound(await findDispatchForUpdate(db, params.id), 'dispatch', params.id)
    allow(actor, 'dispatch.correct', dispatch.ownerUnitId)
    checkOpen(dispatch.state)
    const known = await knownCorrections(db, params.id)
    const corrections = correctionsOf(dispatch.tree, known, changes, today(now))
    // Sent twice, or what stands there already: nothing to write, and no reason to refuse.
    if (corrections.length === 0) return showDispatch(db, dispatch, actor, now)
    if (dispatch.version !== version)
      throw new Problem('thing.changed', {
        who: dispatch.changedBy,
        at: dispatch.updatedAt,
        state: dispatch.state,
      })

    const tree = correctedTree(dispatch.tree, known, corrections)
    await saveTree(db, params.id, tree, actor.id, now)
    await followDispatch(db, params.id, tree)
    const written = { dispatchId: params.id, version: version + 1, by: actor.id, at: now }
    await addCorrections(db, written, corrections)
    await followCorrections(db, dispatch, tree, corrections, { actor, today: today(now) })
    await record(db, {
      unitId: dispatch.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'dispatch.corrected',
      subject: 'dispatch',
      subjectId: params.id,
      data: { version: written.version, fields: corrections.map(({ field, how }) => ({ field, how })) },
    })
    return showDispatch(db, orNotFound(await findDispatch(db, params.id), 'dispatch', params.id), actor, now)
  }),

  routeInSteps(GetDispatchPlaces, {
    handle: async ({ db, params }) => orNotFound(await findDispatch(db, params.id), 'dispatch', params.id),
    async present({ documents, blobs }, { fileSha256, layoutSha256, fileMime, tree }) {
      if (layoutSha256)
        return DispatchPlaces.parse(JSON.parse(await readFile(blobs.path(layoutSha256), 'utf8')))
      if (!fileSha256 || !hasPages(fileMime)) return { pages: [], places: [] }
      return documents.do('places', { path: blobs.path(fileSha256), mime: fileMime, text: tree.text })
    },
  }),

  routeInSteps(GetDispatchPage, {
    handle: async ({ db, params }) => ({
      dispatch: orNotFound(await findDispatch(db, params.id), 'dispatch', params.id),
      page: params.page,
    }),
    async present({ documents, blobs }, { dispatch: { id, fileSha256, fileMime }, page }) {
      const none = () => new Problem('thing.not-found', { what: 'page', id })
      if (!fileSha256 || !hasPages(fileMime)) throw none()
      const give = { path: blobs.path(fileSha256), mime: fileMime, page }
      const bytes = await documents.do('page', give)
      if (bytes === 'damaged') throw new Problem('file.damaged')
      if (bytes === 'no such page') throw none()
      return { name: `trang-${page}.jpg`, mime: 'image/jpeg', inline: true, content: { bytes } }
    },
  }),
]
