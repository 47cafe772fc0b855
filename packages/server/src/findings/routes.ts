import { ListFindings, PutFindingAside } from '@loa/contract/findings'
import { findDispatch } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { dropAside, findCheckGround, keepCheck, listAsides, saveAside } from './queries.ts'

export const findingRoutes = [
  routeInSteps(ListFindings, {
    /** Checked where documents are opened, outside of any transaction, and only when nobody did before. */
    async prepare({ params, aside, tools: { documents, blobs } }) {
      const ground = orNotFound(await aside((db) => findCheckGround(db, params.id)), 'dispatch', params.id)
      const { kept, fileSha256, fileName, seen } = ground
      if (kept) return { ground, checked: kept }
      const checked =
        seen && !fileSha256
          ? await documents.do('check-draft', { tree: seen.tree })
          : await documents.do('check', {
              path: blobs.path(fileSha256 ?? ''),
              name: fileName ?? 'van-ban',
              seen,
            })
      return { ground, checked }
    },

    async handle({ db, now, params }, _input, { ground: { ofWhat, kept }, checked }) {
      if (!kept) await keepCheck(db, { id: params.id, ofWhat, checked, at: now })
      const asides = new Map((await listAsides(db, params.id)).map(({ key, ...aside }) => [key, aside]))
      return {
        ...checked,
        findings: checked.findings.map((finding) => ({ ...finding, aside: asides.get(finding.key) ?? null })),
      }
    },
  }),

  route(PutFindingAside, async ({ db, actor, now, params: { id, key } }, { reason }) => {
    const dispatch = orNotFound(await findDispatch(db, id), 'dispatch', id)
    allow(actor, 'finding.put-aside', dispatch.ownerUnitId)
    const isChanged =
      reason === null
        ? await dropAside(db, id, key)
        : await saveAside(db, { dispatchId: id, key, reason, by: actor.id, at: now })
    if (isChanged)
      await record(db, {
        unitId: dispatch.ownerUnitId,
        at: now,
        personId: actor.id,
        kind: reason === null ? 'finding.taken-up' : 'finding.put-aside',
        subject: 'dispatch',
        subjectId: id,
        data: { finding: key, ...(reason === null ? {} : { reason }) },
      })
    return { key }
  }),
]
