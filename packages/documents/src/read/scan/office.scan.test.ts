/** Scans as an office has them, read by the tesseract of Debian. Needs tesseract with Vietnamese, pdftoppm and opj_compress. */
import assert from 'node:assert/strict'
import { execFile, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import sharp from 'sharp'
import type { DocumentTree } from '../../document.ts'
import { writePdf } from '../../write/pdf.ts'
import { read } from '../read.ts'
import { drawPages, faxPictures, jbig2Picture, jpegPicture, jpxPicture, scanPdf, worn } from './testing.ts'

const root = join(import.meta.dirname, '../../../../..')
const inputs = [
  ...readdirSync(join(root, 'examples/dispatches')).map((name) => join(root, 'examples/dispatches', name)),
  ...readdirSync(join(root, 'packages/documents/test/fixtures')).flatMap((name) => {
    const folder = join(root, 'packages/documents/test/fixtures', name)
    return readdirSync(folder)
      .filter((file) => /^input\.(?:txt|pdf)$/.test(file))
      .map((file) => join(folder, file))
  }),
]
const withTesseract = { scan: { engine: 'tesseract' } } as const

/** Each dispatch as a PDF of ours, with what a reader takes from its text. */
const dispatches = await Promise.all(
  inputs.map(async (path) => {
    const { tree } = await read(new Uint8Array(readFileSync(path)), path)
    assert.ok(tree)
    const pdf = await writePdf(tree)
    const own = (await read(pdf, 'a.pdf')).tree
    assert.ok(own)
    return { path, tree: own, pages: drawPages(pdf, 200) }
  }),
)
const fields = [
  'type',
  'issuer',
  'parentIssuer',
  'number',
  'symbol',
  'place',
  'date',
  'subject',
  'addressees',
  'archive',
  'signingAuthority',
  'signerTitle',
  'signerName',
  'recipients',
  'references',
  'dueDates',
  'sections',
] as const satisfies (keyof DocumentTree)[]

for (const [what, wear] of [
  ['clean', async (png: Uint8Array) => png],
  ['laid in askew by 1° on grainy paper', (png: Uint8Array) => worn(png)],
] as const)
  test(`of scans of the example dispatches, ${what}, nine fields in ten are those of their text`, async () => {
    const wrong: string[] = []
    for (const { path, tree, pages } of dispatches) {
      const pictures = await Promise.all(pages.map(async (png) => [await jpegPicture(await wear(png))]))
      const scan = await read(scanPdf(pictures), 'quet.pdf', withTesseract)
      assert.deepEqual(
        scan.messages.filter(({ level }) => level === 'error'),
        [],
        path,
      )
      assert.equal(scan.layout?.pages.length, pages.length)
      for (const field of fields)
        if (JSON.stringify(scan.tree?.[field]) !== JSON.stringify(tree[field])) wrong.push(`${path} ${field}`)
      for (const field of ['type', 'number', 'date'] as const)
        assert.equal(scan.tree?.[field], tree[field], path)
    }
    assert.ok(dispatches.length >= 6)
    assert.ok(wrong.length <= dispatches.length * fields.length * 0.1, `${wrong.length}: ${wrong.join('\n')}`)
  })

const page = dispatches.find(({ path }) => path.includes('traffic-month'))?.pages[0] ?? new Uint8Array()
const code = '87/BATGT-TT'

test('strips of a copier, masks, turned pages and pictures with camera marks are all read upright', async () => {
  const side = new Uint8Array(await sharp(page).rotate(90).png().toBuffer())
  const onSide = [[await jpegPicture(side)]]
  const turned = scanPdf(onSide, { rotate: 270, size: [842, 595], content: 'q 842 0 0 595 0 0 cm /I0 Do Q' })
  const files: [string, Uint8Array][] = [
    ['strips.pdf', scanPdf([await faxPictures(page)])],
    ['mask.pdf', scanPdf([await faxPictures(page, true)])],
    ['jbig2.pdf', scanPdf([[await jbig2Picture(page)]])],
    ['jpeg2000.pdf', scanPdf([[await jpxPicture(page)]])],
    ['turned.pdf', turned],
    ['matrix.pdf', scanPdf(onSide, { content: 'q 0 842 -595 0 595 0 cm /I0 Do Q' })],
    ['camera.jpg', new Uint8Array(await sharp(side).jpeg().withMetadata({ orientation: 8 }).toBuffer())],
    ['page.tif', new Uint8Array(await sharp(page).tiff({ compression: 'lzw' }).toBuffer())],
    ['side.png', side],
    ['head-down.png', new Uint8Array(await sharp(page).rotate(180).png().toBuffer())],
  ]
  for (const [name, bytes] of files) {
    const { tree, layout } = await read(bytes, name, withTesseract)
    assert.equal(tree?.code, code, name)
    assert.equal(tree?.issuer, 'BAN AN TOÀN GIAO THÔNG', name)
    assert.equal(layout?.pages.length, 1, name)
  }
})

test('a scan packed so that only poppler opens it says so where poppler is not', async () => {
  const program = `import { read } from ${JSON.stringify(new URL('../read.ts', import.meta.url).href)}
    const { buffer } = await import('node:stream/consumers')
    const { messages } = await read(await buffer(process.stdin), 'a.pdf', { scan: { engine: 'tesseract.js' } })
    console.log(messages.map(({ code, text }) => code + ' ' + text).join())`
  const running = promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--input-type=module', '-e', program],
    { env: { PATH: '/nowhere' } },
  )
  running.child.stdin?.end(scanPdf([[await jpxPicture(page)]]))
  assert.match((await running).stdout, /^file\.packed-pictures .*poppler-utils/)
})

test('what was stamped as text on a scan is read with it', async () => {
  const holed = await sharp(page)
    .composite([
      { input: { create: { width: 42, height: 36, channels: 3, background: '#fff' } }, left: 428, top: 271 },
    ])
    .png()
    .toBuffer()
  const content = 'q 595 0 0 842 0 0 cm /I0 Do Q BT /F 13 Tf 154 733 Td (91) Tj ET'
  const scan = scanPdf([[await jpegPicture(new Uint8Array(holed))]], { content })
  const { tree, messages } = await read(scan, 'dong-dau.pdf', withTesseract)
  assert.ok(messages.some(({ code }) => code === 'file.scanned'))
  assert.equal(tree?.number, '91')
  assert.equal(tree?.subject, 'tuyên truyền Tháng cao điểm an toàn giao thông đường thủy năm 2023')
})

test('an engine that is late is ended, and leaves no process', async () => {
  const began = performance.now()
  const { messages } = await read(page, 'a.png', { scan: { engine: 'tesseract', pageTime: 150 } })
  assert.deepEqual(
    messages.map(({ code }) => code),
    ['file.too-slow'],
  )
  assert.ok(performance.now() - began < 1500)
  const children = execFileSync('ps', ['-o', 'comm=', '--ppid', String(process.pid)], { encoding: 'utf8' })
  assert.doesNotMatch(children, /tesseract/)
})
