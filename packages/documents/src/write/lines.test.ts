import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heading, textWidth } from './lines.ts'

const issuer = (name: string) => heading(name, { size: 12, bold: true, within: 190 }).lines

test('a long issuer breaks between its parts, not inside a word pair', () => {
  assert.deepEqual(issuer('SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH'), ['SỞ VĂN HÓA, THỂ THAO', 'VÀ DU LỊCH'])
  assert.deepEqual(issuer('SỞ Y TẾ'), ['SỞ Y TẾ'])
  assert.deepEqual(issuer(''), [])
})

test('no line is wider than the column and no word is lost', () => {
  const name = 'TRUNG TÂM VĂN HÓA, THÔNG TIN VÀ TRUYỀN THANH THỊ XÃ KINH MÔN TỈNH HẢI DƯƠNG'
  const lines = issuer(name)
  assert.equal(lines.join(' '), name)
  for (const line of lines) assert.ok(textWidth(line, { size: 12, bold: true }) <= 190, line)
})

test('a word without end does not hang the search', () => {
  assert.equal(issuer('X'.repeat(10_000)).join('').length, 10_000)
  assert.equal(issuer('dài '.repeat(20_000).trim()).join(' ').length, 79_999)
})

test('letters with a horn are wider than those without', () => {
  assert.equal(textWidth('a', { size: 10 }), textWidth('ậ', { size: 10 }))
  assert.ok(textWidth('Ư', { size: 10 }) > textWidth('U', { size: 10 }))
})
