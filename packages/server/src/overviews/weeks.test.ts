import assert from 'node:assert/strict'
import { test } from 'node:test'
import { courseOf, type WeekFigure, weeksOf } from './weeks.ts'

const figure = (week: string, indicator: string, declared: number, units = 1): WeekFigure => ({
  week,
  indicator,
  units,
  amounts: { declared, proved: declared, claimed: 0, doubted: 0, corrected: 0, activities: 1 },
})

test('a week in which nothing was done stands between those in which something was', () => {
  const figures = [figure('2023-06-05', 'a', 3), figure('2023-06-19', 'a', 4)]
  const weeks = weeksOf(figures)
  assert.deepEqual(weeks, ['2023-06-05', '2023-06-12', '2023-06-19'])
  const [course] = courseOf([{ code: 'a', aggregation: 'sum' }], figures, weeks)
  assert.deepEqual(
    course?.cells.map((cell) => cell?.declared ?? null),
    [3, null, 4],
  )
})

test('a day typed years too early does not stretch the page; nothing done has no weeks', () => {
  assert.equal(weeksOf([figure('2013-06-03', 'a', 1), figure('2023-06-05', 'a', 1)]).length, 26)
  assert.deepEqual(weeksOf([]), [])
})

test('values of several units that are no sum are not put into one number', () => {
  const figures = [figure('2023-06-05', 'cars', 3, 2)]
  const [course] = courseOf([{ code: 'cars', aggregation: 'distinct' }], figures, ['2023-06-05'])
  assert.deepEqual(course?.cells, [null])
})
