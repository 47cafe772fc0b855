import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mark, piecesOf } from './marks.ts'

const mark = (key: string, start: number, end: number): Mark => ({
  key,
  tag: key,
  look: 'waiting',
  start,
  end,
})

test('the pieces of a text together are the text, whatever the marks', () => {
  const text = 'Báo cáo kết quả trước ngày 10/10/2023 để tổng hợp.'
  const marks = [mark('p1', 0, 49), mark('p2', 16, 37), mark('p3', 30, 45)]
  assert.equal(
    piecesOf(text, marks, 0, text.length)
      .map((piece) => piece.text)
      .join(''),
    text,
  )
})

test('a deadline inside a duty is drawn over it, and both are known', () => {
  const pieces = piecesOf('0123456789', [mark('duty', 0, 10), mark('deadline', 3, 6)], 0, 10)
  assert.deepEqual(
    pieces.map(({ text, marks }) => [text, marks.map(({ key }) => key)]),
    [
      ['012', ['duty']],
      ['345', ['deadline', 'duty']],
      ['6789', ['duty']],
    ],
  )
})

test('a mark that runs over two paragraphs is drawn in both, and shows its tag once', () => {
  const marks = [mark('p1', 3, 8)]
  const [first, second] = [piecesOf('0123456789', marks, 0, 5), piecesOf('0123456789', marks, 5, 10)]
  assert.deepEqual(
    [...first, ...second].map(({ text, begins }) => [text, begins.length]),
    [
      ['012', 0],
      ['34', 1],
      ['567', 0],
      ['89', 0],
    ],
  )
})
