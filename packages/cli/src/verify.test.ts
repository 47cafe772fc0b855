import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPool } from '@loa/server/database/database'
import { startEmbedded } from '@loa/server/database/embedded'
import { migrate } from '@loa/server/database/migrate'
import { sql } from '@loa/server/database/sql'
import { record } from '@loa/server/events/events'
import { saveUnits } from '@loa/server/units/queries'
import { openFolder } from './testing.ts'

const { loa, path } = openFolder()

test('verify says that the log is whole, then names the row that was changed; also while Loa runs', async () => {
  const database = await startEmbedded({ dataDir: path('postgres'), durable: false })
  await migrate(database.url)
  const pool = openPool(database.url, { max: 1 })
  await pool.transaction('system', async (db) => {
    await saveUnits(db, [
      {
        code: 'A',
        validFrom: null,
        validTo: null,
        name: 'Sở A',
        fullName: 'Sở A',
        type: 'department',
        parentCode: null,
      },
    ])
    for (const kind of ['dispatch.read', 'dispatch.sign', 'dispatch.issue'])
      await record(db, {
        unitId: 1,
        at: '2023-05-22T01:00:00Z',
        personId: null,
        kind,
        subject: 'dispatch',
        subjectId: 7,
      })
  })
  const whole = await loa('verify', '--data', '.')
  assert.equal(whole.exit, 0, whole.err)
  assert.match(whole.out, /Nhật ký nguyên vẹn: 3 dòng của 1 đơn vị/)

  await pool.transaction('system', async (db) => {
    await db.run(sql`alter table events disable trigger events_are_forever`)
    await db.run(sql`update events set at = '2023-05-20T01:00:00Z' where seq = 2`)
  })
  await pool.close()
  await database.stop()
  const broken = await loa('verify', '--data', '.')
  assert.equal(broken.exit, 65, broken.err)
  assert.match(broken.out, /Sở A, dòng 2: bị sửa \(sự kiện 2, dispatch\.sign, dispatch 7/)
  const { breaks } = JSON.parse((await loa('verify', '--data', '.', '--json')).out)
  assert.deepEqual(
    breaks.map(({ what, seq }: { what: string; seq: number }) => [what, seq]),
    [['changed', 2]],
  )
})

test('a folder without a database is said', async () => {
  const { exit, err } = await loa('verify', '--data', 'nowhere')
  assert.equal(exit, 64)
  assert.match(err, /Không có cơ sở dữ liệu của Loa/)
})
