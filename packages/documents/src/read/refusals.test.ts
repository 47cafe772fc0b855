import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { read } from './read.ts'
import { buildDocx, waterDispatch } from './testing.ts'

const pdf = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../../test/fixtures/alcohol-control-pdf/input.pdf')),
)
const codes = async (bytes: Uint8Array, name: string) =>
  (await read(bytes, name)).messages.map(({ code }) => code)
const docxWith = (document: string) =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document) })

test('an empty file is named so', async () => {
  assert.deepEqual(await codes(new Uint8Array(), 'a.docx'), ['file.empty'])
  assert.deepEqual(await codes(new TextEncoder().encode(' \n\n '), 'a.txt'), ['file.empty'])
})

test('a file over 50 MB is not read', async () => {
  assert.deepEqual(await codes(new Uint8Array(50 * 1024 * 1024 + 1), 'a.txt'), ['file.too-large'])
})

test('a moving picture, a program or a workbook called docx is named for what it is', async () => {
  const gif = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0, 0, 0])
  const exe = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4])
  const xlsx = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })
  for (const [bytes, what] of [
    [gif, /GIF/],
    [exe, /chương trình/],
    [xlsx, /Excel/],
  ] as const) {
    const { tree, messages } = await read(bytes, 'a.docx')
    assert.equal(tree, null)
    assert.equal(messages[0]?.code, 'file.wrong-type')
    assert.match(messages[0]?.text ?? '', what)
  }
})

test('a PDF called docx is read, with a word about its ending', async () => {
  const { tree, messages } = await read(pdf, 'a.docx')
  assert.equal(tree?.code, '58/BTĐKT-NV')
  assert.deepEqual(
    messages.map(({ code, level }) => [code, level]),
    [['file.ending-differs', 'warning']],
  )
})

test('a protected docx and an old doc that breaks off are told apart', async () => {
  const ole = (stream: string) => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(Buffer.from(stream, 'utf16le'), 512 + 128)
    return bytes
  }
  assert.deepEqual(await codes(ole('EncryptedPackage'), 'a.docx'), ['file.encrypted'])
  assert.deepEqual(await codes(ole('WordDocument'), 'a.doc'), ['file.damaged'])
})

test('a cut-off docx or PDF is damaged', async () => {
  const docx = await buildDocx(waterDispatch)
  assert.deepEqual(await codes(docx.slice(0, docx.length / 2), 'a.docx'), ['file.damaged'])
  assert.deepEqual(await codes(docxWith('<w:document><w:body><w:p>'), 'a.docx'), ['file.damaged'])
  assert.deepEqual(await codes(new TextEncoder().encode('%PDF-1.7\nnothing'), 'a.pdf'), ['file.damaged'])
})

