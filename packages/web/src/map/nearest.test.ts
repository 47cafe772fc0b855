import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearestTo } from './nearest.ts'

const box = (column: number, row: number) => ({ left: column * 100, top: row * 80, width: 90, height: 70 })
const tiles = [box(1, 0), box(2, 0), box(0, 1), box(1, 1), box(2, 2)]
const from = (index: number, key: string) => nearestTo(tiles[index] ?? box(0, 0), tiles, key)

test('an arrow leads to the tile straight ahead', () => {
  assert.equal(from(0, 'ArrowRight'), 1)
  assert.equal(from(0, 'ArrowDown'), 3)
  assert.equal(from(3, 'ArrowLeft'), 2)
  assert.equal(from(3, 'ArrowUp'), 0)
})

test('where nothing is straight ahead it leads to the nearest on that side, and at the edge nowhere', () => {
  assert.equal(from(3, 'ArrowRight'), 1)
  assert.equal(from(1, 'ArrowDown'), 4)
  assert.equal(from(0, 'ArrowUp'), null)
  assert.equal(from(0, 'Enter'), null)
})
