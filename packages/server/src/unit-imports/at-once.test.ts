/** Over a pool of real connections: what two administrators do at the same moment. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ApplyUnitImport } from '@loa/contract/unit-imports'
import pino from 'pino'
import { readConfig } from '../config.ts'
import { sql } from '../database/sql.ts'
import { enterAs } from '../in-process.ts'
import { openServer } from '../server.ts'
import { createTestDatabase } from '../testing/database-server.ts'
import { onUnitImportOrdered, onUnitImportTakenBack } from './reaction.ts'
import { get, sendFiles } from './testing.ts'

test('two imports of one code, ordered and written at the same moment: one is written, the other is shown anew', async () => {
  const database = await createTestDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'loa-at-once-'))
  const server = await openServer({
    config: readConfig({ LOA_DATA: folder, LOA_EXAMPLE: 'hai-duong' }),
    databaseUrl: database.url,
    logger: pino({ level: 'silent' }),
    webFolder: null,
    jobs: 'inline',
  })
  try {
    const keeper = { ha: await enterAs(server.app, 'ha'), settle: server.settle }
    const list = (name: string) => `code,name,type\nX,${name},public-service-unit\n`
    const one = await sendFiles(keeper, { 'a.csv': list('Trung tâm A') })
    const other = await sendFiles(keeper, { 'b.csv': list('Trung tâm B') })
    for (const { id, digest } of [one, other])
      await keeper.ha.call(ApplyUnitImport, { params: { id }, body: { digest: digest ?? '' } })
    const { pool } = server
    const tools = { pool, now: () => new Date().toISOString() } as Parameters<typeof onUnitImportOrdered>[0]
    // Each also twice, as a queue may after a crash.
    const both = [one, other, one, other]
    await Promise.all(both.map(({ id }) => onUnitImportOrdered(tools, { importId: id })))
    const states = [(await get(keeper, one)).state, (await get(keeper, other)).state]
    assert.deepEqual(states.toSorted(), ['applied', 'ready'])
    const found = () =>
      pool.transaction(
        'system',
        async (db) => (await db.raw(`select name from units where code = 'X'`)).rows.length,
      )
    assert.equal(await found(), 1)

    const written = states[0] === 'applied' ? one : other
    await pool.transaction('system', (db) =>
      db.run(sql`update unit_imports set state = 'undoing' where id = ${written.id}`),
    )
    await Promise.all([1, 2, 3].map(() => onUnitImportTakenBack(tools, { importId: written.id })))
    assert.equal(await found(), 0)
    assert.equal((await get(keeper, written)).state, 'undone')
  } finally {
    await server.close()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
})
