/** Files that are no photo, or not all of one, and photos that ask for much. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { AddEvidence, GetEvidenceFile } from '@loa/contract/activities'
import sharp from 'sharp'
import { acceptDuty, addPhoto, issuedCampaign, looked, photo, recordActivity } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const started = async (app: TestApp) => {
  await issuedCampaign(app)
  return recordActivity(app.lan, await acceptDuty(app.lan))
}
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } })
/** A JPEG as long as a real one: its end lies behind many bytes of picture. */
const noise = () =>
  sharp({
    create: {
      width: 800,
      height: 600,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer()

test(
  'no photo, nothing at all, half a photo: each is refused with its own sentence, and nothing is written',
  withApp(async (app) => {
    const activity = await started(app)
    const send = (bytes: Uint8Array) => addPhoto(app.lan, activity, bytes)
    await refused(send(new Uint8Array()), 'evidence.empty')
    await refused(send(Buffer.from('%PDF-1.7 not a photo')), 'evidence.not-a-photo')
    await refused(send(Buffer.from('GIF89a')), 'evidence.not-a-photo')
    const whole = await noise()
    for (const share of [0.02, 0.3, 0.6, 0.99])
      await refused(send(whole.subarray(0, Math.floor(whole.length * share))), 'evidence.cut-off')
    const png = await plain(400, 300).png().toBuffer()
    await refused(send(png.subarray(0, png.length - 30)), 'evidence.cut-off')
    const webp = await sharp(whole).webp().toBuffer()
    await refused(send(webp.subarray(0, webp.length - 100)), 'evidence.cut-off')
    assert.equal((await looked(app.lan, activity.id)).evidence.length, 0)
  }),
)

test(
  'HEIC is named, so that the sentence can say how to switch the phone',
  withApp(async (app) => {
    const activity = await started(app)
    const head = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])
    await refused(addPhoto(app.lan, activity, head), 'evidence.heic')
  }),
)

test(
  'pictures that move are no photos, whether GIF or WebP',
  withApp(async (app) => {
    const activity = await started(app)
    const frames = await sharp(
      await Promise.all(
        ['#a00', '#0a0'].map((background) =>
          sharp({ create: { width: 64, height: 48, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      ),
      { join: { animated: true } },
    )
      .gif()
      .toBuffer()
    const moving = await sharp(frames, { animated: true }).webp().toBuffer()
    await refused(addPhoto(app.lan, activity, frames), 'evidence.not-a-photo')
    await refused(addPhoto(app.lan, activity, moving), 'evidence.not-a-photo')
  }),
)

test(
  'JPEG, PNG and WebP with the wrong ending, a printer’s colours or grey are photos',
  withApp(async (app) => {
    const activity = await started(app)
    const kinds = [
      await plain(320, 240).toColourspace('cmyk').jpeg().toBuffer(),
      await plain(320, 241).png().toBuffer(),
      await plain(320, 242).webp().toBuffer(),
      await plain(320, 243).webp({ lossless: true }).toBuffer(),
      await plain(320, 244).greyscale().jpeg({ progressive: true }).toBuffer(),
    ]
    for (const bytes of kinds)
      await app.lan.call(AddEvidence, {
        params: { id: activity.id, evidenceId: randomUUID() },
        query: { name: 'anh.txt' },
        bytes,
      })
    const { evidence } = await looked(app.lan, activity.id)
    assert.deepEqual(evidence.map(({ width, height }) => `${width}×${height}`).sort(), [
      '320×240',
      '320×241',
      '320×242',
      '320×243',
      '320×244',
    ])
    const preview = await app.lan.file(GetEvidenceFile, {
      params: { id: evidence.find(({ height }) => height === 240)?.id ?? '', kind: 'preview' },
    })
    const { channels } = await sharp(preview).stats()
    assert.equal(channels.length, 3)
    assert.ok(Math.abs((channels[1]?.mean ?? 0) - 0xaa) < 40)
  }),
)

test(
  '80 megapixels are taken; more than 100 are refused with their number',
  withApp(async (app) => {
    const activity = await started(app)
    const shown = await addPhoto(app.lan, activity, await plain(10_000, 8000).jpeg().toBuffer())
    assert.deepEqual(
      shown.evidence.map(({ width, height, doubts }) => [width, height, doubts]),
      [[10_000, 8000, []]],
    )
    await refused(
      addPhoto(app.lan, activity, await plain(12_000, 9000).jpeg().toBuffer()),
      'evidence.too-many-pixels',
    )
  }),
)

test(
  'a photo that breaks inside is kept as it came and doubted; a person decides',
  withApp(async (app) => {
    const activity = await started(app)
    const png = await sharp(await noise())
      .png()
      .toBuffer()
    const broken = Buffer.from(png)
    broken.fill(0x55, 2000, 4000)
    const { evidence } = await addPhoto(app.lan, activity, broken)
    assert.deepEqual(evidence[0]?.doubts, ['unreadable'])
    const original = await app.lan.file(GetEvidenceFile, {
      params: { id: evidence[0]?.id ?? '', kind: 'original' },
    })
    assert.deepEqual(Buffer.from(original), broken)
  }),
)

test(
  'what the device says of itself is kept beside what the camera wrote, and told when they differ',
  withApp(async (app) => {
    const activity = await started(app)
    await app.lan.call(AddEvidence, {
      params: { id: activity.id, evidenceId: randomUUID() },
      query: {
        name: 'a.jpg',
        takenAt: '2023-05-25T11:31:00Z',
        latitude: '21.5',
        longitude: '106.3',
        mock: 'true',
      },
      bytes: await photo(),
    })
    const { evidence } = await looked(app.lan, activity.id)
    assert.deepEqual(evidence[0]?.doubts, ['device-place', 'device-time', 'mock-place'])
    assert.equal(evidence[0]?.reasons.find(({ kind }) => kind === 'device-time')?.detail.hours, 10)
  }),
)

test(
  'a device that says nonsense about itself still gets its photo in',
  withApp(async (app) => {
    const activity = await started(app)
    await app.lan.call(AddEvidence, {
      params: { id: activity.id, evidenceId: randomUUID() },
      query: { name: 'a.jpg', takenAt: 'hôm qua', latitude: 'x', mock: 'maybe' },
      bytes: await photo(),
    })
    assert.deepEqual((await looked(app.lan, activity.id)).evidence[0]?.doubts, [])
  }),
)
