import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { AddEvidence, GetActivity, RecordActivity, SubmitActivity } from '@loa/contract/activities'
import { GetFacePhoto, GetFieldSnapshot, PutFieldRecord } from '@loa/contract/field'
import { GetSite, SaveSite } from '@loa/contract/sites'
import { WithdrawEvidence } from '@loa/contract/withdrawals'
import sharp from 'sharp'
import { acceptDuty, issuedCampaign, recordActivity } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const place = { latitude: 20.99, longitude: 106.33 }
/** Without camera data: where it was taken is what the device says. */
const photo = (shade: number): Promise<Uint8Array> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: { r: shade, g: 90, b: 60 } } })
    .jpeg()
    .toBuffer()

const noteSite = (app: TestApp, name = 'Pa nô cổng chợ', change: Record<string, unknown> = {}) =>
  app.lan.call(SaveSite, {
    params: { id: randomUUID() },
    body: {
      name,
      kind: 'panel',
      place: 'Cổng chợ thị trấn Nam Sách',
      ...place,
      faces: [
        { id: randomUUID(), label: 'Mặt A', width: 4, height: 3 },
        { id: randomUUID(), label: 'Mặt B', width: 4, height: 3 },
      ],
      ...change,
    },
  })

/** Recorded on face A, with a photo taken where the device says; `settle` opens it. */
const record = async (app: TestApp, at: { latitude: number; longitude: number } = place) => {
  await issuedCampaign(app)
  const duty = await acceptDuty(app.lan)
  const site = await noteSite(app)
  const [face] = site.faces
  assert.ok(face)
  const begun = await recordActivity(app.lan, duty, {})
  const words = wordsOf(begun)
  const { id, version } = await app.lan.call(RecordActivity, {
    params: { id: begun.id },
    body: { ...words, faceId: face.id, version: begun.version },
  })
  const evidenceId = randomUUID()
  await app.lan.call(AddEvidence, {
    params: { id, evidenceId },
    query: { name: 'anh.jpg', latitude: String(at.latitude), longitude: String(at.longitude) },
    bytes: await photo(50),
  })
  await app.settle()
  return { id, version, evidenceId, site, face, words }
}

const wordsOf = ({
  dutyId,
  quantities,
  topics,
  place,
  happenedOn,
  note,
  details,
}: Awaited<ReturnType<typeof recordActivity>>) => ({
  dutyId,
  quantities,
  topics,
  place,
  happenedOn,
  note,
  details,
})

test(
  'the phone gets its unit’s open sites, and after a photo of a face the newest of it, small',
  withApp(async (app) => {
    const { evidenceId, site, face, id } = await record(app)
    await noteSite(app, 'Đã đóng', { closedOn: '2023-05-01' })
    const { sites } = await app.lan.call(GetFieldSnapshot)
    assert.deepEqual(
      sites.map(({ id, name, latitude, faces }) => [
        id,
        name,
        latitude,
        faces.map(({ label, lastPhoto }) => [label, lastPhoto?.id ?? null]),
      ]),
      [
        [
          site.id,
          'Pa nô cổng chợ',
          20.99,
          [
            ['Mặt A', evidenceId],
            ['Mặt B', null],
          ],
        ],
      ],
    )
    const ghost = await app.lan.file(GetFacePhoto, { params: { id: face.id } })
    assert.ok(ghost.length < 40_000, `${ghost.length} bytes`)
    assert.ok(Math.max((await sharp(ghost).metadata()).width, (await sharp(ghost).metadata()).height) <= 480)
    await refused(app.lan.file(GetFacePhoto, { params: { id: site.faces[1]?.id ?? '' } }), 'thing.not-found')
    await refused(app.tho.file(GetFacePhoto, { params: { id: face.id } }), 'thing.not-found')
    assert.deepEqual((await app.tho.call(GetFieldSnapshot)).sites, [])
    assert.deepEqual((await app.lan.call(GetActivity, { params: { id } })).site, {
      id: site.id,
      name: 'Pa nô cổng chợ',
      face: 'Mặt A',
    })
    // Withdrawn, it shows nothing: neither to the phone nor on the page of the site.
    await app.lan.call(WithdrawEvidence, { params: { id: evidenceId }, body: { reason: 'Chụp nhầm' } })
    await refused(app.lan.file(GetFacePhoto, { params: { id: face.id } }), 'thing.not-found')
    assert.equal((await app.lan.call(GetSite, { params: { id: site.id } })).lastPhoto, null)
  }),
)

