/** What a dispatch orders beyond topics and forms: who does what, how much, with which papers, in answer to what. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { read } from '../read/read.ts'
import { plan } from './plan.ts'
import { province } from './testing.ts'

const planOf = async (words: string) => {
  const { tree } = await read(new TextEncoder().encode(words), 'a.txt')
  assert.ok(tree)
  return plan(tree, province)
}
const fixture = (name: string) =>
  planOf(readFileSync(join(import.meta.dirname, '../../test/fixtures', name, 'input.txt'), 'utf8'))

/** A công văn with these paragraphs as its body. */
const letter = (...body: string[]) =>
  planOf(
    [
      'ỦY BAN NHÂN DÂN TỈNH ĐỒNG MÂY\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      'Số: 15/SVHTTDL-QLVH\nV/v tuyên truyền mùa lễ hội',
      'Đồng Mây, ngày 05 tháng 6 năm 2023',
      'Kính gửi: Ủy ban nhân dân huyện Bản Sen',
      ...body,
      'Nơi nhận:\n- Như trên;\n- Lưu: VT, QLVH.',
      'GIÁM ĐỐC',
      'Hà Thị Nậm',
    ].join('\n\n'),
  )

test('a duty says who does it: named in the sentence, asked by name, or by the heading above', async () => {
  const { duties } = await fixture('river-order')
  assert.deepEqual(
    duties.map(({ kind, who, text }) => [kind, who, text.slice(0, 30)]),
    [
      ['do', 'Thư viện tỉnh', 'Tổ chức 01-02 buổi nói chuyện '],
      ['do', 'Thư viện tỉnh', 'Biên soạn 3 bài tuyên truyền g'],
      ['do', 'UBND các huyện, thị xã, thành phố', 'UBND các huyện, thị xã, thành '],
      ['do', 'Phòng Quản lý Văn hóa', 'Giao Phòng Quản lý Văn hóa the'],
      ['report', 'Các đơn vị', 'Các đơn vị báo cáo kết quả thự'],
    ],
  )
})

test('a plan divides the work: a heading without a colon, a doer that goes on behind a semicolon', async () => {
  const { duties, deadlines, forms } = await fixture('market-plan')
  assert.deepEqual(
    duties.map(({ kind, who }) => [kind, who]),
    [
      ['do', 'Phòng Văn hóa và Thông tin'],
      ['report', 'Phòng Văn hóa và Thông tin'],
      ['do', 'Trung tâm Văn hóa, Thông tin - Thể thao'],
      ['do', 'UBND các xã, thị trấn'],
      ['report', 'UBND các xã, thị trấn'],
    ],
  )
  assert.deepEqual(
    deadlines.map(({ date }) => date),
    [null, '2023-09-20'],
  )
  assert.deepEqual(
    forms.map(({ form }) => form),
    ['loudspeaker-car', 'visual'],
  )
})

test('what is asked of all together is the campaign, and what nobody is asked is no duty', async () => {
  const { duties } = await letter(
    'Sở Văn hóa, Thể thao và Du lịch đề nghị các đơn vị triển khai một số nội dung sau:',
    '- Tuyên truyền về lễ hội bằng băng rôn;',
    '- Bảo vệ nền tảng tư tưởng của Đảng;',
    '- Tổ chức trực ban trong ngày lễ;',
    'Sở Văn hóa, Thể thao và Du lịch thông báo để các đơn vị biết.',
    'Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở.',
  )
  assert.deepEqual(duties, [])
})

test('quantities and sums stay as they are written', async () => {
  const { quantities, money } = await fixture('river-order')
  assert.deepEqual(
    quantities.map(({ value, unit }) => [value, unit]),
    [
      ['ít nhất 02', 'băng rôn'],
      ['tối thiểu 05', 'lượt'],
      ['01-02', 'buổi'],
      ['3', 'bài tuyên truyền'],
    ],
  )
  assert.equal(quantities[0]?.what, 'Mỗi xã treo ít nhất 02 băng rôn tại cầu và bến sông')
  assert.deepEqual(
    money.map(({ amount }) => amount),
    ['250.000 đồng/chiếc'],
  )
})

test('numbers of a look back order nothing', async () => {
  const { quantities, money } = await letter(
    'Năm 2022 đã tổ chức 20 buổi văn nghệ, doanh thu đạt 5 tỷ đồng so với cùng kỳ.',
    'Đề nghị Ủy ban nhân dân huyện treo 20 băng rôn.',
  )
  assert.deepEqual(
    quantities.map(({ value }) => value),
    ['20'],
  )
  assert.deepEqual(
    quantities.map(({ unit }) => unit),
    ['băng rôn'],
  )
  assert.deepEqual(money, [])
})

test('attachments are named, in brackets or before them', async () => {
  const { attachments } = await fixture('river-order')
  assert.deepEqual(
    attachments.map(({ text }) => text.slice(0, 26)),
    ['Kế hoạch số 77/KH-UBND ngà', 'biểu mẫu số 01'],
  )
  const more = await letter(
    'Đề nghị Ủy ban nhân dân huyện gửi báo cáo kết quả theo mẫu đính kèm.',
    'Sở gửi kèm Đề cương tuyên truyền để các đơn vị sử dụng.',
    'Báo cáo gửi kèm ảnh minh chứng.',
  )
  assert.deepEqual(
    more.attachments.map(({ text }) => text),
    ['mẫu', 'Đề cương tuyên truyền để các đơn vị sử dụng'],
  )
})

test('a day that an earlier letter set is no deadline of this one', async () => {
  const { deadlines } = await fixture('river-order')
  assert.deepEqual(
    deadlines.map(({ date }) => date),
    ['2023-06-30'],
  )
  const quoted = await letter(
    'Thực hiện Công văn số 9/VHCS-QC ngày 01/6/2023 của Cục Văn hóa cơ sở về việc báo cáo kết quả trước ngày 30/7/2023;',
    'Sở đề nghị Ủy ban nhân dân huyện gửi báo cáo kết quả trước ngày 20/7/2023.',
  )
  assert.deepEqual(
    quoted.deadlines.map(({ date }) => date),
    ['2023-07-20'],
  )
})

test('a dispatch answers one and takes the place of another', async () => {
  const { links } = await letter(
    'Trả lời Công văn số 120/UBND-VX ngày 03/5/2023 của Ủy ban nhân dân huyện Bản Sen về lễ hội, Sở đề nghị Ủy ban nhân dân huyện gửi báo cáo kết quả trước ngày 20/7/2023.',
    'Công văn này bãi bỏ Công văn số 14/SVHTTDL-QLVH ngày 01/6/2023 của Sở.',
  )
  assert.deepEqual(
    links.map(({ kind, code }) => [kind, code]),
    [
      ['replies-to', '120/UBND-VX'],
      ['replaces', '14/SVHTTDL-QLVH'],
    ],
  )
  const river = await fixture('river-order')
  assert.deepEqual(
    river.links.map(({ kind, code }) => [kind, code]),
    [
      ['implements', '77/KH-UBND'],
      ['replaces', '290/SVHTTDL-QLVH'],
    ],
  )
})

test('a document that orders nothing gives an empty plan that says why', async () => {
  for (const [name, why] of [
    ['reply-repair', /không nêu nội dung, hình thức, thời hạn/],
    ['reward-decision', /khen thưởng/],
  ] as const) {
    const { warnings, ...lists } = await fixture(name)
    assert.deepEqual(Object.values(lists).flat(), [], name)
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['plan.nothing-ordered'],
    )
    assert.match(warnings[0]?.text ?? '', why)
  }
})
