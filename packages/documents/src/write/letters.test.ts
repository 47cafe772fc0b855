import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { unzipSync } from 'fflate'
import type { DocumentTree } from '../document.ts'
import { writeDocx } from './docx.ts'
import { docxLetterWriter } from './docx-letters.ts'
import { writeLetters } from './letters.ts'
import { writeLettersOnThreads } from './letters-threads.ts'
import { writePdf } from './pdf.ts'
import { writePrintFile } from './print-file.ts'
import { qrOf, qrPng, qrSvg } from './qr.ts'
import { paragraph, sampleLetter } from './sample.ts'
import { pagesOf, placesOf, standardOf } from './testing.ts'
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

const coded = names.map((addressee, at) => ({ addressee, qr: `705/SVHTTDL-QLVHGĐ ${at + 1}` }))

/** What a reader of codes sees in the left margin of a page, told from the same code drawn by the library. */
const modulesOf = (text: string) => qrOf(text).stretches.length

test('on several threads the letters are the same, in the same order, each with its code', async () => {
  const alone = await Array.fromAsync(writeLetters(sampleLetter, coded))
  const together = await Array.fromAsync(writeLettersOnThreads(sampleLetter, coded, { threads: 2 }))
  assert.deepEqual(
    together.map(({ addressee, qr, file }) => [addressee, qr, Buffer.from(file).toString('latin1')]),
    alone.map(({ addressee, qr, pdf }) => [addressee, qr, Buffer.from(pdf).toString('latin1')]),
  )
  assert.equal(new Set(together.map(({ file }) => file.length)).size > 0, true)
  for (const { pdf } of alone) assert.equal(standardOf(pdf), '2A')
})

test('who stops early ends the threads; a thread that dies is an error, not a wait', {
  timeout: 20_000,
}, async () => {
  for await (const { addressee } of writeLettersOnThreads(sampleLetter, coded, { threads: 2 })) {
    assert.equal(addressee, names[0])
    break
  }
  const broken = { ...sampleLetter, body: 7 } as unknown as DocumentTree
  await assert.rejects(Array.fromAsync(writeLettersOnThreads(broken, coded, { threads: 2 })), TypeError)
})

test('one file for the printer holds every letter under its own name, on as many pages, with its code', async () => {
  const body = Array.from({ length: 45 }, () => paragraph('text', null, 'Tuyên truyền tại cổng trường học.'))
  const long =
    'Phòng Văn hóa và Thông tin, Trung tâm Văn hóa - Thể thao huyện Tứ Kỳ, tỉnh Hải Dương và các đơn vị'
  const told: number[] = []
  const to = [...coded, { addressee: long, qr: null }]
  const pieces = await Array.fromAsync(
    writePrintFile({ ...sampleLetter, body }, to, { onProgress: (written) => told.push(written) }),
  )
  const pages = await pagesOf(Buffer.concat(pieces))
  assert.deepEqual([pages.length, told], [8, [4]])
  for (const [at, { addressee }] of to.entries()) {
    const [first = '', second = ''] = pages.slice(at * 2, at * 2 + 2)
    assert.ok(first.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') && first.includes(addressee), addressee)
    assert.ok(second.startsWith('2 ') && second.includes('Nguyễn Văn Mẫu'))
  }
  const drawn = Buffer.concat(pieces)
    .toString('latin1')
    .match(/\/A \d+ 0 R/g)
  assert.equal(drawn?.length, 4)
})

test('a letter from the print file stands where it stands in a file of its own', async () => {
  const [name = ''] = names
  const [alone] = await Array.fromAsync(writeLetters(sampleLetter, [name]))
  const printed = Buffer.concat(await Array.fromAsync(writePrintFile(sampleLetter, [name])))
  assert.deepEqual(await placesOf(printed), await placesOf(alone?.pdf ?? printed))
})

test('as DOCX only the name differs, and reads as if it were written alone', async () => {
  const write = docxLetterWriter(sampleLetter)
  for (const to of coded) {
    const parts = unzipSync(write(to))
    const alone = unzipSync(await writeDocx({ ...sampleLetter, addressees: [to.addressee] }))
    assert.deepEqual(Buffer.from(parts['word/media/qr.png'] ?? []), Buffer.from(qrPng(to.qr)))
    const plain = unzipSync(write({ addressee: to.addressee }))
    assert.deepEqual(Object.keys(plain).sort(), Object.keys(alone).sort())
    for (const [part, bytes] of Object.entries(alone)) assert.deepEqual(plain[part], bytes, part)
  }
})

test('a code holds the text it was made of', () => {
  assert.notEqual(modulesOf('705/SVHTTDL'), 0)
  assert.match(qrSvg('705'), /^<svg .*<path d="M2 2h7v1h-7z/)
  const png = Buffer.from(qrPng('705/SVHTTDL-QLVHGĐ'))
  assert.equal(png.subarray(1, 4).toString(), 'PNG')
})
