import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeOf, type DraftFields, newParagraph, withRole, withText } from './draft-fields.ts'
import { mergedWith } from './draft-merge.ts'

const base: DraftFields = {
  subject: 'tuyên truyền',
  addressees: 'Phòng A\nPhòng B',
  body: [newParagraph()],
  recipients: 'Như trên\nCục Văn hóa cơ sở (để báo cáo)',
  archive: 'Lưu: VT.',
  signingAuthority: '',
  signerTitle: 'GIÁM ĐỐC',
  signerName: '',
  place: 'Hải Dương',
}

test('only what was typed into is sent', () => {
  assert.deepEqual(changeOf(base, base), {})
  assert.deepEqual(changeOf(base, { ...base, subject: 'khác' }), { subject: 'khác' })
})

test('each line is one addressee or recipient; its dash goes, its purpose is kept apart', () => {
  const change = changeOf(base, {
    ...base,
    addressees: '- Phòng A;\n\n',
    recipients: '- Giám đốc Sở (để báo cáo);',
  })
  assert.deepEqual(change.addressees, ['Phòng A;'])
  assert.deepEqual(change.recipients, [{ name: 'Giám đốc Sở', purpose: 'để báo cáo' }])
})

test('of two people who wrote at once each keeps the fields that only one has touched', () => {
  const mine = { ...base, subject: 'của tôi' }
  const fresh = { ...base, subject: 'của chị Lan', archive: 'Lưu: VT, VHGĐ.' }
  const { fields, kept, beside } = mergedWith(fresh, base, mine)
  assert.deepEqual(beside, [{ name: 'subject', theirs: 'của chị Lan' }])
  assert.deepEqual(kept, ['subject'])
  assert.equal(fields.subject, 'của tôi')
  assert.equal(fields.archive, 'Lưu: VT, VHGĐ.')
})

test('a heading stays bold when its words change, and a dash brings its sign', () => {
  const { block } = newParagraph()
  assert.ok(block.kind === 'paragraph')
  const bold = { ...block, runs: [{ text: 'Một', bold: true }] }
  assert.deepEqual(withText(bold, 'Hai').runs, [{ text: 'Hai', bold: true }])
  assert.equal(withRole(block, 'dash').marker, '-')
  assert.equal(withRole({ ...block, marker: '1.' }, 'clause').marker, '1.')
})

test('a word in italics stays so while the words around it are written', () => {
  const { block } = newParagraph()
  assert.ok(block.kind === 'paragraph')
  const runs = [{ text: 'theo kế hoạch ' }, { text: '(gửi kèm)', italic: true }, { text: ' này' }]
  assert.deepEqual(withText({ ...block, runs }, 'theo đúng kế hoạch (gửi kèm) này').runs, [
    { text: 'theo đúng kế hoạch ' },
    ...runs.slice(1),
  ])
  assert.deepEqual(withText({ ...block, runs }, '').runs, [{ text: '' }])
})
