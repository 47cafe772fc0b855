import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Outline } from '@loa/contract/report-outline'
import { moved, newBlock } from './outline.ts'

test('a part that is added has an id of its own, of any kind; a part moves one place at a time', () => {
  const kinds = ['heading', 'text', 'data', 'table', 'chart', 'heading'] as const
  const outline: Outline = []
  for (const kind of kinds) outline.push(newBlock(outline, kind, 'Mới'))
  assert.ok(Outline.safeParse(outline).success)
  const without = outline.slice(1)
  assert.ok(Outline.safeParse([...without, newBlock(without, 'text', '')]).success)
  const ids = (blocks: Outline) => blocks.map(({ id }) => id)
  assert.deepEqual(ids(moved(outline, 0, 1)).slice(0, 2), ['phan-2', 'phan-1'])
  assert.deepEqual(moved(outline, 0, -1), outline)
})
