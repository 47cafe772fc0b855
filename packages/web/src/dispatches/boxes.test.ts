import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boxesOf, markAt, markBoxesOf, markTagsOf } from './boxes.ts'
import type { Mark } from './marks.ts'

const places = [
  { start: 0, end: 10, page: 1, box: [100, 50, 200, 20] as [number, number, number, number] },
  { start: 11, end: 21, page: 1, box: [100, 80, 100, 20] as [number, number, number, number] },
  { start: 22, end: 30, page: 2, box: [50, 40, 80, 20] as [number, number, number, number] },
]
const pages = [
  { width: 500, height: 1000 },
  { width: 400, height: 800 },
]
const mark = (key: string, start: number, end: number): Mark => ({
  key,
  tag: key,
  look: 'waiting',
  start,
  end,
})

test('a sentence over two lines and two pages has a box on each, cut by the share of its letters', () => {
  assert.deepEqual(
    boxesOf(places, { start: 5, end: 24 }).map(({ page, box }) => [page, ...box]),
    [
      [1, 200, 50, 100, 20],
      [1, 100, 80, 100, 20],
      [2, 50, 40, 20, 20],
    ],
  )
  assert.deepEqual(boxesOf(places, { start: 10, end: 11 }), [])
})

test('boxes are in percent of their page, the short ones lie above', () => {
  const boxes = markBoxesOf({ pages, places }, [mark('short', 22, 26), mark('long', 0, 30)])
  assert.deepEqual(
    boxes.map(({ mark, page }) => [mark.key, page]),
    [
      ['long', 1],
      ['long', 1],
      ['long', 2],
      ['short', 2],
    ],
  )
  const [first] = boxes
  assert.deepEqual([first?.left, first?.top, first?.width, first?.height], [20, 5, 40, 2])
})

test('of several marks over a word the shortest is meant', () => {
  const marks = [mark('long', 0, 30), mark('short', 22, 26)]
  assert.equal(markAt(marks, 23)?.key, 'short')
  assert.equal(markAt(marks, 26)?.key, 'long')
  assert.equal(markAt(marks, 30), null)
})

test('tags stand in the margin of their words, side by side where a line has several', () => {
  const tags = markTagsOf({ pages, places }, [
    mark('a', 0, 30),
    mark('b', 3, 8),
    mark('c', 9, 10),
    mark('', 0, 5),
  ])
  assert.deepEqual(
    tags.map(({ mark, page, side, slot, top }) => [mark.key, page, side, slot, top]),
    [
      ['a', 1, 'left', 0, 6],
      ['b', 1, 'left', 1, 6],
      ['c', 1, 'right', 0, 6],
    ],
  )
})
