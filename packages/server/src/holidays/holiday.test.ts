import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '../testing/problems.ts'
import { checkOwn, legalHolidays, proposedYear } from './holiday.ts'
import { hungKingsDay, lunarNewYear } from './lunar.ts'
import {
  addWorkingDays,
  isWorkingDay,
  lawfulCalendar,
  nextWorkingDay,
  workCalendar,
  workingDaysBetween,
} from './working-days.ts'

/** Mồng một Tết as printed in Vietnamese calendars. */
const tet =
  `2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26
  2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25
  2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23
  2032-02-11 2033-01-31 2034-02-19 2035-02-08`.split(/\s+/)

test('Tết of 2000 to 2035 is that of Vietnamese calendars, a day before China in 2007 and 2030', () => {
  assert.deepEqual(
    tet.map((day) => lunarNewYear(Number(day.slice(0, 4)))),
    tet,
  )
  const china = (day: string) => Temporal.PlainDate.from(day).withCalendar('chinese')
  const others = tet.filter((day) => china(day).monthCode !== 'M01' || china(day).day !== 1)
  assert.deepEqual(others, ['2007-02-17', '2030-02-02'])
})

test('a new year begins 353 to 385 days after the one before, and Giỗ Tổ is in the third month after it', () => {
  for (let year = 2001; year <= 2099; year++) {
    const length = daysFrom(lunarNewYear(year - 1), lunarNewYear(year))
    assert.ok((length >= 353 && length <= 355) || (length >= 383 && length <= 385), `${year}: ${length}`)
    const tenth = daysFrom(lunarNewYear(year), hungKingsDay(year))
    // 67 to 69 days after Tết; with a leap first or second month, a month later.
    assert.ok((tenth >= 67 && tenth <= 69) || (tenth >= 97 && tenth <= 99), `${year}: ${tenth}`)
  }
  const known = [
    '2020-04-02',
    '2021-04-21',
    '2022-04-10',
    '2023-04-29',
    '2024-04-18',
    '2025-04-07',
    '2026-04-26',
  ]
  assert.deepEqual(
    known.map((day) => hungKingsDay(Number(day.slice(0, 4)))),
    known,
  )
})
const daysFrom = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** The weekdays off as announced for these years, without days swapped by order. */
const announced: Record<number, string> = {
  2021: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
  2022: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02',
  2023: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04',
  2024: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03',
  2025: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02',
  2026: '01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02',
}
test('the weekdays off of 2021 to 2026 are those that were announced, those in lieu of a weekend included', () => {
  for (const [year, days] of Object.entries(announced))
    assert.equal(
      legalHolidays(Number(year), proposedYear(Number(year)))
        .map(({ day }) => day)
        .filter((day) => Temporal.PlainDate.from(day).dayOfWeek <= 5)
        .map((day) => day.slice(5))
        .join(' '),
      days,
      year,
    )
})

test('the decision of the year and days by order stand against what Loa proposes', async () => {
  const decided = { year: 2025, tetBefore: 1, nationalDayWith: 'after', act: 'Thông báo' } as const
  // 2025: 02/5 was off for Saturday 26/4.
  const calendar = workCalendar(
    [decided],
    [
      { day: '2025-05-02', kind: 'off' },
      { day: '2025-04-26', kind: 'working' },
    ],
  )
  const working = (day: string) => isWorkingDay(calendar, day)
  // The fifth day of Tết is a Saturday then: 03/02 is given for it.
  assert.deepEqual(['2025-01-27', '2025-02-03', '2025-09-01', '2025-09-03'].map(working), [
    true,
    false,
    true,
    false,
  ])
  assert.deepEqual(['2025-04-26', '2025-05-02', '2025-05-03'].map(working), [true, false, false])
  assert.equal(nextWorkingDay(calendar, '2025-04-25'), '2025-04-26')
  assert.equal(nextWorkingDay(lawfulCalendar, '2025-04-25'), '2025-04-28')
  assert.equal(nextWorkingDay(calendar, '2025-04-29'), '2025-05-05')
  await refused(() => checkOwn(2025, { day: '2025-05-05', kind: 'working' }), 'holiday.not-a-weekend')
  await refused(() => checkOwn(2025, { day: '2026-05-02', kind: 'off' }), 'holiday.wrong-year')
})

test('working days are counted there and back the same, over Tết too', () => {
  assert.equal(addWorkingDays(lawfulCalendar, '2024-02-07', 1), '2024-02-15')
  for (let count = 1; count <= 40; count++) {
    const there = addWorkingDays(lawfulCalendar, '2024-02-07', count)
    assert.equal(workingDaysBetween(lawfulCalendar, '2024-02-07', there), count)
    assert.equal(workingDaysBetween(lawfulCalendar, there, '2024-02-07'), -count)
    assert.equal(addWorkingDays(lawfulCalendar, there, -count), '2024-02-07')
  }
})
