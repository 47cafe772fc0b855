/** Numbers under fire: fifty clerks at one moment, and the server killed in the midst of it. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { z } from 'zod'
import { openPool } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { createTestDatabase } from '../testing/database-server.ts'
import { startServer, stopAll } from '../testing/server-process.ts'
import { exampleTemplate, secret } from '../testing/with-app.ts'
import { insertSigned } from './testing.ts'

const count = 50
const database = await createTestDatabase(await exampleTemplate())
const folder = mkdtempSync(join(tmpdir(), 'loa-numbers-'))
writeFileSync(join(folder, 'secret'), secret, { mode: 0o600 })
const pool = openPool(database.url, { max: 2 })
after(async () => {
  stopAll()
  await pool.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const start = async () => {
  const server = await startServer(folder, { LOA_DATABASE_URL: database.url, LOA_EXAMPLE: 'hai-duong' })
  const entered = await fetch(`${server.url}/api/session/example`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ personId: 'mai' }),
  })
  assert.equal(entered.status, 200)
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const give = (id: number) =>
    fetch(`${server.url}/api/dispatches/${id}/number`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/json',
        origin: server.url,
        'idempotency-key': `number-${id}`,
      },
      body: JSON.stringify({ version: 1 }),
    })
  return { ...server, give }
}

test('fifty numbers at once while the server is killed: each given once, none missing, none twice', async () => {
  const ids = await pool.transaction('system', (db) => insertSigned(db, count))
  const first = await start()
  let answered = 0
  const kill = () => {
    answered += 1
    if (answered === 10) first.child.kill('SIGKILL')
  }
  const outcomes = await Promise.allSettled(ids.map((id) => first.give(id).then(kill)))
  await first.ended
  assert.ok(
    outcomes.some(({ status }) => status === 'rejected'),
    'it was killed in the midst of the work',
  )

  // Whoever got no answer asks again, and so does who got one: the same number.
  const second = await start()
  const answers = await Promise.all(ids.map((id) => second.give(id)))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
  const rows = await pool.transaction('system', (db) =>
    db.many(
      z.object({ number: z.number(), dispatchId: z.number(), printed: z.string(), last: z.number() }),
      sql`select n.number, n.dispatch_id, d.code as printed, s.last from dispatch_numbers n
          join dispatches d on d.id = n.dispatch_id and d.state = 'numbered'
          join number_series s on s.unit_id = n.unit_id and s.year = n.year and s.series = n.series
          where n.state = 'used' order by n.number`,
    ),
  )
  assert.deepEqual(
    rows.map(({ number }) => number),
    Array.from({ length: count }, (_, at) => at + 1),
  )
  assert.deepEqual(new Set(rows.map(({ dispatchId }) => dispatchId)), new Set(ids))
  assert.ok(rows.every(({ printed, number }) => printed.startsWith(`${String(number).padStart(2, '0')}/`)))
  assert.deepEqual(new Set(rows.map(({ last }) => last)), new Set([count]))
})
