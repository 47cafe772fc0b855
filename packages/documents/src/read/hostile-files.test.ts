/** Files made to do harm, and files that came to harm: each of the formats, each trouble, a message each. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { readUnitFile } from '../units/read-units.ts'
import { campaignFigures } from '../write/sample-figures.ts'
import { writeXlsx } from '../write/xlsx.ts'
import { read } from './read.ts'
import { buildDocx, waterDispatch } from './testing.ts'

const docx = await buildDocx(waterDispatch)
const xlsx = await writeXlsx(campaignFigures)
const doc = new Uint8Array(readFileSync(join(import.meta.dirname, '../../test/seeds/water.doc')))
const codes = async (bytes: Uint8Array, name: string) =>
  (await read(bytes, name)).messages.map(({ code }) => code)
const troubleOf = (bytes: Uint8Array) => {
  const list = readUnitFile(bytes)
  return 'trouble' in list ? list.trouble : null
}
/** The office container with one entry of its directory. */
const container = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Buffer.from(stream, 'utf16le'), 512 + 128)
  return bytes
}

test('names in a zip that lead out of a folder lead nowhere: parts are only ever in memory', async () => {
  const outside = {
    '../../../../tmp/a.txt': strToU8('x'),
    '/etc/passwd': strToU8('x'),
    'C:\\win.ini': strToU8('x'),
  }
  const { tree, messages } = await read(zipSync({ ...unzipSync(docx), ...outside }), 'a.docx')
  assert.equal(tree?.code, '312/SYT-NVY')
  assert.deepEqual(messages, [])
  // A sheet that a workbook looks for outside of itself is not there.
  const files = unzipSync(xlsx)
  const relations = 'xl/_rels/workbook.xml.rels'
  const led = new TextDecoder()
    .decode(files[relations])
    .replace(/Target="[^"]*sheet1\.xml"/, 'Target="../../../../etc/passwd"')
  assert.match(led, /passwd/)
  assert.equal(troubleOf(zipSync({ ...files, [relations]: strToU8(led) })), 'file.damaged')
})

test('entities that name a file are refused, and nothing of that file is told', async () => {
  const evil = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const withEvil = (file: Uint8Array, part: string) => {
    const files = unzipSync(file)
    const xml = new TextDecoder()
      .decode(files[part])
      .replace(/^<\?xml[^>]*\?>/, '')
      .replace(/(<(?:w:)?t[^>]*>)/, '$1&x;')
    return zipSync({ ...files, [part]: strToU8(evil + xml) })
  }
  const { tree, messages } = await read(withEvil(docx, 'word/document.xml'), 'a.docx')
  assert.equal(tree, null)
  assert.deepEqual(
    messages.map(({ code }) => code),
    ['file.damaged'],
  )
  assert.doesNotMatch(JSON.stringify(messages), /root:/)
  assert.equal(troubleOf(withEvil(xlsx, 'xl/worksheets/sheet1.xml')), 'file.damaged')
})

test('a file that breaks off is damaged, at whatever place', async () => {
  for (const share of [0.2, 0.5, 0.9]) {
    assert.deepEqual(await codes(docx.slice(0, docx.length * share), 'a.docx'), ['file.damaged'])
    assert.equal(troubleOf(xlsx.slice(0, xlsx.length * share)), 'file.damaged')
  }
  // Of an old Office file the directory is lost, or the text that it names.
  for (const length of [700, 1500, doc.length / 2, doc.length - 600])
    assert.deepEqual(await codes(doc.slice(0, length), 'a.doc'), ['file.damaged'])
})

test('a password is named as the reason: doc, docx and workbook', async () => {
  const locked = doc.slice()
  const head = locked.findIndex((byte, at) => at % 512 === 0 && byte === 0xec && locked[at + 1] === 0xa5)
  assert.ok(head > 0)
  locked[head + 0x0b] = (locked[head + 0x0b] ?? 0) | 1
  assert.deepEqual(await codes(locked, 'a.doc'), ['file.encrypted'])
  assert.deepEqual(await codes(container('EncryptedPackage'), 'a.docx'), ['file.encrypted'])
  assert.equal(troubleOf(container('EncryptedPackage')), 'file.encrypted')
})

test('a workbook that swells is not unpacked', () => {
  const files = unzipSync(xlsx)
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
  const swollen = sheet.replace('<sheetData>', `<sheetData>${' '.repeat(120 * 1024 * 1024)}`)
  const began = performance.now()
  assert.equal(
    troubleOf(zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(swollen) })),
    'file.zip-bomb',
  )
  assert.ok(performance.now() - began < 5000)
})

test('a file with the wrong ending is read for what it is, and says so', async () => {
  for (const [bytes, name] of [
    [docx, 'a.doc'],
    [doc, 'a.docx'],
    [doc, 'a.pdf'],
    [docx, 'a.jpg'],
  ] as const) {
    const { tree, messages } = await read(bytes, name)
    assert.equal(tree?.code, '312/SYT-NVY')
    assert.deepEqual(
      messages.map(({ code }) => code),
      ['file.ending-differs'],
    )
  }
})
