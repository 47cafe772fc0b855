import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { type DocumentTree, emptyTree } from '../document.ts'
import { read } from '../read/read.ts'
import { plan } from './plan.ts'
import type { Plan, PlanSource } from './plan-types.ts'
import { province } from './testing.ts'

const fixture = async (name: string, file = 'input.txt'): Promise<DocumentTree> => {
  const path = join(import.meta.dirname, '../../test/fixtures', name, file)
  const { tree } = await read(new Uint8Array(readFileSync(path)), file)
  assert.ok(tree)
  return tree
}

const sourcesOf = (made: Plan) =>
  Object.values(made).flatMap((list: { source: PlanSource | null }[]) =>
    list.flatMap(({ source }) => source ?? []),
  )

test('a month of action gives topics, forms, units, a duty and its deadline', async () => {
  const made = plan(await fixture('traffic-month'), province)
  assert.deepEqual(
    made.topics.map(({ text }) => text),
    [
      'Quy định về mặc áo phao khi đi đò và phương tiện chở khách ngang sông.',
      'Trách nhiệm của chủ phương tiện trong đăng ký, đăng kiểm. Mức xử phạt đối với hành vi chở quá số người.',
      'Kỹ năng cứu người đuối nước.',
    ],
  )
  assert.deepEqual(
    made.forms.map(({ form, text }) => [form, text]),
    [
      ['visual', 'Treo băng rôn, khẩu hiệu tại bến khách'],
      ['loudspeaker-car', 'tuyên truyền bằng xe loa lưu động'],
      ['commune-loudspeakers', 'phát trên hệ thống truyền thanh cấp xã'],
      ['website', 'Đăng tin, bài trên Trang thông tin điện tử của đơn vị'],
      ['mass-media', 'báo chí'],
      ['led', 'màn hình LED'],
      ['contest', 'tổ chức cuộc thi tìm hiểu pháp luật cho học sinh'],
    ],
  )
  assert.deepEqual(
    made.addressees.map(({ units }) => units.map(({ code }) => code)),
    [['DM-SGT'], ['DM-01-UBND', 'DM-02-UBND'], ['DM-1001-UBND', 'DM-1002-UBND', 'DM-1003-UBND']],
  )
  assert.deepEqual(
    made.duties.map(({ text }) => text.slice(0, 44)),
    ['Các đơn vị báo cáo kết quả thực hiện về Ban '],
  )
  assert.deepEqual(
    made.deadlines.map(({ date, text }) => [date, text]),
    [['2023-06-30', 'trước ngày 30/6/2023']],
  )
  assert.deepEqual(
    made.links.map(({ kind, code, issuer }) => [kind, code, issuer]),
    [['implements', '215/KH-UBND', 'Ủy ban nhân dân tỉnh']],
  )
  assert.deepEqual(made.warnings, [])
})

test('topics may stand in one sentence behind a colon', async () => {
  const { topics, links, deadlines } = plan(await fixture('fire-plan'), province)
  assert.deepEqual(
    topics.map(({ text }) => text),
    [
      'dấu hiệu chập điện trong gia đình',
      'cách thoát nạn khỏi nhà ống',
      'cách dùng bình chữa cháy xách tay.',
    ],
  )
  assert.deepEqual(
    links.map(({ kind }) => kind),
    ['bases-on'],
  )
  assert.deepEqual(
    deadlines.map(({ date }) => date),
    ['2024-12-15', null],
  )
})

test('what is missing is warned about', async () => {
  const { warnings } = plan(await fixture('culture-decision'), province)
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['number.missing', 'date.incomplete', 'plan.nothing-ordered'],
  )
})

test('an addressee outside the directory is left open and warned about at its place', async () => {
  const tree = await fixture('alcohol-control-pdf', 'input.pdf')
  const { addressees, warnings } = plan(tree, province)
  assert.deepEqual(
    addressees.map(({ units }) => units),
    [[]],
  )
  assert.deepEqual(
    warnings.map(({ code, source }) => [code, source?.text]),
    [['addressee.unresolved', 'Hội Liên hiệp Phụ nữ tỉnh Đồng Mây.']],
  )
})

test('an archive line that names another unit than the symbol is warned about', async () => {
  const tree = { ...(await fixture('traffic-month')), archive: 'Lưu: VT, T T.' }
  assert.deepEqual(
    plan(tree, province).warnings.map(({ code }) => code),
    ['archive.differs-from-symbol'],
  )
})

test('every proposal shows the very words it came from', async () => {
  for (const name of ['traffic-month', 'fire-plan', 'culture-decision', 'river-order']) {
    const tree = await fixture(name)
    const sources = sourcesOf(plan(tree, province))
    assert.ok(sources.length > 0)
    for (const { start, end, text } of sources) assert.equal(tree.text.slice(start, end), text)
  }
})

test('any readable text gives a plan whose sources hold', async () => {
  const words = fc.constantFrom(
    'Kính gửi:\n- ',
    'UBND các xã, phường;',
    'Số: 1/SVH-QL\n',
    '1. Nội dung tuyên truyền:\n',
    '- ',
    'pa nô, áp phích',
    '; ',
    '.\n',
    'lồng ghép',
    'Thực hiện Kế hoạch số 2/KH-UBND ngày 1/2/2023 của Sở A',
    ' báo cáo kết quả trước ngày 3/4/2023',
    'Nơi nhận:\n- Lưu: VT.',
    '\n\n',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 30 }), async (parts) => {
      const { tree } = await read(new TextEncoder().encode(parts.join('')), 'a.txt')
      if (tree === null) return
      for (const { start, end, text } of sourcesOf(plan(tree, province)))
        assert.equal(tree.text.slice(start, end), text)
    }),
    { numRuns: 200 },
  )
})

test('a tree without text gives an empty plan', () => {
  const { topics, forms, addressees } = plan(emptyTree(), province)
  assert.deepEqual([topics, forms, addressees], [[], [], []])
})
