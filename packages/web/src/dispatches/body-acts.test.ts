import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeLevel, join, move, paste, remove, split } from './body-acts.ts'
import { type KeyedBlock, type ParagraphBlock, textOf } from './draft-fields.ts'
import { paragraphOf, renumbered } from './paragraph-markers.ts'

const lines = (...texts: string[]): KeyedBlock[] =>
  texts.map((text, at) => ({ key: `k${at}`, block: paragraphOf(text) }))
const shown = (body: readonly KeyedBlock[] | undefined) =>
  body?.map(({ block }) =>
    block.kind === 'paragraph' ? [block.marker, textOf(block)].filter(Boolean).join(' ') : block.kind,
  )
const roles = (body: readonly KeyedBlock[]) => body.map(({ block }) => (block as ParagraphBlock).role)

const letter = () =>
  lines('Thực hiện kế hoạch:', '1. Nội dung', 'a) Một', 'b) Hai', '2. Hình thức', 'a) Ba', '- Gạch')

test('a paragraph is what its first signs say', () => {
  const body = lines(
    'Căn cứ Luật',
    'Chương II Tổ chức',
    'I. Mục đích',
    '1/ Khoản',
    '1.2. Khoản con',
    'đ) Điểm',
    '– Gạch',
    '+ Cộng',
    '2023 là năm',
    'Văn',
  )
  assert.deepEqual(roles(body), [
    'basis',
    'part',
    'section',
    'clause',
    'clause',
    'point',
    'dash',
    'plus',
    'text',
    'text',
  ])
  assert.deepEqual(shown(body)?.slice(3, 7), ['1/ Khoản', '1.2. Khoản con', 'đ) Điểm', '- Gạch'])
})

test('Enter makes the next of its kind, and all that follow count on; an empty one becomes plain text', () => {
  const body = letter()
  const made = split(body, 2, 1, 1, 'new')
  assert.deepEqual(shown(made?.body), [
    'Thực hiện kế hoạch:',
    '1. Nội dung',
    'a) M',
    'b) ột',
    'c) Hai',
    '2. Hình thức',
    'a) Ba',
    '- Gạch',
  ])
  assert.deepEqual(made?.caret, { key: 'new', at: 0 })
  const empty = split(body, 3, 3, 3, 'new')?.body ?? []
  assert.equal(roles(split(empty, 4, 0, 0, 'other')?.body ?? [])[4], 'text')
  assert.deepEqual(
    shown(split(lines('d) một', 'đ) hai'), 1, 3, 3, 'n')?.body),
    ['d) một', 'đ) hai', 'e)'],
    'numbered by hand from d',
  )
})

test('Backspace joins, Tab changes the level, Alt moves, and the numbers follow', () => {
  const body = letter()
  assert.deepEqual(shown(join(body, 4)?.body), [
    'Thực hiện kế hoạch:',
    '1. Nội dung',
    'a) Một',
    'b) HaiHình thức',
    'c) Ba',
    '- Gạch',
  ])
  assert.deepEqual(shown(changeLevel(body, 4, 1)?.body)?.slice(2), [
    'a) Một',
    'b) Hai',
    'c) Hình thức',
    'd) Ba',
    '- Gạch',
  ])
  assert.equal(changeLevel(lines('+ cuối'), 0, 1), null)
  assert.deepEqual(shown(move(body, 4, -1)?.body)?.slice(1), [
    '1. Nội dung',
    'a) Một',
    '2. Hình thức',
    'a) Hai',
    'b) Ba',
    '- Gạch',
  ])
  assert.deepEqual(shown(remove(body, 1)?.body)?.[3], '1. Hình thức')
  assert.equal(move(body, 0, -1), null)
})

test('what somebody numbered by hand is left, and what counts in order beside it goes on counting', () => {
  const body = lines('3. Ba', '7. Bảy', 'a) Một', 'b) Hai')
  assert.deepEqual(shown(remove(body, 2)?.body), ['3. Ba', '7. Bảy', 'a) Hai'])
  assert.deepEqual(shown(renumbered(body, [])), ['1. Ba', '2. Bảy', 'a) Một', 'b) Hai'])
})

test('lines from a word processor become paragraphs, and the words behind the caret follow the last', () => {
  let count = 0
  const text = '1.\tKhoản dán\r\na)\tĐiểm dán\r\n\r\n•\tGạch dán'
  const pasted = paste(lines('1. Nội dung', 'đầu cuối'), 1, 4, 4, text, () => `p${count++}`)
  assert.deepEqual(shown(pasted?.body), [
    '1. Nội dung',
    'đầu ',
    '2. Khoản dán',
    'a) Điểm dán',
    '- Gạch dáncuối',
  ])
  const words = paste(lines('đầu cuối'), 0, 4, 4, 'nối\nhàng hai', () => `p${count++}`)
  assert.deepEqual(shown(words?.body), ['đầu nối', 'hàng haicuối'])
  const whole = paste(lines('1. Nội dung', ''), 1, 0, 0, text, () => `p${count++}`)
  assert.deepEqual(shown(whole?.body), ['1. Nội dung', '2. Khoản dán', 'a) Điểm dán', '- Gạch dán'])
  assert.equal(
    paste(lines('x'), 0, 0, 0, 'chỉ một dòng', () => 'p'),
    null,
  )
})
