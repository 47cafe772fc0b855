/** Over a pool of real connections: what two administrators do at the same moment. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApplyUnitImport } from '@loa/contract/unit-imports'
import { sql } from '../database/sql.ts'
import { onUnitImportOrdered, onUnitImportTakenBack } from './reaction.ts'
import { get, onOwnBase, sendFiles } from './testing.ts'

test(
  'two imports of one code, ordered and written at the same moment: one is written, the other is shown anew',
  onOwnBase('hai-duong', async (keeper) => {
    const list = (name: string) => `code,name,type\nX,${name},public-service-unit\n`
    const one = await sendFiles(keeper, { 'a.csv': list('Trung tâm A') })
    const other = await sendFiles(keeper, { 'b.csv': list('Trung tâm B') })
    for (const { id, digest } of [one, other])
      await keeper.ha.call(ApplyUnitImport, { params: { id }, body: { digest: digest ?? '' } })
    const { pool } = keeper
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
  }),
)
