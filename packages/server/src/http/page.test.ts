import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { pageFrom, timeCursor } from './page.ts'

test('a cursor of time and id comes back as it was given out, for days and for instants', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.boolean(), (at, isDay) => {
      const row = { at: isDay ? at.toISOString().slice(0, 10) : at.toISOString(), id: randomUUID() }
      const { next } = pageFrom([row, row], 1, (last) => `${last.at}_${last.id}`, 2)
      assert.deepEqual(timeCursor(next ?? undefined), row)
    }),
  )
  assert.equal(timeCursor(undefined), null)
})

test('what nobody gave out is refused', () => {
  for (const cursor of [
    '',
    '2023-05-22',
    '2023-13-41_x',
    `2023-99-99_${randomUUID()}`,
    "2023-05-22_'; drop table",
  ])
    assert.throws(() => timeCursor(cursor), { code: 'request.invalid' })
})
