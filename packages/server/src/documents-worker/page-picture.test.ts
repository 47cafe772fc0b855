import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { examplePdf } from '../testing/path.ts'
import { drawPage } from './page-picture.ts'
import { findPlaces } from './page-places.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-page-'))
after(() => rmSync(folder, { recursive: true }))
const file = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

test('a scan that lies on its side is shown upright, at a bounded size, as its one page', async () => {
  const lying = await sharp({ create: { width: 3400, height: 2400, channels: 3, background: '#fff' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const path = file('scan.jpg', lying)
  const picture = await drawPage(path, 'image/jpeg', 1)
  assert.ok(picture instanceof Uint8Array)
  const { width, height } = await sharp(picture).metadata()
  assert.deepEqual([width, height], [1129, 1600])
  assert.equal(await drawPage(path, 'image/jpeg', 2), 'no such page')
  assert.deepEqual((await findPlaces(path, 'image/jpeg', '')).pages, [{ width: 2400, height: 3400 }])
})

test('a page that is not there, and files that break off, are said and not thrown', async () => {
  const bytes = await examplePdf()
  assert.equal(await drawPage(file('a.pdf', bytes), 'application/pdf', 9), 'no such page')
  assert.equal(await drawPage(file('b.pdf', bytes.subarray(0, 300)), 'application/pdf', 1), 'damaged')
  assert.equal(await drawPage(file('c.png', Buffer.from('no picture')), 'image/png', 1), 'damaged')
})

test('words that stand twice in the text get each its own place, in the order of the page', async () => {
  const path = file('d.pdf', await examplePdf())
  const text = 'V/v tuyên truyền\nV/v tuyên truyền'
  const { places } = await findPlaces(path, 'application/pdf', text)
  // The PDF draws these words once; the second line of the text has no place of its own.
  assert.deepEqual(
    places.map(({ start, end }) => [start, end]),
    [[0, 16]],
  )
  assert.deepEqual((await findPlaces(path, 'application/pdf', 'không có trong tệp')).places, [])
})
