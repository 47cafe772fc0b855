/** What lies under the points: the operator's own tiles, piece by piece from our own server, and boundaries of units. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { SaveSite } from '@loa/contract/sites'
import sharp from 'sharp'
import { openSite } from '../testing/browser.ts'
import { tilesFile } from '../testing/tiles-file.ts'
import { until } from '../testing/until.ts'

const file = join(mkdtempSync(join(tmpdir(), 'loa-tiles-')), 'nuoc.pmtiles')
const bytes = tilesFile('water')
writeFileSync(file, bytes)
const site = await openSite({ LOA_PMTILES: file })

test('a piece is given for a range, the whole for none, and none for what lies behind the end', async () => {
  const ask = (range: string) => fetch(`${site.url}/map/tiles.pmtiles`, range ? { headers: { range } } : {})
  const piece = await ask('bytes=0-6')
  assert.deepEqual(
    [piece.status, piece.headers.get('content-range'), await piece.text()],
    [206, `bytes 0-6/${bytes.length}`, 'PMTiles'],
  )
  assert.equal((await (await ask('')).arrayBuffer()).byteLength, bytes.length)
  assert.equal((await ask(`bytes=${bytes.length + 5}-`)).status, 416)
})

test('the map is drawn on them, names whose they are, and asks nobody else', async () => {
  await site.people.lan.call(SaveSite, {
    params: { id: randomUUID() },
    body: {
      name: 'Pa nô cổng chợ',
      kind: 'panel',
      place: 'Nam Sách',
      latitude: 20.99,
      longitude: 106.33,
      faces: [{ id: randomUUID(), label: 'A', width: null, height: null }],
    },
  })
  const { page, foreign, errors } = await site.open('ttvh-291')
  await page.goto('/map')
  await page.locator('.point-map .circle').waitFor()
  await page.getByText('Bản đồ thử').waitFor({ state: 'attached' })
  const box = await page.locator('.point-map').boundingBox()
  assert.ok(box)
  const colour = async () => {
    const clip = { x: box.x + 40, y: box.y + 40, width: 4, height: 4 }
    const { data } = await sharp(await page.screenshot({ clip }))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return [...data.subarray(0, 3)].join()
  }
  // The water of ground.ts.
  await until(async () => (await colour()) === [0xcf, 0xdf, 0xe9].join())
  assert.deepEqual([foreign, errors], [[], []])
})

test('boundaries are looked at, then imported; what fits no unit is said; their lines are drawn', async () => {
  const square = (x: number) => [
    [
      [x, 20.9],
      [x + 0.1, 20.9],
      [x + 0.1, 21.1],
      [x, 20.9],
    ],
  ]
  const feature = (code: string) => ({
    type: 'Feature',
    properties: { ma: code },
    geometry: { type: 'Polygon', coordinates: square(106.3) },
  })
  const collection = { type: 'FeatureCollection', features: [feature('HD-291-UBND'), feature('KHONG-CO')] }
  const { page, foreign, errors } = await site.open('ha')
  await page.goto('/map?import=open')
  await page.getByLabel('Tệp GeoJSON').setInputFiles({
    name: 'ranh-gioi.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(collection)),
  })
  await page.getByRole('button', { name: 'Đọc thử' }).press('Enter')
  await page.getByText('1/2 đối tượng khớp với đơn vị trong danh bạ.').waitFor()
  await page.getByText('Đối tượng 2, mã KHONG-CO: không có đơn vị nào mang mã này').waitFor()
  await page.getByRole('button', { name: 'Nhập 1 ranh giới' }).press('Enter')
  await page.getByText('Đã nhập 1 ranh giới; 0 đã có từ trước.').waitFor()
  await page.getByText('Ranh giới của 1 đơn vị').waitFor()
  const drawn = await site.open('ttvh-291')
  await drawn.page.goto('/map')
  await drawn.page.locator('.point-map .circle').waitFor()
  await drawn.page.getByText('Ranh giới của 1 đơn vị').waitFor()
  await drawn.page.waitForLoadState('networkidle')
  assert.deepEqual([foreign, errors, drawn.foreign, drawn.errors], [[], [], [], []])
})
