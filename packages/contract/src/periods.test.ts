import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addYears, daysBetween, isDay, monthEnd } from './days.ts'
import { coverOf, partsOfPeriod } from './period-cover.ts'
import { codeOfPeriod, periodName, periodOfCode, rangeWords } from './period-names.ts'
import {
  type Calendar,
  calendars,
  isoWeek,
  type NamedPeriod,
  periodOf,
  periodsOfDay,
  previous,
  rangePeriod,
  samePeriodLastYear,
  sinceNewYear,
  type YearPart,
  yearPart,
  yearParts,
} from './periods.ts'

const day = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1950-01-01', days))
const calendar = fc.constantFrom(...calendars)
const kind = fc.constantFrom(...yearParts)
const range = fc
  .tuple(day, fc.integer({ min: 0, max: 1500 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))
const periods = fc.tuple(day, calendar, fc.constantFrom<YearPart | 'week'>(...yearParts, 'week'))

test('periods as Decree 09/2019/NĐ-CP, article 12, closes them, and as the calendar has them', () => {
  const of = (calendar: Calendar, kind: YearPart, number?: number) => {
    const { from, to } = yearPart(calendar, kind, 2024, number)
    return [from, to]
  }
  assert.deepEqual(of('administrative', 'month', 1), ['2023-12-15', '2024-01-14'])
  assert.deepEqual(of('administrative', 'month', 3), ['2024-02-15', '2024-03-14'])
  assert.deepEqual(of('administrative', 'quarter', 1), ['2023-12-15', '2024-03-14'])
  assert.deepEqual(of('administrative', 'half', 1), ['2023-12-15', '2024-06-14'])
  assert.deepEqual(of('administrative', 'half', 2), ['2024-06-15', '2024-12-14'])
  assert.deepEqual(of('administrative', 'nine-months'), ['2023-12-15', '2024-09-14'])
  assert.deepEqual(of('administrative', 'year'), ['2023-12-15', '2024-12-14'])
  assert.deepEqual(of('calendar', 'month', 2), ['2024-02-01', '2024-02-29'])
  assert.deepEqual(of('calendar', 'quarter', 4), ['2024-10-01', '2024-12-31'])
  assert.deepEqual(of('calendar', 'nine-months'), ['2024-01-01', '2024-09-30'])
  assert.deepEqual(isoWeek(2021, 1).from, '2021-01-04')
  assert.deepEqual(isoWeek(2020, 53).to, '2021-01-03')
  assert.throws(() => isoWeek(2021, 53), RangeError)
  assert.throws(() => yearPart('calendar', 'quarter', 2024, 5), RangeError)
})

test('one period touches the next, without a gap and without a day in both', () => {
  fc.assert(
    fc.property(periods, ([at, calendar, kind]) => {
      const period = periodOf(at, kind, calendar)
      if (!period) return
      const before = previous(period)
      if (period.kind !== 'nine-months') assert.equal(addDays(before.to, 1), period.from)
      assert.ok(before.to < period.from)
    }),
  )
})

test('every day is in exactly one period of each kind, and in it lies between both ends', () => {
  fc.assert(
    fc.property(day, (at) => {
      const all = periodsOfDay(at)
      for (const { from, to } of all) assert.ok(from <= at && at <= to)
      const codes = new Set(all.map((period) => `${period.calendar} ${period.kind}`))
      assert.equal(codes.size, all.length)
      for (const calendar of calendars) {
        const inQuarter = all.find((each) => each.calendar === calendar && each.kind === 'quarter')?.number
        assert.equal(codes.has(`${calendar} nine-months`), inQuarter !== 4)
      }
      assert.ok(all.length >= 9)
    }),
  )
})

test('months fill quarters, quarters fill halves, nine months and years: exactly', () => {
  fc.assert(
    fc.property(day, calendar, kind, (at, calendar, kind) => {
      const period = periodOf(at, kind, calendar)
      if (!period || kind === 'month') return
      const parts = partsOfPeriod(period)
      assert.equal(parts[0]?.from, period.from)
      assert.equal(parts.at(-1)?.to, period.to)
      for (const [index, part] of parts.entries())
        if (index > 0) assert.equal(addDays(parts[index - 1]?.to ?? '', 1), part.from)
    }),
  )
})

test('the same period of the year before has the same name and lies a year earlier; leap days find their place', () => {
  fc.assert(
    fc.property(periods, ([at, calendar, kind]) => {
      const period = periodOf(at, kind, calendar)
      if (!period) return
      const before = samePeriodLastYear(period) as NamedPeriod
      assert.equal(before.year, period.year - 1)
      if (kind !== 'week') assert.equal(before.number, period.number)
      assert.ok(Math.abs(daysBetween(before.from, period.from) - 365) <= 7)
    }),
  )
  assert.equal(addYears('2024-02-29', -1), '2023-02-28')
  assert.deepEqual(samePeriodLastYear(rangePeriod({ from: '2024-02-01', to: '2024-02-29' })).to, '2023-02-28')
  assert.equal((samePeriodLastYear(isoWeek(2020, 53)) as NamedPeriod).number, 52)
  assert.equal(monthEnd(2023, 2), '2023-02-28')
  assert.equal(monthEnd(2000, 2), '2000-02-29')
  assert.equal(monthEnd(1900, 2), '1900-02-28')
  assert.ok(!isDay('2023-02-29') && !isDay('2023-13-01') && isDay('2024-02-29'))
})

test('the cumulative number begins with the year of the calendar that the period is of', () => {
  assert.deepEqual(sinceNewYear(yearPart('administrative', 'month', 2023, 5)), {
    from: '2022-12-15',
    to: '2023-05-14',
  })
  assert.deepEqual(sinceNewYear(yearPart('calendar', 'quarter', 2023, 2)), {
    from: '2023-01-01',
    to: '2023-06-30',
  })
  assert.deepEqual(sinceNewYear(isoWeek(2023, 21)), { from: '2023-01-01', to: '2023-05-28' })
  assert.deepEqual(sinceNewYear(yearPart('administrative', 'month', 2024, 1)), {
    from: '2023-12-15',
    to: '2024-01-14',
  })
})

test('a range is filled by whole periods and the days left over, each day once', () => {
  fc.assert(
    fc.property(range, fc.constantFrom('month' as const, 'year' as const), (given, largest) => {
      const { whole, rest } = coverOf(given, largest)
      const all = [...whole, ...rest].sort((a, b) => (a.from < b.from ? -1 : 1))
      assert.equal(all[0]?.from, given.from)
      assert.equal(all.at(-1)?.to, given.to)
      for (const [index, part] of all.entries())
        if (index > 0) assert.equal(addDays(all[index - 1]?.to ?? '', 1), part.from)
      assert.ok(rest.every(({ from, to }) => daysBetween(from, to) < 62))
    }),
  )
  const year = coverOf({ from: '2022-12-15', to: '2023-11-14' }, 'year')
  assert.deepEqual(
    year.whole.map(({ kind, number }) => `${kind} ${number}`),
    ['nine-months 1', 'month 10', 'month 11'],
  )
})

test('names as offices write them, and codes that come back', () => {
  const vi = (period: NamedPeriod) => periodName(period, 'vi')
  assert.equal(vi(yearPart('administrative', 'month', 2023, 2)), 'Tháng 02 năm 2023')
  assert.equal(vi(yearPart('administrative', 'half', 2023, 1)), '6 tháng đầu năm 2023')
  assert.equal(vi(yearPart('calendar', 'quarter', 2023, 2)), 'Quý II năm 2023')
  assert.equal(vi(yearPart('calendar', 'nine-months', 2023)), '9 tháng năm 2023')
  assert.equal(periodName(isoWeek(2023, 21), 'en'), 'Week 21 of 2023')
  assert.equal(
    rangeWords({ from: '2023-04-15', to: '2023-05-14' }, 'vi'),
    'từ ngày 15/4/2023 đến ngày 14/5/2023',
  )
  fc.assert(
    fc.property(day, (at) => {
      for (const period of periodsOfDay(at)) assert.deepEqual(periodOfCode(codeOfPeriod(period)), period)
    }),
  )
  for (const wrong of [
    '',
    'calendar.month.2023.13',
    'range.2023-02-30.2023-03-01',
    'iso.week.2021.53',
    'campaign',
  ])
    assert.equal(periodOfCode(wrong), null, wrong)
})
