/** Tags of a file are what its writer says of it: they are followed where they make sense, however they are made. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Tags } from './pdf-tags.ts'

type Page = Parameters<Tags['of']>[0]
const pageOf = (root: unknown) => ({ getStructTree: async () => root }) as unknown as Page
const words = (id: string) => ({ type: 'content', id })
const row = (role: string, ...ids: string[]) => ({
  role: 'TR',
  children: ids.map((id) => ({ role, children: [words(id)] })),
})
const table = (...children: unknown[]) => ({ role: 'Table', children })

test('words of one paragraph have one number, cells their place', async () => {
  const tags = await new Tags().of(
    pageOf({
      role: 'Document',
      children: [
        { role: 'P', children: [words('a'), { role: 'Span', children: [words('b')] }] },
        table(
          { role: 'THead', children: [row('TH', 'c', 'd')] },
          { role: 'TBody', children: [row('TD', 'e', 'f')] },
        ),
        { role: 'P', children: [words('g')] },
      ],
    }),
  )
  assert.equal(tags.get('a')?.paragraph, tags.get('b')?.paragraph)
  assert.notEqual(tags.get('a')?.paragraph, tags.get('g')?.paragraph)
  assert.notEqual(tags.get('a')?.group, tags.get('g')?.group)
  assert.deepEqual(
    ['c', 'f', 'g'].map((id) => tags.get(id)?.cell),
    [{ table: 0, row: 0, column: 0 }, { table: 0, row: 1, column: 1 }, null],
  )
})

test('a table goes on where a page begins with one as wide, and only there', async () => {
  const tags = new Tags()
  const rows = async (...children: unknown[]) => tags.of(pageOf({ role: 'Document', children }))
  await rows(table(row('TH', 'a', 'b'), row('TD', 'c', 'd')))
  assert.deepEqual((await rows(table(row('TD', 'e', 'f')))).get('f')?.cell, { table: 0, row: 2, column: 1 })
  assert.equal((await rows(table(row('TD', 'g')))).get('g')?.cell?.table, 1)
  const later = await rows({ role: 'P', children: [words('h')] }, table(row('TD', 'i')))
  assert.equal(later.get('i')?.cell?.table, 2)
})

test('a tree that is none, too deep or of strange parts gives fewer tags and no fault', async () => {
  let deep: unknown = words('deep')
  for (let level = 0; level < 5000; level++) deep = { role: level % 2 ? 'Table' : 'TBody', children: [deep] }
  for (const root of [null, {}, { children: [{}, { role: 'TR' }, { type: 'content' }, table()] }, deep])
    assert.equal((await new Tags().of(pageOf(root))).size, 0)
})
