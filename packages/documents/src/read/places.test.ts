import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { boxesOf } from './places.ts'
import { read } from './read.ts'
import { scanPdf } from './scan/testing.ts'

const pdf = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../../test/fixtures/alcohol-control-pdf/input.pdf')),
)

test('every line of a PDF has its page and box, inside the page, in the order of the text', async () => {
  const { tree, layout } = await read(pdf, 'a.pdf')
  assert.ok(tree && layout)
  const [page] = layout.pages
  assert.ok(page && Math.round(page.width) === 595 && Math.round(page.height) === 842)
  let last = 0
  for (const { start, end, page: number, box } of layout.places) {
    assert.ok(start >= last && end > start && end <= tree.text.length)
    last = end
    const [x, y, width, height] = box
    assert.ok(number === 1 && x >= 0 && y >= 0 && x + width <= page.width && y + height <= page.height)
  }
  // No word stands outside of a place.
  const left = layout.places.reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    tree.text,
  )
  assert.equal(left.trim(), '')
})

test('the boxes of a field cover its lines: the two columns of the head lie side by side', async () => {
  const { tree, layout } = await read(pdf, 'a.pdf')
  assert.ok(tree && layout)
  const boxes = (path: string) => {
    const source = tree.sources[path]
    assert.ok(source, path)
    return boxesOf(layout, source)
  }
  const [issuer] = boxes('issuer')
  const [date] = boxes('date')
  assert.ok(issuer && date && issuer.box[0] + issuer.box[2] < date.box[0])
  assert.equal(boxes('subject').length, 2)
  const [number] = boxes('number')
  // Two digits of a line of fifteen signs.
  assert.ok(number && number.box[2] < 20)
})

test('a span takes the share of a line that it covers', () => {
  const places = [
    { start: 0, end: 10, page: 1, box: [100, 50, 200, 12] as const },
    { start: 11, end: 21, page: 2, box: [100, 70, 100, 12] as const },
  ]
  const layout = { pages: [], places }
  assert.deepEqual(boxesOf(layout, { start: 5, end: 13 }), [
    { start: 5, end: 10, page: 1, box: [200, 50, 100, 12] },
    { start: 11, end: 13, page: 2, box: [100, 70, 20, 12] },
  ])
  assert.deepEqual(boxesOf(layout, { start: 10, end: 11 }), [])
})

test('boxes of a turned page are those of the page as it is held', async () => {
  const words = ['SO Y TE', 'So: 12/SYT-NVY', 'Kinh gui: Cac don vi', 'Noi nhan:', '- Luu: VT.']
  // Written upwards on a sheet that is shown turned by 90°.
  const lines = words.map((word, line) => `1 0 0 1 80 ${500 - line * 30} Tm (${word}) Tj`).join(' ')
  const upright = scanPdf([[]], { content: `BT /F 12 Tf ${lines} ET`, size: [842, 595] })
  const turnedLines = words.map((word, line) => `0 1 -1 0 ${95 + line * 30} 80 Tm (${word}) Tj`).join(' ')
  const turned = scanPdf([[]], { content: `BT /F 12 Tf ${turnedLines} ET`, rotate: 90 })
  const [a, b] = [await read(upright, 'a.pdf'), await read(turned, 'a.pdf')]
  assert.ok(a.tree && b.tree)
  assert.equal(b.tree.text, a.tree.text)
  assert.deepEqual(b.layout, a.layout)
})

test('files without pages have no places', async () => {
  const { tree, layout } = await read(new TextEncoder().encode('Số: 1/SYT-VP\nKính gửi: Các đơn vị'), 'a.txt')
  assert.ok(tree)
  assert.equal(layout, null)
})
