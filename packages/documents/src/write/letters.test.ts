import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { writeLetters } from './letters.ts'
import { writePdf } from './pdf.ts'
import { paragraph, sampleLetter } from './sample.ts'
import { pagesOf } from './testing.ts'
import { dropTypesetter } from './typst.ts'

after(dropTypesetter)

const names = ['UBND huyện Tứ Kỳ', 'UBND thị xã Kinh Môn', 'UBND thành phố Chí Linh']

test('every addressee gets the letter under its own name, and only its own', async () => {
  const letters = await Array.fromAsync(writeLetters(sampleLetter, names))
  assert.deepEqual(
    letters.map((letter) => letter.addressee),
    names,
  )
  for (const { addressee, pdf } of letters) {
    const text = (await pagesOf(pdf)).join(' ')
    assert.ok(text.includes(`Kính gửi: ${addressee} `))
    assert.ok(names.every((name) => name === addressee || !text.includes(name)))
  }
})

test('a letter is the same as if it were written alone', async () => {
  const [first] = await Array.fromAsync(writeLetters(sampleLetter, names))
  assert.deepEqual(first?.pdf, await writePdf({ ...sampleLetter, addressees: names.slice(0, 1) }))
})

test('letters of several pages keep their page numbers', async () => {
  const body = Array.from({ length: 60 }, () => paragraph('text', null, 'Tuyên truyền tại cổng trường học.'))
  for await (const { pdf } of writeLetters({ ...sampleLetter, body }, names)) {
    const [, second] = await pagesOf(pdf)
    assert.match(second ?? '', /^2 /)
  }
})

test('addressees may come one by one, and the caller may stop', async () => {
  let asked = 0
  async function* endless() {
    for (;;) yield `Xã số ${++asked}`
  }
  for await (const { addressee } of writeLetters(sampleLetter, endless())) if (addressee === 'Xã số 3') break
  assert.equal(asked, 3)
})
