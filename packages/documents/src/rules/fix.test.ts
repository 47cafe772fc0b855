import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { fold } from '../read/fold.ts'
import { writeDocx } from '../write/docx.ts'
import { allRules } from './all-rules.ts'
import { check } from './check.ts'
import { openDocx, withParts } from './docx-parts.ts'
import { fixDocx } from './fix.ts'
import { makeFixture } from './fixtures.ts'
import { samples } from './samples.ts'

/** What these write is words: the state's own, a form of signing, "Về việc" written out, a letter taken for a number. */
const wordRules = new Set([
  'about.form',
  'about.named-type',
  'agree.archive-spelling',
  'urgency.words',
  'sign.slash',
])

const lettersOf = (text: string): string => fold(text).replace(/[^a-z]/g, '')

for (const rule of allRules.filter(({ fixes }) => fixes))
  test(`${rule.id}: what is put right is found no more, and no word changes`, async () => {
    const bytes = await makeFixture(rule.failing)
    const before = await check(bytes, 'a.docx')
    const fixed = await fixDocx(bytes, 'a.docx')
    assert.ok(fixed)
    assert.ok(
      fixed.done.some((each) => each.rule === rule.id),
      'not among what was done',
    )
    assert.ok(!fixed.left.findings.some((each) => each.rule === rule.id && each.fixable), 'still found')
    if (!wordRules.has(rule.id)) assert.equal(lettersOf(fixed.left.text ?? ''), lettersOf(before.text ?? ''))
  })

test('of a document with many faults everything else stays byte for byte, and a second time changes nothing', async () => {
  const bytes = await makeFixture({
    of: 'letter',
    changes: [
      { sheet: { width: 215.9, height: 279.4, margins: { left: 20, top: 15 } } },
      { words: 'Số: 705/SVHTTDL', to: 'Số 705 / SVHTTDL' },
      { words: 'ngày 05 tháng 9', to: 'ngày 5 tháng 09' },
      { words: 'V/v tuyên truyền', to: 'V/V tuyên truyền' },
      { words: 'để tổng hợp./.', to: 'để tổng hợp' },
      { words: 'KT. GIÁM ĐỐC', to: 'KT.GIÁM ĐỐC' },
      { words: 'Nhằm nâng cao', face: { font: 'Arial', size: 12 } },
      { words: 'Nhằm nâng cao', paragraph: { firstLine: 30, after: 0, lines: 2 } },
      { words: 'CỘNG HÒA XÃ HỘI', face: { size: 16, bold: false } },
    ],
  })
  const first = await fixDocx(bytes, 'a.docx')
  assert.ok(first && first.done.length >= 12, String(first?.done.map(({ rule }) => rule)))
  assert.deepEqual(first.left.findings, [])
  const [before, after] = [unzipSync(bytes), unzipSync(first.bytes)]
  assert.deepEqual(Object.keys(after), Object.keys(before))
  for (const [name, part] of Object.entries(before))
    if (name !== 'word/document.xml') assert.deepEqual(after[name], part, name)
  const second = await fixDocx(first.bytes, 'a.docx')
  assert.deepEqual(second?.done, [])
  assert.deepEqual(second?.bytes, first.bytes)
})

test('what the writer makes has nothing to put right', async () => {
  for (const [name, tree] of Object.entries(samples)) {
    const bytes = await writeDocx(tree)
    const fixed = await fixDocx(bytes, 'a.docx')
    assert.deepEqual([name, fixed?.left.findings, fixed?.bytes], [name, [], bytes])
  }
})

test('titles of a list that counts by itself are written in capitals; its markers, which are no words of the file, are not promised', async () => {
  const written = await writeDocx(samples.plan)
  const change = (words: string, to: string) => {
    const xml = openDocx(written)?.document ?? ''
    assert.ok(xml.includes(words))
    return withParts(written, { 'word/document.xml': xml.replace(words, to) })
  }
  const small = await fixDocx(change('MỤC ĐÍCH, YÊU CẦU', 'Mục đích, yêu cầu'), 'a.docx')
  assert.deepEqual(
    small?.done.map(({ rule, place }) => [rule, place?.words]),
    [['section.capitals', 'I. Mục đích, yêu cầu']],
  )
  assert.deepEqual(small?.left.findings, [])

  const numbering = strFromU8(unzipSync(written)['word/numbering.xml'] ?? new Uint8Array())
  const lists = numbering.replaceAll('w:val="%1)"', 'w:val="%1."')
  const dotted = withParts(written, { 'word/numbering.xml': lists })
  const found = (await check(dotted, 'a.docx')).findings.filter(
    ({ rule }) => rule === 'numbering.point-bracket',
  )
  assert.ok(found.length > 0)
  assert.ok(found.every(({ fixable, mends }) => !fixable && mends.length === 0))
})

test('an empty run beside the page number stays empty', async () => {
  const bytes = await makeFixture({
    of: 'report',
    changes: [
      { xml: '<w:sz w:val="26"/>', to: '<w:sz w:val="20"/>', part: 'headers' },
      { xml: '</w:p>', to: '<w:r/></w:p>', part: 'headers' },
    ],
  })
  const fixed = await fixDocx(bytes, 'a.docx')
  assert.ok(fixed)
  assert.ok(fixed.done.some(({ rule }) => rule === 'number.page-size'))
  const headers = [...(openDocx(fixed.bytes)?.margins.values() ?? [])].filter(({ xml }) => /PAGE/.test(xml))
  assert.ok(headers.length > 0)
  for (const { xml } of headers) assert.match(xml, /<w:r\/><\/w:p>/)
})

test('what is no DOCX is left alone, and what is damaged is told, not thrown', async () => {
  assert.equal(await fixDocx(new TextEncoder().encode('Số: 1/UBND-VP\nKính gửi: Sở A\n'), 'a.txt'), null)
  const whole = await writeDocx(samples.letter)
  for (let cut = 200; cut < whole.length; cut += 997) await fixDocx(whole.slice(0, cut), 'a.docx')
})
