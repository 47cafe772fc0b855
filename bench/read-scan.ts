/**
 * Our reading of a scan (picture to structure, fields and places) beside tesseract alone on the same picture, from its file to
 * TSV on its output, with one thread as ours. Rounds are interleaved. Needs tesseract with Vietnamese.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { read } from '../packages/documents/src/read/read.ts'
import { hasTesseract } from '../packages/documents/src/read/scan/tesseract.ts'
import { jpegPicture, scanPdf } from '../packages/documents/src/read/scan/testing.ts'
import { buildDocx } from '../packages/documents/src/read/testing.ts'
import { previewSvg } from '../packages/documents/src/write/write.ts'
import { compare } from './interleaved.ts'
import { dispatch } from './read-docx.ts'

if (await hasTesseract()) {
  const { tree } = await read(await buildDocx(dispatch(0)), 'a.docx')
  if (tree === null) throw new Error('the dispatch of the comparison could not be read')
  const [svg = ''] = await previewSvg(tree)
  const folder = mkdtempSync(join(tmpdir(), 'loa-bench-'))
  try {
    for (const dpi of [200, 300]) {
      const path = join(folder, `${dpi}.png`)
      const page = sharp(Buffer.from(svg), { density: 200 }).resize({ width: Math.round(dpi * 8.27) })
      await page.flatten({ background: '#fff' }).grayscale().png().toFile(path)
      const png = new Uint8Array(readFileSync(path))
      const pdf = scanPdf([[await jpegPicture(png)]])
      const alone = ['-l', 'vie', '--dpi', String(dpi), 'tsv']
      const peer = () =>
        promisify(execFile)('tesseract', [path, '-', ...alone], {
          env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        })
      const kept = { scan: { engine: 'tesseract' } } as const
      const title = `Đọc một trang quét ${dpi} điểm/inch`
      await compare(`${title}, .png: Loa so với tesseract`, 'tesseract', 9, {
        ours: () => read(png, 'a.png', kept),
        peer,
      })
      await compare(`${title}, .pdf: Loa so với tesseract`, 'tesseract', 9, {
        ours: () => read(pdf, 'a.pdf', kept),
        peer,
      })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
} else console.log('  tesseract với tiếng Việt không có trên máy này: không đo')
