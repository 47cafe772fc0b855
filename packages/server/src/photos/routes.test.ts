import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Activity, GetActivity, GetEvidenceFile, SubmitActivity } from '@loa/contract/activities'
import { ListEvents } from '@loa/contract/events'
import {
  BlurPhoto,
  DrawSample,
  GetPhoto,
  JudgePhoto,
  ListPhotos,
  ListSamples,
  UndoJudgement,
} from '@loa/contract/photos'
import sharp from 'sharp'
import type { Worker } from '../in-process.ts'
import { acceptDuty, addPhoto, issuedCampaign, photo, recordActivity } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

/** A scene with enough in it to be known again. */
const scene = (seed: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="675"><rect width="900" height="675" fill="#9cc"/>${Array.from(
        { length: 40 },
        (_, index) => {
          const part = (step: number) => (((seed * 7919 + index * 104729) * step) >>> 3) % 1000
          return `<ellipse cx="${part(31) * 0.9}" cy="${part(57) * 0.675}" rx="${20 + part(11) / 12}" ry="${20 + part(17) / 14}" fill="rgb(${part(3) % 256},${part(5) % 256},${part(7) % 256})"/>`
        },
      ).join('')}</svg>`,
    ),
  )
    .jpeg({ quality: 90 })
    .toBuffer()

const handIn = async (
  person: Worker,
  bytes: Uint8Array,
  duty?: Awaited<ReturnType<typeof acceptDuty>>,
): Promise<Activity> => {
  const shown = await addPhoto(
    person,
    await recordActivity(person, duty ?? (await acceptDuty(person))),
    bytes,
  )
  return person.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
}
const firstOf = async (app: TestApp) => {
  const { rows } = await app.ha.call(ListPhotos)
  if (!rows[0]) throw new Error('no photo')
  return rows[0]
}

test(
  'a copy that was turned, made smaller and brighter is laid beside the first, of whichever unit that is',
  withApp(async (app) => {
    await issuedCampaign(app)
    const bytes = await scene(3)
    await handIn(app.lan, bytes)
    const altered = await sharp(bytes).rotate(90).resize(400).linear(1.15, 5).jpeg({ quality: 60 }).toBuffer()
    const copy = await handIn(app.tho, altered)
    assert.deepEqual(copy.evidence[0]?.doubts, ['like-photo'])
    assert.equal(copy.standing, 'doubted')

    const seen = await app.ha.call(GetPhoto, { params: { id: copy.evidence[0]?.id ?? '' } })
    assert.ok((seen.pairs[0]?.percent ?? 0) >= 90)
    assert.equal(seen.pairs[0]?.other?.unit.code, 'HD-291-TTVH')
    // The unit itself learns the day, and nothing that is not its own.
    const own = await app.tho.call(GetPhoto, { params: { id: copy.evidence[0]?.id ?? '' } })
    assert.equal(own.pairs[0]?.other, null)
    assert.equal(own.pairs[0]?.otherDay, '2023-05-25')
  }),
)

test(
  'two other photos are not laid side by side',
  withApp(async (app) => {
    await issuedCampaign(app)
    await handIn(app.lan, await scene(3))
    assert.deepEqual((await handIn(app.tho, await scene(4))).evidence[0]?.doubts, [])
  }),
)

test(
  'a doubt is closed by a person only; taken back, it is open again, and the figure follows',
  withApp(async (app) => {
    await issuedCampaign(app)
    const doubted = await handIn(app.lan, await photo(90, '2022:09:12'))
    assert.equal(doubted.standing, 'doubted')
    const row = await firstOf(app)
    assert.deepEqual(row.reasons, [
      { kind: 'other-day', detail: { takenOn: '2022-09-12', happenedOn: '2023-05-25', days: 255 } },
    ])
    const fine = await app.ha.call(JudgePhoto, {
      params: { id: row.id },
      body: { version: row.version, verdict: 'fine' },
    })
    assert.deepEqual(fine.doubts, [])
    const shown = () => app.lan.call(GetActivity, { params: { id: doubted.id } })
    assert.equal((await shown()).standing, 'proved')
    await app.ha.call(UndoJudgement, { params: { id: row.id } })
    assert.equal((await shown()).standing, 'doubted')
    assert.equal((await shown()).evidence[0]?.judgement, null)
    await refused(app.ha.call(UndoJudgement, { params: { id: row.id } }), 'photo.nothing-to-undo')
  }),
)

test(
  'refused, the activity goes back with the comment, which its unit reads; taken back, it is handed in as before',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id } = await handIn(app.lan, await photo())
    const row = await firstOf(app)
    const body = { version: row.version, verdict: 'refused' as const }
    await refused(app.ha.call(JudgePhoto, { params: { id: row.id }, body }), 'photo.comment-missing')
    await app.ha.call(JudgePhoto, {
      params: { id: row.id },
      body: { ...body, comment: 'Ảnh không thấy băng rôn' },
    })
    const returned = await app.lan.call(GetActivity, { params: { id } })
    assert.equal(returned.state, 'returned')
    assert.equal(returned.returnReason, 'Ảnh không thấy băng rôn')
    assert.equal(returned.evidence[0]?.judgement?.comment, 'Ảnh không thấy băng rôn')
    await app.ha.call(UndoJudgement, { params: { id: row.id } })
    const again = await app.lan.call(GetActivity, { params: { id } })
    assert.deepEqual([again.state, again.returnReason], ['submitted', null])
  }),
)

test(
  'what its unit has sent again cannot be taken back any more',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id } = await handIn(app.lan, await photo())
    const row = await firstOf(app)
    await app.ha.call(JudgePhoto, {
      params: { id: row.id },
      body: { version: row.version, verdict: 'refused', comment: 'Ảnh mờ' },
    })
    const returned = await app.lan.call(GetActivity, { params: { id } })
    await app.lan.call(SubmitActivity, { params: { id }, body: { version: returned.version } })
    await refused(app.ha.call(UndoJudgement, { params: { id: row.id } }), 'photo.nothing-to-undo')
  }),
)

test(
  'asked, the doubt stays open and the unit sees the question',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { id } = await handIn(app.lan, await photo(90, '2022:09:12'))
    const row = await firstOf(app)
    await app.ha.call(JudgePhoto, {
      params: { id: row.id },
      body: { version: row.version, verdict: 'asked', comment: 'Ảnh chụp năm nào?' },
    })
    const shown = await app.lan.call(GetActivity, { params: { id } })
    assert.equal(shown.standing, 'doubted')
    assert.equal(shown.evidence[0]?.judgement?.comment, 'Ảnh chụp năm nào?')
  }),
)

test(
  'the unit that did it cannot judge it, and sees no light table of others',
  withApp(async (app) => {
    await issuedCampaign(app)
    const { evidence, version } = await handIn(app.lan, await photo())
    await refused(
      app.lan.call(JudgePhoto, { params: { id: evidence[0]?.id ?? '' }, body: { version, verdict: 'fine' } }),
      'act.forbidden',
    )
    await refused(app.nam.call(ListPhotos), 'act.forbidden')
  }),
)

test(
  'a sample is drawn by its seed: all doubted ones and a share of the others, the same again, and it is in the log',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    for (let shade = 0; shade < 12; shade++) await handIn(app.lan, await photo(20 + shade * 9), duty)
    const odd = await handIn(app.lan, await photo(200, '2022:09:12'), duty)
    const draw = (seed: string, percent: number) =>
      app.ha.call(DrawSample, { params: { id: campaignId }, body: { seed, percent } })
    const membersOf = async (sample: number) =>
      (await app.ha.call(ListPhotos, { query: { sample, box: 'all' } })).rows.map(({ id }) => id)
    const [first, again, other] = [
      await draw('hat-giong', 40),
      await draw('hat-giong', 40),
      await draw('giong-khac', 40),
    ]
    assert.deepEqual(await membersOf(first.id), await membersOf(again.id))
    assert.notDeepEqual(await membersOf(first.id), await membersOf(other.id))
    for (const { id } of [first, other, await draw('khong-them', 0)])
      assert.ok((await membersOf(id)).includes(odd.evidence[0]?.id ?? ''))
    assert.ok(first.photos > 1 && first.photos < 13)

    const [photoId] = await membersOf(first.id)
    const { version } = await app.ha.call(GetPhoto, { params: { id: photoId ?? '' } })
    await app.ha.call(JudgePhoto, {
      params: { id: photoId ?? '' },
      body: { version, verdict: 'fine', sample: first.id },
    })
    const { rows } = await app.ha.call(ListSamples, { params: { id: campaignId } })
    assert.equal(rows.find(({ id }) => id === first.id)?.judged, 1)
    const log = await app.hung.call(ListEvents, { query: { kind: 'photo.sampled' } })
    assert.ok(log.rows.length >= 1)
  }),
)

test(
  'pages go on where the last one ended',
  withApp(async (app) => {
    await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    for (let shade = 0; shade < 5; shade++) await handIn(app.lan, await photo(20 + shade * 9), duty)
    const first = await app.ha.call(ListPhotos, { query: { limit: 3 } })
    const second = await app.ha.call(ListPhotos, { query: { limit: 3, cursor: first.next ?? '' } })
    assert.deepEqual([first.rows.length, second.rows.length, first.total, second.next], [3, 2, 5, null])
    assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 5)
  }),
)

test(
  'the public copy has no camera data, marked places are a few squares, and the original is as it was',
  withApp(async (app) => {
    await issuedCampaign(app)
    const bytes = await sharp(await scene(9))
      .withExif({ IFD0: { Make: 'Loa' } })
      .jpeg()
      .toBuffer()
    const { evidence } = await handIn(app.lan, bytes)
    const id = evidence[0]?.id ?? ''
    const region = { x: 0.25, y: 0.25, width: 0.2, height: 0.2 }
    await app.lan.call(BlurPhoto, { params: { id }, body: { regions: [region] } })
    const copy = await app.ha.file(GetEvidenceFile, { params: { id, kind: 'public' } })
    const { width, height, exif } = await sharp(copy).metadata()
    assert.equal(exif, undefined)
    const covered = async (image: Uint8Array) => {
      const square = await sharp(image)
        .extract({
          left: Math.ceil(width * 0.26),
          top: Math.ceil(height * 0.26),
          width: Math.floor(width * 0.03),
          height: Math.floor(height * 0.03),
        })
        .png()
        .toBuffer()
      return sharp(square).stats()
    }
    assert.ok(
      (await covered(copy)).channels.every(({ stdev }) => stdev < 6),
      'one square is one colour',
    )
    for (const kind of ['preview', 'small'] as const)
      assert.equal(
        (await sharp(await app.ha.file(GetEvidenceFile, { params: { id, kind } })).metadata()).exif,
        undefined,
      )
    const original = await app.ha.file(GetEvidenceFile, { params: { id, kind: 'original' } })
    assert.deepEqual(Buffer.from(original), bytes)
    await refused(app.tho.call(BlurPhoto, { params: { id }, body: { regions: [] } }), 'thing.not-found')
  }),
)
