/** The calendar as Debian's khal reads it: a client that knows nothing of the library that wrote it. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { calendarOf } from './calendar.ts'

test('khal imports the calendar and lists it by its hours in Việt Nam', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'loa-khal-'))
  t.after(() => rmSync(home, { recursive: true }))
  mkdirSync(join(home, 'kept'))
  const settings = `[calendars]\n[[loa]]\npath = ${join(home, 'kept')}\n[sqlite]\npath = ${join(home, 'khal.db')}\n[locale]\nlocal_timezone = Asia/Ho_Chi_Minh\ndefault_timezone = Asia/Ho_Chi_Minh\ntimeformat = %H:%M\ndateformat = %d.%m.\nlongdateformat = %d.%m.%Y\ndatetimeformat = %d.%m. %H:%M\nlongdatetimeformat = %d.%m.%Y %H:%M\n`
  writeFileSync(join(home, 'config'), settings)
  const entry = {
    place: 'Nhà văn hóa xã An Lâm',
    latitude: null,
    longitude: null,
    version: 1,
    updatedAt: '2023-05-20T01:00:00Z',
    words: 'Ngày Gia đình Việt Nam',
  }
  const calendar = await calendarOf('Trung tâm', [
    {
      ...entry,
      id: 'a',
      title: 'Biểu diễn, xã An Lâm',
      startsAt: '2023-05-22T12:00:00Z',
      endsAt: '2023-05-22T14:00:00Z',
      cancelled: null,
    },
    {
      ...entry,
      id: 'b',
      title: 'Chiếu phim',
      startsAt: '2023-05-23T12:30:00Z',
      endsAt: '2023-05-23T14:00:00Z',
      cancelled: 'Mưa',
    },
  ])
  writeFileSync(join(home, 'loa.ics'), calendar)
  const khal = (...asked: string[]) =>
    execFileSync('khal', ['-c', join(home, 'config'), ...asked], {
      encoding: 'utf8',
      env: { ...process.env, HOME: home, XDG_CACHE_HOME: home, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' },
    })
  khal('import', '--batch', '-a', 'loa', join(home, 'loa.ics'))
  const listed = khal(
    'list',
    '--format',
    '{start-time}-{end-time} {title} @ {location} {status}',
    '22.05.2023',
    '2d',
  )
  assert.match(listed, /19:00-21:00 Biểu diễn, xã An Lâm @ Nhà văn hóa xã An Lâm/)
  assert.match(listed, /19:30-21:00 Hoãn, hủy: Chiếu phim/)
})
