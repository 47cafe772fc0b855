/** An incoming file on its way to a dispatch: on disk, read in the worker, then kept or dropped. */
import { UploadDispatch } from '@loa/contract/dispatches'
import { Problem, type ProblemCode, problemStatus } from '@loa/contract/problem'
import { type DocumentTree, plan, type ReadResult } from '@loa/documents'
import { withGroups } from '../address-groups/resolve.ts'
import { record } from '../events/events.ts'
import { orNotFound, routeInSteps, type Tools } from '../http/endpoint.ts'
import { allow, ownUnits } from '../people/actor.ts'
import { today } from '../time.ts'
import { directoryOn } from '../units/queries.ts'
import { planDay } from './plan-day.ts'
import { insertProposals, proposalsOf } from './plan-queries.ts'
import { findDelivered, findDispatch, findDispatchOfFile, insertDispatch, saveLayout } from './queries.ts'
import { showDispatch } from './show.ts'

const sizeLimit = 50_000_000

export const uploadRoute = routeInSteps(UploadDispatch, {
  async prepare({ actor, query, tools, wire }) {
    allow(actor, 'dispatch.upload', actor.unit.id)
    const staged = await tools.blobs.stage(wire.body(), sizeLimit)
    try {
      if (staged.bytes === 0) throw new Problem('file.empty', { name: query.name })
      const read = await tools.documents.do('read', { path: staged.path, name: query.name })
      const tree = treeOrProblem(read, query.name)
      await staged.keep()
      return { sha256: staged.sha256, tree, messages: read.messages, layout: await keptLayout(tools, read) }
    } catch (error) {
      await staged.drop()
      throw error
    }
  },

  async handle({ db, actor, now, query }, _input, { sha256, tree, messages, layout }) {
    const before = await findDispatchOfFile(db, actor.unit.id, sha256)
    if (before) return { dispatch: await showDispatch(db, before, actor, now), known: true }

    const on = planDay(tree, today(now))
    const read = plan(tree, { on, units: await directoryOn(db, on), home: actor.unit.code })
    const addressees = await withGroups(db, read.addressees, { owners: ownUnits(actor), on })
    const proposed = { ...read, addressees }
    const id = await insertDispatch(db, {
      direction: 'in',
      ownerUnitId: actor.unit.id,
      state: 'read',
      tree,
      messages,
      file: { name: query.name, sha256, mime: mimeOf(query.name) },
      planOn: on,
      planWarnings: proposed.warnings,
      // Sent to us within this Loa as well: what comes of it is reported to the body that sent it.
      sourceDispatchId: await findDelivered(db, ownUnits(actor), tree.code),
      campaignId: null,
      simulated: false,
      by: actor.id,
      at: now,
    })
    if (id === null) {
      // Sent twice at the same moment: the other request was first.
      const other = orNotFound(await findDispatchOfFile(db, actor.unit.id, sha256), 'dispatch', query.name)
      return { dispatch: await showDispatch(db, other, actor, now), known: true }
    }
    if (layout) await saveLayout(db, id, layout)
    await insertProposals(db, id, proposalsOf(proposed))
    await record(db, {
      unitId: actor.unit.id,
      at: now,
      personId: actor.id,
      kind: 'dispatch.read',
      subject: 'dispatch',
      subjectId: id,
      data: { file: query.name, sha256 },
    })
    const stored = orNotFound(await findDispatch(db, id), 'dispatch', id)
    return { dispatch: await showDispatch(db, stored, actor, now), known: false }
  },
})

/** Of a scan only: recognising it again takes seconds a page, while the words of a PDF are found in a moment. */
const keptLayout = async ({ blobs }: Tools, { layout, messages }: ReadResult): Promise<string | null> => {
  if (!layout || !messages.some(({ code }) => code === 'file.scanned')) return null
  return (await blobs.put(new TextEncoder().encode(JSON.stringify(layout)))).sha256
}

/** @throws Problem with the reader's first error, and all its messages with their places */
const treeOrProblem = ({ tree, messages }: ReadResult, name: string): DocumentTree => {
  if (tree) return tree
  const errors = messages.filter((message) => message.level === 'error')
  const code = errors.find((error) => error.code in problemStatus)?.code as ProblemCode | undefined
  throw new Problem(
    code ?? 'file.damaged',
    { name },
    errors.map((error) => ({ ...(error.place ?? {}), message: error.text })),
  )
}

const mimes: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  txt: 'text/plain; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
}

const mimeOf = (name: string): string =>
  mimes[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream'
