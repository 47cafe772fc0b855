import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

test('a table as CSV: quotes doubled, empty fields empty, numbers as they are, formulas disarmed', () => {
  assert.equal(
    csvOf([
      ['Đơn vị', 'Số "thực", kỳ', null],
      ['=HYPERLINK("x")', -3.5, 0],
      ['+84 220', '-5', '@a'],
      ['hai\ndòng', '', 1],
    ]),
    '\uFEFFĐơn vị,"Số ""thực"", kỳ",\r\n"\'=HYPERLINK(""x"")",-3.5,0\r\n\'+84 220,\'-5,\'@a\r\n"hai\ndòng",,1\r\n',
  )
})
