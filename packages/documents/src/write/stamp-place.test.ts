import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Box } from '../document.ts'
import { stampPlace } from './stamp-place.ts'

const page = { width: 595, height: 842 }
const stamp = { width: 141.7, height: 99.2 }
const covers = (taken: readonly Box[], { x, y }: { x: number; y: number }) =>
  taken.some(
    ([bx, by, bw, bh]) => bx < x + stamp.width && bx + bw > x && by < y + stamp.height && by + bh > y,
  )

test('on an empty page the stamp stands at the left, below the names of the bodies', () => {
  const { x, y } = stampPlace(page, [], stamp)
  assert.ok(x < 40 && y > 95 && y < 110)
})

test('it goes below the date where the left half is full, and covers no word while there is room', () => {
  const left: Box[] = [[30, 100, 260, 700]]
  const { x } = stampPlace(page, left, stamp)
  assert.ok(x >= 290)
  const box = fc.tuple(
    fc.integer({ min: 0, max: 500 }),
    fc.integer({ min: 0, max: 800 }),
    fc.integer({ min: 5, max: 300 }),
    fc.integer({ min: 8, max: 20 }),
  )
  fc.assert(
    fc.property(fc.array(box, { maxLength: 12 }), (boxes) => {
      // Nothing ever stands in the lowest quarter of this page.
      const taken = boxes.map(([bx, by, bw, bh]) => [bx, by % 500, bw, bh] as Box)
      assert.equal(covers(taken, stampPlace(page, taken, stamp)), false)
    }),
    { numRuns: 40 },
  )
})
