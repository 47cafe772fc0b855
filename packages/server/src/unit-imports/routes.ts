import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '@loa/contract/problem'
import {
  ApplyUnitImport,
  DropUnitImport,
  GetUnitImport,
  ListUnitImportRows,
  ListUnitImports,
  StartCountryImport,
  StartUnitImport,
  UndoUnitImport,
} from '@loa/contract/unit-imports'
import { type Context, orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { today } from '../time.ts'
import { usesOf } from './directory-queries.ts'
import {
  addFile,
  countImports,
  countRows,
  deleteImport,
  findImport,
  findImportForUpdate,
  findImportOfFile,
  insertImport,
  listImports,
  listRows,
  orderApply,
  setState,
} from './queries.ts'
import { allowDirectory, checkDroppable, mayApply, mayUndo } from './unit-import.ts'

const sizeLimit = 20_000_000
const folder = join(import.meta.dirname, '../../../../examples/viet-nam')
const country = [
  'provinces-districts-until-2025-06-30.csv',
  'communes-until-2025-06-30.csv',
  'units-from-2025-07-01.csv',
  'commune-mapping-2025-07-01.csv',
]

export const unitImportRoutes = [
  routeInSteps(StartUnitImport, {
    async prepare({ actor, query, tools, wire }) {
      allowDirectory(actor)
      const staged = await tools.blobs.stage(wire.body(), sizeLimit)
      if (staged.bytes === 0) {
        await staged.drop()
        throw new Problem('file.empty', { name: query.name })
      }
      await staged.keep()
      return staged.sha256
    },
    handle: (context, _input, sha256) =>
      start(context, [{ name: context.query.name, sha256 }], context.query.name, context.query.import),
  }),

  routeInSteps(StartCountryImport, {
    async prepare({ actor, tools }) {
      allowDirectory(actor)
      const files = []
      for (const name of country)
        files.push({ name, sha256: (await tools.blobs.put(await readFile(join(folder, name)))).sha256 })
      return files
    },
    handle: (context, _input, files) => start(context, files, 'Cả nước'),
  }),

  route(ListUnitImports, async ({ db, actor, query }) => {
    allowDirectory(actor)
    const before = cursorId(query.cursor, fromTheTop)
    const rows = await listImports(db, { before, limit: query.limit + 1 })
    return pageFrom(rows, query.limit, ({ id }) => id, await countImports(db))
  }),

  route(GetUnitImport, async ({ db, actor, params }) => {
    allowDirectory(actor)
    return orNotFound(await findImport(db, params.id), 'unit-import', params.id)
  }),

  route(ListUnitImportRows, async ({ db, actor, params, query }) => {
    allowDirectory(actor)
    orNotFound(await findImport(db, params.id), 'unit-import', params.id)
    const filter = { importId: params.id, verdict: query.verdict, kind: query.kind, type: query.type }
    const rows = await listRows(db, filter, { after: cursorId(query.cursor, 0), limit: query.limit + 1 })
    return pageFrom(rows, query.limit, ({ place }) => place, await countRows(db, filter))
  }),

  route(ApplyUnitImport, async ({ db, actor, now, params, wake }, order) => {
    allowDirectory(actor)
    const found = await lock(db, params.id)
    if (!mayApply(found, order, today(now))) return found
    await orderApply(db, params.id, { leaveOut: order.leaveOut, act: order.act, at: now })
    await wake('unit-import.apply', { importId: params.id })
    return shown(db, params.id)
  }),

  route(UndoUnitImport, async ({ db, actor, now, params, wake }) => {
    allowDirectory(actor)
    const locked = orNotFound(await findImportForUpdate(db, params.id), 'unit-import', params.id)
    const found = await shown(db, params.id)
    if (!mayUndo(found)) return found
    // Whoever keeps the directory is told how much refers to it, also where the things themselves are not theirs to see.
    await db.raw("select set_config('loa.system', 'on', true)")
    const uses = await usesOf(db, locked.changeId ?? 0)
    await db.raw("select set_config('loa.system', 'off', true)")
    if (uses.length > 0)
      throw new Problem(
        'unit-import.in-use',
        {},
        uses.map(({ what, count }) => ({ path: what, message: String(count) })),
      )
    await setState(db, params.id, { state: 'undoing', step: 'undo', at: now })
    await wake('unit-import.undo', { importId: params.id, by: actor.id })
    return shown(db, params.id)
  }),

  route(DropUnitImport, async ({ db, actor, params }) => {
    allowDirectory(actor)
    checkDroppable(await lock(db, params.id))
    await deleteImport(db, params.id)
    return {}
  }),
]

type Handling = Pick<Context<typeof StartUnitImport>, 'db' | 'actor' | 'now' | 'wake'>

/** A file that waits to be applied already leads to its import; a further file makes an import be compared again. */
const start = async (
  { db, actor, now, wake }: Handling,
  files: { name: string; sha256: string }[],
  name: string,
  into?: number,
) => {
  const [firstFile] = files
  const known = into ?? (firstFile ? await findImportOfFile(db, firstFile.sha256) : null)
  const id = known ?? (await insertImport(db, { unitId: actor.unit.id, personId: actor.id, name, at: now }))
  if (known !== null) {
    const { state } = await lock(db, id)
    if (state !== 'reading' && state !== 'ready') throw new Problem('unit-import.wrong-state', { state })
  }
  let isNew = false
  for (const file of files) isNew = (await addFile(db, id, file)) > 0 || isNew
  if (isNew) {
    await setState(db, id, { state: 'reading', step: 'read', at: now })
    await wake('unit-import.read', { importId: id })
  }
  return { import: await shown(db, id), known: !isNew }
}

const lock = async (db: Handling['db'], id: number) => {
  orNotFound(await findImportForUpdate(db, id), 'unit-import', id)
  return shown(db, id)
}

const shown = async (db: Handling['db'], id: number) =>
  orNotFound(await findImport(db, id), 'unit-import', id)
