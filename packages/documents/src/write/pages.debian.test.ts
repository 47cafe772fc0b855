/**
 * Pages as pictures beside kept ones, small and grey (`test/pages`), and what other programs make of the files. Needs pdftoppm, pdftotext and
 * qpdf. `LOA_WRITE_PAGES=1 npm test -- pages.debian` draws the kept pictures anew; look at them before they are committed.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { writeArrivalStamp } from './arrival-stamp.ts'
import { writePdf } from './pdf.ts'
import { writePrintFile } from './print-file.ts'
import { writeRegister } from './register.ts'
import { sampleLetter, sampleReport } from './sample.ts'
import { templates } from './sample-templates.ts'
import { dropTypesetter } from './typst.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-pages-'))
const kept = join(import.meta.dirname, '../../test/pages')
after(() => {
  dropTypesetter()
  rmSync(folder, { recursive: true })
})

/** Dots an inch: a line of text is six of them high. */
const resolution = 36

const stamp = {
  issuer: 'Sở Văn hóa, Thể thao và Du lịch',
  number: 123,
  date: '2024-03-06',
  forwardedTo: 'Phòng Quản lý văn hóa',
  file: null,
}
const register = {
  rows: Array.from({ length: 9 }, (_, at) => ({
    code: `${at + 1}/SVHTTDL-QLVHGĐ`,
    date: '2024-03-05',
    title: 'Công văn về tuyên truyền Tháng cao điểm an toàn giao thông',
    signer: 'Nguyễn Văn Mẫu',
    recipients: 'UBND các huyện, thị xã, thành phố',
    keeper: 'VT',
    copies: 20,
    sentOn: '2024-03-06',
  })),
  cover: { parentIssuer: 'UBND tỉnh Hải Dương', issuer: stamp.issuer, year: 2024 },
}

const files = async (): Promise<Record<string, Uint8Array>> => ({
  ...Object.fromEntries(
    await Promise.all(
      Object.entries({ ...templates, report: sampleReport }).map(async ([name, tree]) => [
        name,
        await writePdf(tree),
      ]),
    ),
  ),
  stamp: await writeArrivalStamp(stamp),
  register: await writeRegister('out', register.rows, register.cover, 'pdf'),
  print: Buffer.concat(
    await Array.fromAsync(writePrintFile(sampleLetter, [{ addressee: 'UBND huyện Tứ Kỳ', qr: 'HD-288' }])),
  ),
})
const written = await files()
for (const [name, pdf] of Object.entries(written)) writeFileSync(join(folder, `${name}.pdf`), pdf)

test('pages look as they did', async () => {
  mkdirSync(kept, { recursive: true })
  for (const name of Object.keys(written)) {
    const drawn = await picturesOf(name)
    for (const [at, picture] of drawn.entries()) {
      const path = join(kept, `${name}-${at + 1}.png`)
      if (process.env.LOA_WRITE_PAGES)
        writeFileSync(
          path,
          await sharp(picture.data, { raw: { ...picture.size, channels: 1 } })
            .png({ compressionLevel: 9, palette: true, colours: 16 })
            .toBuffer(),
        )
      const before = await sharp(readFileSync(path)).greyscale().raw().toBuffer({ resolveWithObject: true })
      assert.deepEqual(
        { width: before.info.width, height: before.info.height },
        picture.size,
        `${name}-${at + 1}`,
      )
      const share = differing(before.data, picture.data)
      assert.ok(share < 0.003, `${name}, page ${at + 1}: ${(share * 100).toFixed(2)} % of its dots differ`)
    }
  }
})

test('a page without its stamp, and one with a line more, are other pages', async () => {
  const [before] = await picturesOf('1.5')
  const others = [
    { ...sampleLetter, ...templates['1.5'], urgency: null },
    { ...sampleLetter, ...templates['1.5'], addressees: ['UBND tỉnh', 'Sở Y tế', 'Sở Công Thương'] },
  ]
  for (const tree of others) {
    writeFileSync(join(folder, 'other.pdf'), await writePdf(tree))
    const [other] = await picturesOf('other')
    assert.ok(before && other && differing(before.data, other.data) > 0.006)
  }
})

test('qpdf finds no fault in any of them', () => {
  for (const name of Object.keys(written))
    execFileSync('qpdf', ['--check', join(folder, `${name}.pdf`)], { stdio: 'ignore' })
})

test('every font is inside, as a part of itself that says which letters it draws', () => {
  for (const name of Object.keys(written)) {
    const fonts = execFileSync('pdffonts', [join(folder, `${name}.pdf`)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const lines = fonts.toString('utf8').trim().split('\n').slice(2)
    assert.ok(lines.length > 0, name)
    for (const line of lines)
      assert.match(line, /^[A-Z]{6}\+Tinos\S* +CID TrueType +Identity-H +yes yes yes /, name)
  }
})

test('what pdftotext reads is what was written, letter for letter', async () => {
  const odd =
    '#đậm *x* _n_ $m$ @ref <a> // [b] - 1. + `mã` {c} ~ \\\\ "kép" Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020'
  const every = 'Ẵ ắ ặ Ở ữ Ỹ ỷ Đ đ ọ Ệ ề'
  const tree = {
    ...sampleLetter,
    body: [odd, every].map((words) => ({
      kind: 'paragraph' as const,
      role: 'text' as const,
      marker: null,
      runs: [{ text: `Bắt đầu ${words} hết` }],
      start: 0,
      end: 0,
    })),
  }
  writeFileSync(join(folder, 'odd.pdf'), await writePdf(tree))
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', join(folder, 'odd.pdf'), '-'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString('utf8')
  const flat = text.replace(/\s+/g, ' ')
  for (const words of [odd, every]) assert.ok(flat.includes(words), flat)
  assert.doesNotMatch(text, /[\u00a0\u200b\u2060]/)
})

interface Picture {
  size: { width: number; height: number }
  data: Buffer
}

/** Grey, one byte a dot (PGM). */
const picturesOf = async (name: string): Promise<Picture[]> => {
  execFileSync('pdftoppm', ['-r', String(resolution), '-gray', `${name}.pdf`, name], {
    cwd: folder,
    stdio: 'ignore',
  })
  const count = Number(execFileSync('qpdf', ['--show-npages', `${name}.pdf`], { cwd: folder }).toString())
  const digits = String(count).length
  return Array.from({ length: count }, (_, at) => {
    const bytes = readFileSync(join(folder, `${name}-${String(at + 1).padStart(digits, '0')}.pgm`))
    const [head = '', width, height] =
      bytes.toString('latin1', 0, 40).match(/^P5\s+(\d+)\s+(\d+)\s+255\s/) ?? []
    return { size: { width: Number(width), height: Number(height) }, data: bytes.subarray(head.length) }
  })
}

/** Programs smooth edges each in their own way, and kept pictures have sixteen greys: only dots far apart count. */
const differing = (before: Uint8Array, after: Uint8Array): number => {
  let count = 0
  for (const [at, grey] of before.entries()) if (Math.abs(grey - (after[at] ?? 0)) > 96) count++
  return count / before.length
}