test(
  'a photo taken at the site raises no doubt; one 1.2 km away says how far, and is not refused',
  withApp(async (app) => {
    const { id } = await record(app)
    assert.deepEqual((await app.lan.call(GetActivity, { params: { id } })).evidence[0]?.reasons, [])
    await app.lan.call(AddEvidence, {
      params: { id, evidenceId: randomUUID() },
      query: { name: 'xa.jpg', latitude: '21.0008', longitude: '106.33' },
      bytes: await photo(51),
    })
    await app.settle()
    const { evidence } = await app.lan.call(GetActivity, { params: { id } })
    assert.deepEqual(
      evidence.find(({ reasons }) => reasons.some(({ kind }) => kind === 'other-site'))?.reasons[0],
      {
        kind: 'other-site',
        detail: { site: 'Pa nô cổng chợ', metres: 1201, limit: 300 },
      },
    )
  }),
)

test(
  'another site chosen after the photo was opened is compared with it too',
  withApp(async (app) => {
    const { id, words } = await record(app)
    const { version } = await app.lan.call(GetActivity, { params: { id } })
    await app.lan.call(SubmitActivity, { params: { id }, body: { version } })
    const far = await noteSite(app, 'Pa nô xa', { latitude: 21.05 })
    const now = await app.lan.call(GetActivity, { params: { id } })
    const faceId = far.faces[0]?.id ?? ''
    const changed = await app.lan.call(RecordActivity, {
      params: { id },
      body: { ...words, faceId, version: now.version },
    })
    assert.deepEqual(changed.evidence[0]?.doubts, ['other-site'])
    assert.equal(changed.standing, 'doubted')
  }),
)

test(
  'whoever says nothing of a site leaves it as it is; one out of sight cannot be chosen; a face with a photo stays',
  withApp(async (app) => {
    const { id, words, face, site } = await record(app)
    const { version } = await app.lan.call(GetActivity, { params: { id } })
    // The office page, and an app from before sites.
    const noted = await app.lan.call(RecordActivity, {
      params: { id },
      body: { ...words, note: 'mới', version },
    })
    assert.equal(noted.faceId, face.id)
    const [quantity] = words.quantities
    await app.lan.call(PutFieldRecord, {
      params: { id },
      body: {
        edit: randomUUID(),
        person: 'ttvh-291',
        sentAt: '2023-05-25T03:00:00.000Z',
        deviceAt: '2023-05-25T03:00:00.000Z',
        words: {
          dutyId: words.dutyId,
          indicator: quantity?.indicator ?? '',
          quantity: quantity?.quantity ?? 1,
          topics: words.topics,
          place: 'Cổng chợ mới',
          happenedOn: words.happenedOn,
        },
      },
    })
    assert.equal((await app.lan.call(GetActivity, { params: { id } })).faceId, face.id)
    const { version: seen } = await app.lan.call(GetActivity, { params: { id } })
    await refused(
      app.lan.call(RecordActivity, {
        params: { id },
        body: { ...words, faceId: randomUUID(), version: seen },
      }),
      'thing.not-found',
    )
    await refused(
      app.lan.call(SaveSite, {
        params: { id: site.id },
        body: {
          name: site.name,
          kind: site.kind,
          place: site.place,
          ...place,
          faces: site.faces.slice(1),
          version: site.version,
        },
      }),
      'site.face-in-use',
    )
  }),
)
