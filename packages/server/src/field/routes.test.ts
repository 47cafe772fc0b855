import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { GetActivity, ReviewActivity } from '@loa/contract/activities'
import { GetCampaign } from '@loa/contract/campaigns'
import { AnswerDuty, type Duty } from '@loa/contract/duties'
import {
  DecideFieldConflict,
  type FieldRecord,
  FinishFieldRecord,
  GetFieldSnapshot,
  PutFieldEvidence,
  PutFieldRecord,
  uploadsPath,
} from '@loa/contract/field'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { onDirectoryChanged } from '../handovers/reaction.ts'
import { cookieOf } from '../in-process.ts'
import { cutDirectory, unitIdOf } from '../testing/directory.ts'
import { acceptDuty, issuedCampaign, photo } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const lanId = 'ttvh-291'
const at = '2023-05-25T03:00:00.000Z'

/** Lan's duty is accepted; the words of a banner for it. */
const begin = async (app: TestApp) => {
  await issuedCampaign(app)
  const duty = await acceptDuty(app.lan)
  const { topics } = await app.lan.call(GetCampaign, { params: { id: duty.campaignId } })
  return { duty, words: wordsFor(duty, [topics[0]?.id ?? 0]) }
}

const wordsFor = (duty: Duty, topics: number[]): FieldRecord['words'] => ({
  dutyId: duty.id,
  indicator: 'visual.banner',
  topics,
  place: 'Ngã ba Kim Đôi',
  happenedOn: '2023-05-25',
  quantity: 3,
  note: '',
})

const put = (app: TestApp, id: string, words: FieldRecord['words'], change: Partial<FieldRecord> = {}) =>
  app.lan.call(PutFieldRecord, {
    params: { id },
    body: { edit: randomUUID(), person: lanId, sentAt: at, deviceAt: at, words, ...change },
  })

/** The bytes go up by tus, as a phone sends them. */
const upload = async (app: TestApp, id: string, bytes: Uint8Array, personId = lanId) => {
  const headers = { cookie: await cookieOf(app.app, personId), 'tus-resumable': '1.0.0' }
  await app.app.request(uploadsPath, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': `id ${btoa(id)}` },
  })
  return app.app.request(`${uploadsPath}/${id}`, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    body: new Blob([bytes as Uint8Array<ArrayBuffer>]),
  })
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const attach = (app: TestApp, id: string, evidenceId: string, bytes: Uint8Array) =>
  app.lan.call(PutFieldEvidence, {
    params: { id, evidenceId },
    body: { edit: randomUUID(), person: lanId, sentAt: at, deviceAt: at, sha256: hash(bytes) },
  })

test(
  'a record with a photo is handed in, and the receipt given twice is one receipt',
  withApp(async (app) => {
    const { words } = await begin(app)
    const [id, evidenceId, edit] = [randomUUID(), randomUUID(), randomUUID()]
    await put(app, id, words, { edit })
    await put(app, id, words, { edit })
    const bytes = await photo()
    await upload(app, evidenceId, bytes)
    await attach(app, id, evidenceId, bytes)
    await attach(app, id, evidenceId, bytes)
    const give = { params: { id }, body: { edit, person: lanId, sentAt: at, photos: [evidenceId] } }
    const first = await app.lan.call(FinishFieldRecord, give)
    assert.deepEqual(await app.lan.call(FinishFieldRecord, give), first)
    assert.equal(first.state, 'submitted')
    const activity = await app.lan.call(GetActivity, { params: { id } })
    assert.equal(activity.evidence.length, 1)
  }),
)

test(
  'the receipt is not given before the photos are there',
  withApp(async (app) => {
    const { words } = await begin(app)
    const [id, edit] = [randomUUID(), randomUUID()]
    await put(app, id, words, { edit })
    await refused(
      app.lan.call(FinishFieldRecord, {
        params: { id },
        body: { edit, person: lanId, sentAt: at, photos: [randomUUID()] },
      }),
      'field.photos-missing',
    )
    await refused(attach(app, id, randomUUID(), await photo()), 'upload.not-found')
  }),
)

test(
  'a photo that arrived other than it left is told, and is sent from its start',
  withApp(async (app) => {
    const { words } = await begin(app)
    const [id, evidenceId] = [randomUUID(), randomUUID()]
    await put(app, id, words)
    await upload(app, evidenceId, await photo(30))
    await refused(attach(app, id, evidenceId, await photo(31)), 'upload.damaged')
    await refused(attach(app, id, evidenceId, await photo(31)), 'upload.not-found')
  }),
)

