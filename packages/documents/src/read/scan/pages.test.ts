/** Scans with the engine that comes with the package; what our own pages are drawn with is there everywhere. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { previewSvg } from '../../write/pdf.ts'
import { sampleLetter } from '../../write/sample.ts'
import { boxesOf } from '../places.ts'
import { read } from '../read.ts'
import { jpegPicture, scanPdf } from './testing.ts'

const svg = (await previewSvg(sampleLetter))[0] ?? ''
const png = new Uint8Array(
  await sharp(Buffer.from(svg), { density: 150 })
    .resize({ width: 1654 })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer(),
)
const byScript = { scan: { engine: 'tesseract.js' } } as const
const codes = async (bytes: Uint8Array, name: string, scan = {}) =>
  (await read(bytes, name, { scan: { ...byScript.scan, ...scan } })).messages.map(({ code }) => code)

test('tesseract.js reads a picture: fields, their places on it, and that it was read by machine', async () => {
  const { tree, messages, layout } = await read(png, 'quet.png', byScript)
  assert.ok(messages.some(({ code, level }) => code === 'file.scanned' && level === 'info'))
  assert.equal(tree?.number, sampleLetter.number)
  assert.equal(tree?.symbol, sampleLetter.symbol)
  assert.equal(tree?.date, sampleLetter.date)
  const { width, height } = await sharp(png).metadata()
  assert.deepEqual(layout?.pages, [{ width, height }])
  const source = tree?.sources.date
  assert.ok(source && layout && source.confidence < 0.95)
  const [place] = boxesOf(layout, source)
  assert.ok(place)
  const [x, y, w, h] = place.box
  // The day stands in the right half of the head, on one line.
  assert.ok(
    place.page === 1 && x > width * 0.45 && x + w < width && y > height * 0.05 && y + h < height * 0.25,
  )
})

test('it needs nothing of the network: a process that may not use it reads the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loa-offline-'))
  try {
    writeFileSync(join(folder, 'a.png'), png)
    const program = `import { readFileSync } from 'node:fs'
      import { read } from ${JSON.stringify(join(import.meta.dirname, '../read.ts'))}
      await fetch('http://127.0.0.1:4999').then(() => process.exit(3), ({ cause }) => console.log(cause?.code))
      const { tree } = await read(new Uint8Array(readFileSync(${JSON.stringify(join(folder, 'a.png'))})), 'a.png', { scan: { engine: 'tesseract.js' } })
      console.log(tree?.symbol)`
    // Node's permissions: files, threads and native parts, but no network.
    const allowed = [
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--allow-addons',
      '--allow-child-process',
    ]
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...allowed,
      '--no-warnings',
      '--input-type=module',
      '-e',
      program,
    ])
    assert.deepEqual(stdout.trim().split('\n'), ['ERR_ACCESS_DENIED', sampleLetter.symbol])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('where no engine is installed, the message says what to install', async () => {
  const program = `import { read } from ${JSON.stringify(join(import.meta.dirname, '../read.ts'))}
    const chunks = []
    for await (const chunk of process.stdin) chunks.push(chunk)
    const { messages } = await read(new Uint8Array(Buffer.concat(chunks)), 'a.png', { scan: { engine: 'tesseract' } })
    console.log(messages[0].code, messages[0].text)`
  const running = promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--input-type=module', '-e', program],
    {
      env: { PATH: '/nowhere' },
    },
  )
  running.child.stdin?.end(png)
  assert.match((await running).stdout, /^file\.no-engine .*tesseract-ocr-vie/)
})

test('a picture without words, cut off, called something else, or too small says so', async () => {
  const blank = new Uint8Array(
    await sharp({ create: { width: 800, height: 1100, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  )
  assert.deepEqual(await codes(blank, 'a.png'), ['file.no-text'])
  assert.deepEqual(await codes(png.slice(0, png.length / 2), 'a.png'), ['file.damaged'])
  const jpeg = new Uint8Array(await sharp(png).jpeg().toBuffer())
  assert.deepEqual(await codes(jpeg.slice(0, jpeg.length / 2), 'a.jpg'), ['file.damaged'])
  assert.equal((await codes(jpeg, 'a.pdf'))[0], 'file.ending-differs')
  const icon = new Uint8Array(await sharp(png).resize(40, 40).png().toBuffer())
  assert.deepEqual(await codes(icon, 'a.png'), ['file.no-text'])
})

test('a picture of 100 million pixels is not opened, however small its file', async () => {
  const before = process.memoryUsage().rss
  const bomb = new Uint8Array(
    await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#fff' } })
      .toColourspace('b-w')
      .png({ colours: 2, compressionLevel: 9 })
      .toBuffer(),
  )
  assert.ok(bomb.length < 200_000)
  const began = performance.now()
  assert.deepEqual(await codes(bomb, 'a.png'), ['file.too-many-pixels'])
  assert.ok(performance.now() - began < 500)
  assert.ok(process.memoryUsage().rss - before < 400_000_000)
})

test('a picture in a PDF that claims too many pixels is not decoded', async () => {
  const { dictionary, bytes } = await jpegPicture(png)
  const bomb = dictionary.replace(/\/Width \d+\/Height \d+/, '/Decode[0 1]/Width 20000/Height 20000')
  const began = performance.now()
  assert.deepEqual(await codes(scanPdf([[{ dictionary: bomb, bytes, share: 1 }]]), 'a.pdf'), ['file.no-text'])
  // Nor one whose own head claims them, whatever the PDF says of it.
  const claiming = bytes.slice()
  const frame = claiming.findIndex((byte, at) => byte === 0xff && claiming[at + 1] === 0xc0)
  claiming.set([0xff, 0xff, 0xff, 0xff], frame + 5)
  const lying = scanPdf([[{ dictionary, bytes: claiming, share: 1 }]])
  assert.deepEqual(await codes(lying, 'a.pdf'), ['file.too-many-pixels'])
  assert.ok(performance.now() - began < 2000)
})

test('a page that takes too long is given up, and later pages are not begun', async () => {
  const picture = await jpegPicture(png)
  assert.deepEqual(await codes(png, 'a.png', { pageTime: 20 }), ['file.too-slow'])
  const found = await codes(scanPdf([[picture], [picture], [picture]]), 'a.pdf', { pages: 1 })
  assert.ok(found.includes('file.scan-cut') && found.includes('file.scanned'))
})
