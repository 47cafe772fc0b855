import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { acceptDuty, addPhoto, issuedCampaign, recordActivity } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'
import { openPrints } from './prints.ts'

const discs = (shift: number) =>
  Array.from(
    { length: 30 },
    (_, index) =>
      `<circle cx="${(index * 197 + shift * 71) % 800}" cy="${(index * 131 + shift * 37) % 600}" r="${20 + ((index * 53) % 70)}" fill="hsl(${(index * 67) % 360} 60% ${20 + ((index * 29) % 60)}%)"/>`,
  ).join('')
const scene = (shift: number) =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">${discs(shift)}</svg>`))
    .flatten()
    .jpeg()
    .toBuffer()

test(
  'a server that has just started, or another beside it, finds what was stored before; a photo is not its own copy',
  withApp(async (app) => {
    await issuedCampaign(app)
    const activity = await recordActivity(app.lan, await acceptDuty(app.lan))
    await addPhoto(app.lan, activity, await scene(1))
    await addPhoto(app.lan, activity, await scene(2))
    const found = await app.pool.transaction('system', async (db) => {
      const stored = await db.many(
        z.object({ evidenceId: z.string(), unitId: z.number(), grey: z.instanceof(Uint8Array) }),
        sql`select evidence_id, unit_id, grey from photo_prints order by id`,
      )
      const [first, second] = stored
      assert.ok(first && second)
      const prints = openPrints()
      return {
        asItself: await prints.addAndFind(db, first),
        asAnother: await prints.addAndFind(db, { ...second, grey: first.grey }),
        first: first.evidenceId,
      }
    })
    assert.deepEqual(found.asItself, [])
    assert.deepEqual(found.asAnother, [{ evidenceId: found.first, percent: 100 }])
  }),
)

test(
  'prints of all units are read by the system only',
  withApp(async (app) => {
    await issuedCampaign(app)
    await addPhoto(app.lan, await recordActivity(app.lan, await acceptDuty(app.lan)), await scene(1))
    const count = (sight: Parameters<typeof app.pool.transaction>[0]) =>
      app.pool.transaction(sight, async (db) => (await db.raw('select * from photo_prints')).rowCount)
    assert.deepEqual([await count('system'), await count({ units: [1, 2, 3] })], [1, 0])
  }),
)
