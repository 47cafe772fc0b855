import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inputOf, seedsOf } from '../fuzz/inputs.ts'
import { check } from './check.ts'
import { fixDocx } from './fix.ts'

const letter = (head: string, number: string, date: string) =>
  new TextEncoder().encode(
    `${head}\n\nSố: ${number}\nHải Dương, ${date}\nV/v tuyên truyền an toàn giao thông\n\nKính gửi: Sở Giao thông vận tải.\n\nCác đơn vị triển khai thực hiện.\n\nNơi nhận:\n- Như trên;\n- Lưu VT.\n\nGIÁM ĐỐC\n\nNguyễn Văn Mẫu\n`,
  )
const state = 'SỞ MẪU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'

/** What is told of each: one finding that says why, not a list of what does not apply. */
const cases: [title: string, bytes: Uint8Array, told: string[]][] = [
  [
    'a Party document',
    letter('TỈNH ỦY\nĐẢNG CỘNG SẢN VIỆT NAM', '36-CV/TU', 'ngày 05 tháng 9 năm 2023'),
    ['family.party'],
  ],
  [
    'a document of an organisation without the state in its head',
    letter('TỈNH ĐOÀN\nĐOÀN TNCS HỒ CHÍ MINH', '12/TĐ-VP', 'ngày 05 tháng 9 năm 2023'),
    ['family.party'],
  ],
  [
    'a legislative document',
    letter(state, '12/2023/QĐ-UBND', 'ngày 05 tháng 9 năm 2023'),
    ['family.legislative'],
  ],
  ['one from before the decree', letter(state, '12/SM-VP', 'ngày 5 tháng 09 năm 2019'), ['family.earlier']],
  [
    'a text that a machine has read from a picture',
    letter(state.replace('CỘNG HÒA XÃ HỘI', 'CONG HOA XÃ HỌI'), '12/SM-VP', 'ngày 5 tháng 09 năm 2023'),
    ['file.no-form', 'date.day-padding', 'date.month-padding'],
  ],
]
for (const [title, bytes, told] of cases)
  test(`${title} is told once for what it is`, async () => {
    const { findings } = await check(bytes, 'a.txt')
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      told,
    )
  })

test('whatever stands in a file, there is an answer', { timeout: 60_000 }, async () => {
  for (const format of ['docx', 'txt'] as const) {
    const seeds = await seedsOf(format)
    for (let number = 0; number < 60; number++) {
      const bytes = inputOf(format, seeds, number)
      await check(bytes, 'a')
      await fixDocx(bytes, 'a')
    }
  }
})
