/** An import as far as a test needs it done, in a transaction that is rolled back or on a base of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FirstRun, SignIn } from '@loa/contract/people'
import {
  ApplyUnitImport,
  GetUnitImport,
  StartCountryImport,
  StartUnitImport,
  type UnitImport,
} from '@loa/contract/unit-imports'
import pino from 'pino'
import { readConfig } from '../config.ts'
import type { DatabasePool } from '../database/database.ts'
import { enterAs, type Worker, workerWith } from '../in-process.ts'
import { type LoaServer, openServer } from '../server.ts'
import { createTestDatabase } from '../testing/database-server.ts'

export interface Keeper {
  ha: Worker
  settle(): Promise<void>
}

export const get = ({ ha }: Keeper, { id }: { id: number }): Promise<UnitImport> =>
  ha.call(GetUnitImport, { params: { id } })

/** Files read and compared. */
export const sendFiles = async (test: Keeper, files: Record<string, string | Uint8Array>) => {
  let id: number | undefined
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const query = id === undefined ? { name } : { name, import: id }
    id = (await test.ha.call(StartUnitImport, { query, bytes })).import.id
  }
  await test.settle()
  return get(test, { id: id ?? 0 })
}

export const sendCountry = async (test: Keeper) => {
  const { import: started } = await test.ha.call(StartCountryImport)
  await test.settle()
  return get(test, started)
}

export const apply = async (test: Keeper, { id, digest }: UnitImport, leaveOut = false) => {
  const body = { digest: digest ?? '', leaveOut, act: 'Nghị quyết số 202/2025/QH15' }
  await test.ha.call(ApplyUnitImport, { params: { id }, body })
  await test.settle()
  return get(test, { id })
}

/** All rows of the directory's tables, as text. */
export const tables = (pool: DatabasePool): Promise<Record<string, string[]>> =>
  pool.transaction('system', async (db) => {
    const all: Record<string, string[]> = {}
    for (const name of ['units', 'unit_successions', 'unit_closings', 'unit_contacts'])
      all[name] = (await db.raw(`select to_jsonb(x)::text as row from ${name} x order by 1`)).rows.map(
        ({ row }) => String(row),
      )
    return all
  })

/** A server on a database of its own: with the example province, or empty after its first run. */
export const onOwnBase =
  (example: 'hai-duong' | 'none', work: (base: Keeper & { pool: DatabasePool }) => Promise<void>) =>
  async () => {
    const database = await createTestDatabase()
    const folder = mkdtempSync(join(tmpdir(), 'loa-import-'))
    const server = await openServer({
      config: readConfig({ LOA_DATA: folder, LOA_EXAMPLE: example }),
      databaseUrl: database.url,
      logger: pino({ level: 'silent' }),
      webFolder: null,
      jobs: 'inline',
    })
    try {
      const ha = example === 'none' ? await foundBody(server) : await enterAs(server.app, 'ha')
      await work({ ha, settle: server.settle, pool: server.pool })
    } finally {
      await server.close()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    }
  }

/** The first run names the body; its administrator signs in. */
const foundBody = async ({ app }: LoaServer): Promise<Worker> => {
  const who = { email: 'quan.tri@example.vn', password: 'một mật khẩu dài' }
  const nobody = workerWith(app, async () => '')
  await nobody.call(FirstRun, {
    body: {
      unitName: 'Sở Văn hóa, Thể thao và Du lịch',
      parentName: 'UBND tỉnh Thử',
      place: 'Thử',
      symbol: 'SVHTTDL-VP',
      name: 'Nguyễn Thị Quản Trị',
      ...who,
    },
  })
  const entered = await app.request(SignIn.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(who),
  })
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return workerWith(app, async () => cookie)
}
