import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { longDate, placeAndDate } from './dates.ts'

test('days below 10 and the months 1 and 2 get a zero, the months 3 to 9 do not', () => {
  assert.equal(longDate('2020-03-05'), 'ngày 05 tháng 3 năm 2020')
  assert.equal(longDate('2019-06-29'), 'ngày 29 tháng 6 năm 2019')
  assert.equal(longDate('2020-01-05'), 'ngày 05 tháng 01 năm 2020')
  assert.equal(longDate('2020-02-28'), 'ngày 28 tháng 02 năm 2020')
  assert.equal(longDate('2020-10-10'), 'ngày 10 tháng 10 năm 2020')
})

test('every day of a century is printed by that rule and can be read back', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10)
      const printed = longDate(iso)
      const [, d = '', m = '', y] = printed.match(/^ngày (\d\d) tháng (\d{1,2}) năm (\d{4})$/) ?? []
      assert.equal(`${y}-${m.padStart(2, '0')}-${d}`, iso)
      assert.equal(m.startsWith('0'), Number(m) <= 2)
    }),
  )
})

test('what is not known yet stays blank for the clerk', () => {
  assert.match(longDate('2023-06'), /^ngày {5,}tháng 6 năm 2023$/)
  assert.match(longDate('2023'), /^ngày {5,}tháng {5,}năm 2023$/)
  assert.match(longDate(null), /^ngày {5,}tháng {5,}năm {5,}$/)
  assert.match(placeAndDate('Hải Dương', '2023'), /^Hải Dương, ngày {5,}tháng {5,}năm 2023$/)
  assert.match(placeAndDate(null, '2023-05-06'), /^ {5,}, ngày 06 tháng 5 năm 2023$/)
})
