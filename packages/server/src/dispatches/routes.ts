import {
  type Dispatch,
  GetDispatch,
  GetDispatchAttachment,
  GetDispatchFile,
  ListDispatches,
  PreviewDispatch,
  SaveDraft,
} from '@loa/contract/dispatches'
import { Problem } from '@loa/contract/problem'
import type { DocumentTree } from '@loa/documents'
import { listAddressed, markOpened } from '../deliveries/queries.ts'
import { keepVersion } from '../drafts/queries.ts'
import { record } from '../events/events.ts'
import { recordReading } from '../events/queries.ts'
import { type FileAnswer, orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { type Actor, allow, ownUnits, sightOf } from '../people/actor.ts'
import { findSignedFile } from '../signatures/queries.ts'
import { adoptRoute } from './adopt-route.ts'
import { correctionRoutes } from './correction-routes.ts'
import { findDispatchFile } from './file-queries.ts'
import { fileNameOf, issuedFile, layOut, layOutLetters } from './files.ts'
import { planRoutes } from './plan-routes.ts'
import {
  countDispatches,
  findDispatch,
  findDispatchForUpdate,
  findReportOf,
  listDispatches,
  saveTree,
} from './queries.ts'
import { showDispatch } from './show.ts'
import { stepRoutes } from './step-routes.ts'
import { uploadRoute } from './upload.ts'

export const dispatchRoutes = [
  uploadRoute,
  ...planRoutes,
  ...stepRoutes,
  adoptRoute,
  ...correctionRoutes,

  route(ListDispatches, async ({ db, actor, query }) => {
    const filter = { ...query, units: sightOf(actor) }
    const rows = await listDispatches(db, {
      ...filter,
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, (row) => row.id, await countDispatches(db, filter))
  }),

  route(GetDispatch, async ({ db, actor, now, params }) => {
    const dispatch = orNotFound(await findDispatch(db, params.id), 'dispatch', params.id)
    await recordReading(db, readingOf(actor, now, 'dispatch.opened', params.id))
    if (dispatch.state === 'issued')
      await markOpened(db, { dispatchId: params.id }, { units: ownUnits(actor), at: now })
    return showDispatch(db, dispatch, actor, now)
  }),

  routeInSteps(GetDispatchFile, {
    async handle({ db, actor, now, params }) {
      const dispatch = orNotFound(await findDispatch(db, params.id), 'dispatch', params.id)
      await recordReading(db, readingOf(actor, now, 'dispatch.downloaded', params.id))
      return {
        kind: params.kind,
        dispatch,
        signed: await findSignedFile(db, params.id),
        addressed: params.kind === 'letters' ? await listAddressed(db, params.id) : [],
      }
    },
    async present(tools, { kind, dispatch, signed, addressed }): Promise<FileAnswer> {
      if (kind === 'letters') return layOutLetters(tools, dispatch, addressed)
      if (kind === 'original') {
        if (!dispatch.fileSha256) throw new Problem('thing.not-found', { what: 'file', id: dispatch.id })
        return {
          name: dispatch.fileName ?? 'van-ban',
          mime: dispatch.fileMime ?? 'application/octet-stream',
          inline: false,
          content: { sha256: dispatch.fileSha256 },
        }
      }
      return issuedFile(dispatch, kind, signed) ?? layOut(tools, dispatch.tree, kind, fileNameOf(dispatch))
    },
  }),

  route(GetDispatchAttachment, async ({ db, actor, now, params: { id, ordinal } }) => {
    orNotFound(await findDispatch(db, id), 'dispatch', id)
    const file = orNotFound(await findDispatchFile(db, id, ordinal), 'file', ordinal)
    await recordReading(db, readingOf(actor, now, 'dispatch.downloaded', id))
    // A stranger's file is offered for keeping and never shown in the page.
    return { name: file.name, mime: file.mime, inline: false, content: { sha256: file.sha256 } }
  }),

  routeInSteps(PreviewDispatch, {
    async handle({ db, params }, { change, have }) {
      const dispatch = orNotFound(await findDispatch(db, params.id), 'dispatch', params.id)
      return { tree: merged(dispatch.tree, change), have }
    },
    present: async ({ documents }, give) => ({ pages: await documents.do('pages', give) }),
  }),

  route(SaveDraft, async ({ db, actor, now, params }, { version, change }): Promise<Dispatch> => {
    const dispatch = orNotFound(await findDispatchForUpdate(db, params.id), 'dispatch', params.id)
    allow(actor, 'dispatch.draft', dispatch.ownerUnitId)
    if (dispatch.version !== version)
      throw new Problem('thing.changed', {
        who: dispatch.changedBy,
        at: dispatch.updatedAt,
        state: dispatch.state,
      })
    if (dispatch.state !== 'draft')
      throw new Problem('dispatch.wrong-state', { state: dispatch.state, step: 'save' })
    // Its numbers come from data only, its words from the page of the report.
    const report = change.body ? await findReportOf(db, params.id) : null
    if (report !== null) throw new Problem('report.body-by-outline', { reportId: report })

    const tree = merged(dispatch.tree, change)
    await saveTree(db, params.id, tree, actor.id, now)
    await keepVersion(db, dispatch, { tree, by: actor.id, at: now })
    await record(db, {
      unitId: dispatch.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'dispatch.drafted',
      subject: 'dispatch',
      subjectId: params.id,
      data: { fields: Object.keys(change) },
    })
    return showDispatch(db, orNotFound(await findDispatch(db, params.id), 'dispatch', params.id), actor, now)
  }),
]

const readingOf = (actor: Actor, at: string, kind: string, dispatchId: number) => ({
  unitId: actor.unit.id,
  at,
  personId: actor.id,
  kind,
  subject: 'dispatch',
  subjectId: dispatchId,
})

/** Only the fields that were sent; a field sent as undefined is not there. */
const merged = (tree: DocumentTree, change: Partial<DocumentTree>): DocumentTree => ({
  ...tree,
  ...(Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<DocumentTree>),
})
