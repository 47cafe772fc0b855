/**
 * Photos used twice: how many altered copies are found among all photos, how many pairs of different photos are wrongly laid
 * side by side, and how long a search of a million takes beside a plain look at every hash.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { openPhoto } from '../packages/server/src/documents-worker/photo.ts'
import { attitudes, dctHash, ones, side } from '../packages/server/src/evidence/fingerprint.ts'
import { alike, likenessOf } from '../packages/server/src/evidence/likeness.ts'
import { makePrintIndex } from '../packages/server/src/evidence/print-index.ts'
import { type Grey, hashesOf, questionsOf } from '../packages/server/src/evidence/windows.ts'
import { median } from './interleaved.ts'
import { benchPhotos } from './photos.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-dup-'))
const file = join(folder, 'photo.jpg')
/** The way every photo goes in the server. */
const greyOf = async (jpeg: Buffer): Promise<Grey> => {
  writeFileSync(file, jpeg)
  const photo = await openPhoto(file)
  if (!photo) throw new Error('a photo could not be opened')
  return photo.grey
}

type Alteration = (jpeg: Buffer) => Promise<Buffer>
const cut =
  (across: number, down: number): Alteration =>
  async (jpeg) => {
    const { width, height } = await sharp(jpeg).metadata()
    const [wide, high] = [Math.round(width * 0.95), Math.round(height * 0.95)]
    return sharp(jpeg)
      .extract({
        left: Math.round((width - wide) * across),
        top: Math.round((height - high) * down),
        width: wide,
        height: high,
      })
      .jpeg({ quality: 85 })
      .toBuffer()
  }
/** As the camera apps do: day and place in a dark bar at the bottom right, and a round mark at the top left. */
const stamped: Alteration = async (jpeg) => {
  const { width, height } = await sharp(jpeg).metadata()
  const line = (y: number, words: string) =>
    `<text x="${width * 0.57}" y="${height * y}" font-size="${Math.round(height * 0.045)}" fill="#fff">${words}</text>`
  const stamp = `<svg width="${width}" height="${height}"><rect x="${width * 0.55}" y="${height * 0.86}" width="${width * 0.45}" height="${height * 0.14}" opacity=".6"/>${line(0.92, '08:31 25/5/2023')}${line(0.98, 'Nam Sach')}<circle cx="${width * 0.08}" cy="${height * 0.1}" r="${height * 0.06}" fill="#c00"/></svg>`
  return sharp(jpeg)
    .composite([{ input: Buffer.from(stamp) }])
    .jpeg({ quality: 85 })
    .toBuffer()
}
const alterations: Record<string, Alteration> = {
  're-sent': async (jpeg) => jpeg,
  'recompressed, quality 40': (jpeg) => sharp(jpeg).jpeg({ quality: 40 }).toBuffer(),
  'resized to half': async (jpeg) => {
    const { width } = await sharp(jpeg).metadata()
    return sharp(jpeg)
      .resize(width >> 1)
      .jpeg({ quality: 80 })
      .toBuffer()
  },
  'brightened by 20 %': (jpeg) => sharp(jpeg).linear(1.2, 0).jpeg({ quality: 85 }).toBuffer(),
  'darkened by 30 %': (jpeg) => sharp(jpeg).linear(0.7, 0).jpeg({ quality: 85 }).toBuffer(),
  stamped,
  'cropped 5 %, all round': cut(0.5, 0.5),
  'cropped 5 %, top left': cut(1, 1),
  'cropped 5 %, bottom right': cut(0, 0),
  'rotated by 90°': (jpeg) => sharp(jpeg).rotate(90).jpeg({ quality: 85 }).toBuffer(),
  mirrored: (jpeg) => sharp(jpeg).flop().jpeg({ quality: 85 }).toBuffer(),
}

const wordsOf = (grey: Grey) => hashesOf(grey).flatMap(({ low, high }) => [low, high])
const photos = await benchPhotos()
if (photos.length < 150) throw new Error(`only ${photos.length} photos were found`)
const stored: Grey[] = []
const index = makePrintIndex()
for (const [number, { jpeg }] of photos.entries()) {
  const grey = await greyOf(jpeg)
  stored.push(grey)
  index.add(number, wordsOf(grey))
}
console.log(`  ${photos.length} photos from Debian's packages`)

let [wrong, pairs, isMissed] = [0, 0, false]
const copies: Grey[] = []
for (const [name, alter] of Object.entries(alterations)) {
  let found = 0
  for (const [number, { jpeg }] of photos.entries()) {
    const grey = await greyOf(await alter(jpeg))
    if (number % 20 === 0) copies.push(grey)
    const hits = index
      .search(questionsOf(grey), 12)
      .filter(({ photo, ways }) => likenessOf(grey, stored[photo] ?? grey, ways.slice(0, 2)).fit >= alike)
    if (hits.some(({ photo }) => photo === number)) found += 1
    wrong += hits.filter(({ photo }) => photo !== number).length
    pairs += photos.length - 1
  }
  const recall = found / photos.length
  if (recall < 0.98) isMissed = true
  console.log(`  ${name.padEnd(28)} found ${(100 * recall).toFixed(1)} %`)
}
const rate = wrong / pairs
console.log(`  different photos laid side by side: ${wrong} of ${pairs} pairs, ${(100 * rate).toFixed(3)} %`)
rmSync(folder, { recursive: true })

const many = 1_000_000
const big = makePrintIndex()
const [low, high] = [new Uint32Array(many), new Uint32Array(many)]
for (let photo = 0; photo < many; photo++) {
  const words = new Uint32Array(new Uint8Array(randomBytes(48)).buffer)
  big.add(photo, words)
  low[photo] = words[0] ?? 0
  high[photo] = words[1] ?? 0
}
/** What is simplest: one hash a photo, the eight attitudes of the one asked for, every one of the million looked at. */
const lookAtEach = (grey: Grey): number => {
  const piece = Float64Array.from(
    { length: side * side },
    (_, at) => grey[Math.floor(at / side) * 2 * 64 + (at % side) * 2] ?? 0,
  )
  let near = 0
  for (const hash of attitudes(dctHash(piece)))
    for (let photo = 0; photo < many; photo++)
      if (ones((low[photo] ?? 0) ^ hash.low) + ones((high[photo] ?? 0) ^ hash.high) <= 13) near += 1
  return near
}
const times: { ours: number[]; linear: number[]; asking: number[] } = { ours: [], linear: [], asking: [] }
for (const [round, grey] of copies.slice(0, 44).entries()) {
  const began = performance.now()
  const questions = questionsOf(grey)
  const asked = performance.now()
  big.search(questions, 12)
  const searched = performance.now()
  lookAtEach(grey)
  if (round < 4) continue
  times.asking.push(asked - began)
  times.ours.push(searched - asked)
  times.linear.push(performance.now() - searched)
}
const [ours, linear] = [median(times.ours), median(times.linear)]
console.log(
  `  a million photos, six hashes each: search ${ours.toFixed(1)} ms (${Math.min(...times.ours).toFixed(1)}–${Math.max(...times.ours).toFixed(1)}), making the questions ${median(times.asking).toFixed(1)} ms`,
)
console.log(
  `  every one of a million looked at, one hash each: ${linear.toFixed(1)} ms · Loa/linear ${(ours / linear).toFixed(2)}`,
)
if (isMissed || rate > 0.001 || ours > 10) process.exitCode = 1
