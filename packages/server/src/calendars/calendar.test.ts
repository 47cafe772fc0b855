import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { calendarOf, type Entry } from './calendar.ts'

const entry = (more: Partial<Entry> = {}): Entry => ({
  id: '7d7f0a5e-5f5f-4f5f-8f5f-000000000001',
  title: 'Biểu diễn văn nghệ cổ động; “Gia đình hạnh phúc”, xã An Lâm',
  place: 'Nhà văn hóa xã An Lâm, huyện Nam Sách',
  latitude: 20.99,
  longitude: 106.33,
  startsAt: '2023-05-22T12:00:00+00:00',
  endsAt: '2023-05-22T14:00:00+00:00',
  cancelled: null,
  version: 1,
  updatedAt: '2023-05-20T01:00:00+00:00',
  words: 'Tuyên truyền Ngày Gia đình Việt Nam',
  ...more,
})
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))

test('a calendar program reads title, place, hours and the order it belongs to', async () => {
  const [event] = read(await calendarOf('Trung tâm Văn hóa', [entry()]))
  assert.equal(event?.summary, entry().title)
  assert.equal(event?.location, entry().place)
  assert.equal(event?.description, entry().words)
  assert.equal(event?.startDate.toJSDate().toISOString(), '2023-05-22T12:00:00.000Z')
  assert.equal(event?.endDate.toJSDate().toISOString(), '2023-05-22T14:00:00.000Z')
})

test('what was cancelled stays in the calendar as cancelled, newer than what was read before', async () => {
  const [event] = read(await calendarOf('x', [entry({ cancelled: 'Mưa bão', version: 3 })]))
  assert.equal(event?.component.getFirstPropertyValue('status'), 'CANCELLED')
  assert.equal(event?.sequence, 2)
  assert.match(event?.description ?? '', /Mưa bão/)
})

test('no line is longer than 75 bytes, and whatever was typed comes back as it was', async () => {
  const words = fc.string({
    unit: fc.constantFrom('ệ', 'a', ';', ',', '\\', '\n', ' ', '"', ':', 'Ữ', '🎪'),
    minLength: 1,
    maxLength: 120,
  })
  await fc.assert(
    fc.asyncProperty(words, words, async (title, place) => {
      const text = await calendarOf('x', [entry({ title, place })])
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
      const [event] = read(text)
      assert.equal(event?.summary, title)
      assert.equal(event?.location, place)
    }),
  )
})
