import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PrintedParagraph, printedBlocks } from './blocks.ts'
import { paragraph } from './sample.ts'

const printedLines = (blocks: Parameters<typeof printedBlocks>[0], closed = false) =>
  printedBlocks(blocks, { closed }).filter((block): block is PrintedParagraph => block.kind === 'paragraph')
const textOf = (line: PrintedParagraph | undefined) =>
  line && [line.marker ? `${line.marker.text} ` : '', ...line.runs.map((run) => run.text)].join('')

test('a section is in bold capitals', () => {
  const [line] = printedLines([paragraph('section', 'II.', 'Kết quả thực hiện')])
  assert.equal(textOf(line), 'II. KẾT QUẢ THỰC HIỆN')
  assert.ok(line?.runs.every((run) => run.bold))
})

test('a clause is bold when it is a title over other lines, not when it is a sentence', () => {
  const lines = printedLines([
    paragraph('clause', '1.', 'Nội dung'),
    paragraph('dash', '-', 'Đội mũ bảo hiểm;'),
    paragraph('clause', '2.', 'Các đơn vị báo cáo trước ngày 15.'),
    paragraph('text', null, 'Hết'),
  ])
  assert.deepEqual(
    lines.map((line) => line.runs.every((run) => run.bold)),
    [true, false, false, false],
  )
  assert.deepEqual(
    lines.map((line) => line.keepWithNext),
    [true, false, false, false],
  )
})

test('an article has a bold number; its sentence is plain', () => {
  const [line] = printedLines([paragraph('section', 'Điều 1.', 'Thành lập Tổ tuyên truyền.')])
  assert.deepEqual([line?.marker?.bold, line?.runs[0]?.bold], [true, false])
  assert.equal(textOf(line), 'Điều 1. Thành lập Tổ tuyên truyền.')
})

test('a part has its number on a line of its own, both centred', () => {
  const lines = printedLines([paragraph('part', 'Phần I', 'quy định chung')])
  assert.deepEqual(lines.map(textOf), ['Phần I', 'QUY ĐỊNH CHUNG'])
  assert.ok(lines.every((line) => line.centred))
})

test('bases are in italics, the words between bases and articles are centred', () => {
  const [basis, decides] = printedLines([
    paragraph('basis', null, 'Căn cứ Luật …;'),
    paragraph('text', null, 'QUYẾT ĐỊNH:'),
  ])
  assert.ok(basis?.runs.every((run) => run.italic))
  assert.ok(decides?.centred && decides.runs.every((run) => run.bold))
})

test('the end mark replaces the last full stop and is not doubled', () => {
  const end = (text: string) => textOf(printedLines([paragraph('text', null, text)], true).at(-1))
  assert.equal(end('để tổng hợp.'), 'để tổng hợp./.')
  assert.equal(end('để tổng hợp'), 'để tổng hợp./.')
  assert.equal(end('để tổng hợp./.'), 'để tổng hợp./.')
  assert.equal(textOf(printedLines([paragraph('text', null, 'Hết.')], false).at(-1)), 'Hết.')
})

test('words that were bold in the source stay bold', () => {
  const source = {
    ...paragraph('text', null, ''),
    runs: [{ text: 'Riêng ' }, { text: 'huyện Tứ Kỳ', bold: true }],
  }
  assert.deepEqual(
    printedLines([source])[0]?.runs.map((run) => run.bold),
    [false, true],
  )
})