test('entities of a document type are never expanded', async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>`
  assert.deepEqual(await codes(docxWith(laughs), 'a.docx'), ['file.damaged'])
})

test('elements nested without end are refused', async () => {
  assert.deepEqual(await codes(docxWith('<w:p>'.repeat(100_000)), 'a.docx'), ['file.damaged'])
})

test('a zip bomb is not inflated, whether it tells its size or lies', async () => {
  const size = 300 * 1024 * 1024
  const packed = deflateRawSync(Buffer.alloc(size))
  const before = process.memoryUsage().arrayBuffers
  assert.deepEqual(await codes(oneEntryZip(packed, size), 'a.docx'), ['file.zip-bomb'])
  assert.deepEqual(await codes(oneEntryZip(packed, 1000), 'a.docx'), ['file.zip-bomb'])
  assert.ok(process.memoryUsage().arrayBuffers - before < 150 * 1024 * 1024)
})

test('a PDF with nothing on its pages says that there are no words', async () => {
  assert.deepEqual(await codes(emptyPdf(), 'a.pdf'), ['file.no-text'])
})

test('readable words that are no dispatch give no tree', async () => {
  const poem = new TextEncoder().encode('Trăm năm bia đá thì mòn\nNghìn năm bia miệng vẫn còn trơ trơ\n')
  assert.deepEqual(await codes(poem, 'a.txt'), ['document.not-a-dispatch'])
})

test('deleted words of tracked changes are not read, inserted ones are', async () => {
  const files = unzipSync(await buildDocx(waterDispatch))
  const xml = new TextDecoder()
    .decode(files['word/document.xml'])
    .replace(
      /(<w:r>(?:(?!<\/w:r>).)*312\/SYT-NVY<\/w:t><\/w:r>)/,
      (run) =>
        `<w:del>${run.replace(/w:t/g, 'w:delText')}</w:del><w:ins><w:r><w:t>Số: 313/SYT-NVY</w:t></w:r></w:ins>`,
    )
  const { tree } = await read(zipSync({ ...files, 'word/document.xml': strToU8(xml) }), 'a.docx')
  assert.equal(tree?.number, '313')
})

test('no bytes make the reader throw, and sources keep to the text', async () => {
  const starts = fc.constantFrom(
    '',
    'Số: ',
    'Kính gửi: ',
    'Nơi nhận:\n- ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n',
    'V/v ',
    'KT. GIÁM ĐỐC\n',
    'QUYẾT ĐỊNH\n',
    'trước ngày 1/1/',
    'Điều 1. ',
    '12/QĐ-UBND ngày ',
  )
  const text = fc
    .array(
      fc.tuple(
        starts,
        fc.oneof(fc.string({ unit: 'binary' }), fc.constant('\n'), fc.constant('tuyên truyền;')),
      ),
    )
    .map((parts) => parts.flat().join(''))
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const { tree } = await read(new TextEncoder().encode(words), 'a.txt')
      for (const { start, end, text: source } of Object.values(tree?.sources ?? {})) {
        assert.equal(tree?.text.slice(start, end), source)
      }
    }),
    { numRuns: 300 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await read(bytes, 'a.docx'))),
    {
      numRuns: 200,
    },
  )
})

test('a docx or PDF with any byte changed does not make the reader throw', async () => {
  const docx = await buildDocx(waterDispatch)
  for (const [file, runs] of [
    [docx, 120],
    [pdf, 15],
  ] as const) {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = file.slice()
        bytes[at] = byte
        await read(bytes, 'a.docx')
      }),
      { numRuns: runs },
    )
  }
})

test('hostile text takes time in proportion to its length', async () => {
  const patterns = [
    'Số: ',
    'ngày ',
    'a ',
    ', ',
    'Lưu ',
    '12/QĐ-',
    '((((',
    'tháng năm ',
    'của Sở ',
    '-',
    'V/v\n',
    '1.\n',
    '* a*',
    'TM. ',
    'trước ngày ',
    // Of the fonts from before Unicode.
    'Ñeà nghò caùc ñôn vò ',
    'Céng hßa x· héi ',
  ]
  for (const pattern of patterns) {
    const words = `Kính gửi: Sở A\nSố: 1/UBND-VX\n${pattern.repeat(300_000 / pattern.length)}`
    const started = performance.now()
    await read(new TextEncoder().encode(words), 'a.txt')
    assert.ok(
      performance.now() - started < 3000,
      `${JSON.stringify(pattern)} took ${performance.now() - started} ms`,
    )
  }
})

/** A docx of one part whose declared size is free. */
const oneEntryZip = (packed: Uint8Array, size: number): Uint8Array => {
  const name = strToU8('word/document.xml')
  const local = new DataView(new ArrayBuffer(30))
  local.setUint32(0, 0x04034b50, true)
  local.setUint16(8, 8, true)
  local.setUint32(18, packed.length, true)
  local.setUint32(22, size, true)
  local.setUint16(26, name.length, true)
  const central = new DataView(new ArrayBuffer(46))
  central.setUint32(0, 0x02014b50, true)
  central.setUint16(10, 8, true)
  central.setUint32(20, packed.length, true)
  central.setUint32(24, size, true)
  central.setUint16(28, name.length, true)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, 1, true)
  end.setUint16(10, 1, true)
  end.setUint32(12, 46 + name.length, true)
  end.setUint32(16, 30 + name.length + packed.length, true)
  return Buffer.concat([
    Buffer.from(local.buffer),
    name,
    packed,
    Buffer.from(central.buffer),
    name,
    Buffer.from(end.buffer),
  ])
}

const emptyPdf = (): Uint8Array => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj${object}endobj\n`
    return at
  })
  const xref = text.length
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  return strToU8(`${text}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`)
}