test(
  'Lan wrote 12 and another 15, each without network: both stand, one is chosen, the other stays known',
  withApp(async (app) => {
    const { words } = await begin(app)
    const id = randomUUID()
    await put(app, id, words)
    const before = { ...words }
    const other = randomUUID()
    assert.equal((await put(app, id, { ...words, quantity: 12 }, { before })).outcome, 'received')
    assert.equal(
      (await put(app, id, { ...words, quantity: 15 }, { before, edit: other })).outcome,
      'conflict',
    )
    assert.equal((await app.lan.call(GetActivity, { params: { id } })).quantities[0]?.quantity, 12)

    const { conflicts } = await app.lan.call(GetFieldSnapshot)
    const [conflict] = conflicts
    assert.equal(conflict?.current.words.quantity, 12)
    assert.equal(conflict?.other.words.quantity, 15)
    const decide = (take: 'current' | 'other') =>
      app.lan.call(DecideFieldConflict, {
        params: { id: other },
        body: { take, seen: conflict?.current.words ?? words },
      })
    await decide('other')
    await decide('other')
    assert.equal((await app.lan.call(GetActivity, { params: { id } })).quantities[0]?.quantity, 15)
    await refused(decide('current'), 'field.decided')
    assert.deepEqual((await app.lan.call(GetFieldSnapshot)).conflicts, [])
  }),
)

