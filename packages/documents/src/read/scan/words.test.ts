import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyTree } from '../../document.ts'
import { lowered } from './certainty.ts'
import { mended } from './mend.ts'
import { turned, turnedBack } from './turns.ts'
import { isWeak, itemsOf } from './words.ts'

const row = (line: number, left: number, top: number, text: string, confidence = 96, width = 60) =>
  ['5', '1', '1', '1', line, '1', left, top, width, 20, confidence, text].join('\t')
const page = { width: 1000, height: 1400, data: new Uint8Array(0), dpi: 120 }

test('words of a page laid in askew stand on level lines, with their boxes as on the picture', () => {
  const rows: string[] = []
  for (let line = 0; line < 5; line++)
    for (let word = 0; word < 8; word++) {
      const left = 100 + word * 100
      rows.push(row(line, left, Math.round(200 + line * 40 + left * 0.03), 'tuyên'))
    }
  const items = itemsOf(rows.join('\n'), page, 500, 1000)
  assert.equal(items.length, 40)
  const first = items.slice(0, 8)
  assert.ok(Math.max(...first.map(({ y }) => y)) - Math.min(...first.map(({ y }) => y)) < 0.5)
  assert.deepEqual(items[7]?.box, [800, 224, 60, 20])
  assert.ok(Math.abs((items[7]?.x ?? 0) - 403.7) < 1)
})

test('rules and specks are dropped, letters of which the engine is unsure are kept', () => {
  const tsv = [
    row(1, 0, 0, '|', 90),
    row(1, 80, 0, '—', 20),
    row(1, 160, 0, 'MÂY__', 30),
    row(1, 240, 0, '-', 90),
  ].join('\n')
  assert.deepEqual(
    itemsOf(tsv, page, 500, 1000).map(({ text }) => text),
    ['MÂY', '-'],
  )
})

test('a field read by machine is as sure as its weakest word', () => {
  const { sources } = emptyTree()
  sources.issuer = { start: 0, end: 10, text: 'SỞ XÂY DỰN', confidence: 0.9 }
  sources.number = { start: 20, end: 22, text: '40', confidence: 0.9 }
  const words = [
    { start: 0, end: 2, certainty: 0.9 },
    { start: 3, end: 6, certainty: 0.5 },
    { start: 30, end: 36, certainty: 0.1 },
  ]
  const after = lowered(sources, words)
  assert.equal(after.issuer?.confidence, 0.45)
  assert.equal(after.number?.confidence, 0.9)
})

test('phrases of every office get their tone marks back, names and older spellings stay', () => {
  const cases = [
    ['KT. GIAM ĐỐC', 'KT. GIÁM ĐỐC'],
    ['PHO CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ['- Thường trực Tỉnh ủy (đế b/C);', '- Thường trực Tỉnh ủy (để b/c);'],
    ['- Lưu: VI; VE.', '- Lưu: VT, VE.'],
    ['- Lưu: VI KGVX (Hoa).', '- Lưu: VT, KGVX (Hoa).'],
    ['Số: 705SVHTTDL-QLVHGĐ', 'Số: 705/SVHTTDL-QLVHGĐ'],
    ['Số: 20IJJSYT-NVY', 'Số: 20IJJSYT-NVY'],
    ['- Lưu: VI.', '- Lưu: VT.'],
    ['- Lưu: VT.', '- Lưu: VT.'],
    ['- Như trên,', '- Như trên;'],
    ['CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Đỉnh Quốc Toản', 'Đỉnh Quốc Toản'],
  ]
  for (const [read = '', right] of cases) assert.equal(mended(read.split(' ')).join(' '), right)
})

test('a page on its side is turned, and its boxes are told on the page as it lies', () => {
  const side = { width: 3, height: 2, data: Uint8Array.from([1, 2, 3, 4, 5, 6]), dpi: 70 }
  assert.deepEqual([...turned(side, 1).data], [4, 1, 5, 2, 6, 3])
  assert.deepEqual([...turned(side, 2).data], [6, 5, 4, 3, 2, 1])
  assert.deepEqual([...turned(side, 3).data], [3, 6, 2, 5, 1, 4])
  // The pixel with 4 stands at the left below; turned once it is the first.
  assert.deepEqual(turnedBack([0, 0, 1, 1], 1, 3, 2), [0, 1, 1, 1])
  assert.deepEqual(turnedBack([0, 0, 1, 1], 2, 3, 2), [2, 1, 1, 1])
  assert.deepEqual(turnedBack([0, 0, 1, 1], 3, 3, 2), [2, 0, 1, 1])
  const upward = ['5', '1', '1', '1', '1', '1', '10', '10', '20', '300', '95', 'tuyên-truyền'].join('\t')
  assert.ok(isWeak(upward) && isWeak(null))
})