/** Handed in with 12 and a photo that nobody has opened yet; another phone says 15. */
const conflictOfTwo = async (app: TestApp) => {
  const { words } = await begin(app)
  const [id, evidenceId, edit, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await put(app, id, { ...words, quantity: 12 }, { edit })
  const bytes = await photo()
  await upload(app, evidenceId, bytes)
  await attach(app, id, evidenceId, bytes)
  const body = { edit, person: lanId, sentAt: at, photos: [evidenceId] }
  await app.lan.call(FinishFieldRecord, { params: { id }, body })
  await put(app, id, { ...words, quantity: 15 }, { before: words, edit: other })
  const [conflict] = (await app.lan.call(GetFieldSnapshot)).conflicts
  assert.ok(conflict)
  const decide = () =>
    app.lan.call(DecideFieldConflict, {
      params: { id: other },
      body: { take: 'other', seen: conflict.current.words },
    })
  return { id, seen: conflict.current.words, decide }
}

test(
  'a photo that was opened meanwhile changes no word: what was chosen is chosen',
  withApp(async (app) => {
    const { id, decide } = await conflictOfTwo(app)
    const { version } = await app.lan.call(GetActivity, { params: { id } })
    await app.settle()
    assert.ok((await app.lan.call(GetActivity, { params: { id } })).version > version)
    await decide()
    assert.equal((await app.lan.call(GetActivity, { params: { id } })).quantities[0]?.quantity, 15)
  }),
)

test(
  'words that changed after they were seen: whoever chose is told to look again',
  withApp(async (app) => {
    const { id, seen, decide } = await conflictOfTwo(app)
    await put(app, id, { ...seen, quantity: 13 }, { before: seen })
    await refused(decide(), 'field.decided')
    assert.equal((await app.lan.call(GetActivity, { params: { id } })).quantities[0]?.quantity, 13)
  }),
)

test(
  'different things changed by two go together; a phone takes the place of its own earlier word',
  withApp(async (app) => {
    const { words } = await begin(app)
    const [id, first] = [randomUUID(), randomUUID()]
    await put(app, id, words, { edit: first })
    await put(app, id, { ...words, quantity: 4 }, { replaces: [first] })
    await put(app, id, { ...words, note: 'rách một góc' }, { before: words })
    const { quantities, note } = await app.lan.call(GetActivity, { params: { id } })
    assert.deepEqual([quantities[0]?.quantity, note], [4, 'rách một góc'])
  }),
)

test(
  'nothing goes out under another name',
  withApp(async (app) => {
    const { words } = await begin(app)
    await refused(put(app, randomUUID(), words, { person: 'ttvh-298' }), 'field.other-person')
  }),
)

test(
  'a duty that was closed in the meantime: the phone is told, keeps its record, and nothing is written',
  withApp(async (app) => {
    const { duty, words } = await begin(app)
    await app.lan.call(AnswerDuty, {
      params: { id: duty.id },
      body: { version: duty.version, answer: 'done' },
    })
    const id = randomUUID()
    await refused(put(app, id, words), 'duty.closed')
    await refused(app.lan.call(GetActivity, { params: { id } }), 'thing.not-found')
  }),
)

test(
  'a unit that was merged in the meantime: with a role in its successor, the record goes to who holds the duty today',
  withApp(async (app) => {
    const { duty, words } = await begin(app)
    const successor = 'HD-291-TTVHTTTT'
    await app.pool.transaction('system', (db) =>
      cutDirectory(db, {
        on: '2025-01-01',
        ended: ['HD-291-TTVH'],
        begun: [
          {
            code: successor,
            name: 'Trung tâm mới',
            type: 'public-service-unit',
            parentCode: 'HD-291-UBND',
          },
        ],
        follows: [{ from: 'HD-291-TTVH', to: successor, share: 'full' }],
      }),
    )
    app.setNow('2025-01-02T01:00:00Z')
    await app.wakeAgain(onDirectoryChanged, {})
    const [id, edit] = [randomUUID(), randomUUID()]
    await refused(put(app, id, words, { edit }), 'session.no-role')
    await app.pool.transaction('system', async (db) => {
      const unitId = await unitIdOf(db, successor)
      await db.run(sql`insert into appointments (person_id, unit_id, role, valid_from)
        values (${lanId}, ${unitId}, 'reporter', '2025-01-01')`)
    })
    assert.equal((await put(app, id, words, { edit })).outcome, 'received')
    const snapshot = await app.lan.call(GetFieldSnapshot)
    assert.equal(snapshot.duties.find((each) => each.id === duty.id)?.holder.code, successor)
    assert.equal(snapshot.activities[0]?.id, id)
  }),
)

test(
  'what a reviewer gave back comes with the next snapshot, with the sentence and the name',
  withApp(async (app) => {
    const { words } = await begin(app)
    const [id, evidenceId, edit] = [randomUUID(), randomUUID(), randomUUID()]
    await put(app, id, words, { edit })
    const bytes = await photo()
    await upload(app, evidenceId, bytes)
    await attach(app, id, evidenceId, bytes)
    const body = { edit, person: lanId, sentAt: at, photos: [evidenceId] }
    await app.lan.call(FinishFieldRecord, { params: { id }, body })
    const { version } = await app.lan.call(GetActivity, { params: { id } })
    await app.ha.call(ReviewActivity, {
      params: { id },
      body: { version, verdict: 'return', reason: 'Ảnh tối.' },
    })
    const snapshot = await app.lan.call(GetFieldSnapshot)
    assert.equal(snapshot.activities[0]?.returned?.reason, 'Ảnh tối.')
    assert.equal(snapshot.activities[0]?.returned?.by, 'Phạm Thu Hà')
    assert.equal(snapshot.activities[0]?.photos, 1)
  }),
)

test(
  'how far the clock of the phone was off stands beside its time',
  withApp(async (app) => {
    const { words } = await begin(app)
    const id = randomUUID()
    const wrong = new Date(Date.parse('2023-05-22T01:12:00Z') + 86_400_000).toISOString()
    await put(app, id, words, { sentAt: wrong, deviceAt: wrong })
    const row = await app.pool.transaction('system', (db) =>
      db.one(
        z.object({ clockBehind: z.number(), deviceAt: z.string() }),
        sql`select clock_behind, device_at from field_edits where activity_id = ${id}`,
      ),
    )
    assert.deepEqual(row, { clockBehind: -86_400, deviceAt: wrong })
  }),
)

/** Frozen as an app of November 2026 sent it. A change here means that phones out there are refused: never to be mended here. */
test(
  'an app that is ninety days old still sends, and fields of a newer one do no harm',
  withApp(async (app) => {
    const { duty, words } = await begin(app)
    const sent = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/2026-11-v1.json'), 'utf8'))
    sent.record.words.dutyId = duty.id
    sent.record.words.topics = words.topics
    const bytes = await photo()
    sent.evidence.sha256 = hash(bytes)
    const id = randomUUID()
    const [evidenceId] = sent.finish.photos
    const cookie = await cookieOf(app.app, lanId)
    const ask = async (method: string, path: string, body: unknown) => {
      const answer = await app.app.request(path, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const said = await answer.json()
      assert.equal(answer.status, 200, JSON.stringify(said))
      return said
    }
    const { serverAt, outcome } = await ask('PUT', `/api/field/v1/records/${id}`, sent.record)
    assert.deepEqual([typeof serverAt, outcome], ['string', 'received'])
    assert.equal((await upload(app, evidenceId, bytes)).status, 204)
    await ask('PUT', `/api/field/v1/records/${id}/evidence/${evidenceId}`, sent.evidence)
    const receipt = await ask('POST', `/api/field/v1/records/${id}/finish`, sent.finish)
    assert.deepEqual(
      [typeof receipt.receipt, typeof receipt.receivedAt, receipt.outcome, receipt.state],
      ['number', 'string', 'received', 'submitted'],
    )
  }),
)
