/** The files that are damaged, by format: our own examples and what our writers make. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { read } from '../read/read.ts'
import { jpegPicture, scanPdf } from '../read/scan/testing.ts'
import { buildDocx, waterDispatch } from '../read/testing.ts'
import { readUnitFile } from '../units/read-units.ts'
import { writeDocx } from '../write/docx.ts'
import { previewSvg } from '../write/pdf.ts'
import { sampleLetter } from '../write/sample.ts'
import { campaignFigures } from '../write/sample-figures.ts'
import { writeXlsx } from '../write/xlsx.ts'
import { chance, mutate, mutatePart } from './mutate.ts'

export const formats = ['txt', 'docx', 'doc', 'pdf', 'csv', 'xlsx', 'png', 'jpg'] as const
export type Format = (typeof formats)[number]

const root = join(import.meta.dirname, '../../../..')
const bytesOf = (path: string) => new Uint8Array(readFileSync(join(root, path)))
const list = 'examples/hai-duong-2025/bodies-until-2025-06-30.csv'

/** Built once in a process; each format's first file is of the kind most often sent. */
export const seedsOf = async (format: Format): Promise<Uint8Array[]> => {
  switch (format) {
    case 'txt':
      return readdirSync(join(root, 'examples/dispatches')).map((name) =>
        bytesOf(`examples/dispatches/${name}`),
      )
    case 'docx':
      return [await buildDocx(waterDispatch), await writeDocx(sampleLetter)]
    case 'doc':
      return ['water.doc', 'report.doc'].map((name) => bytesOf(`packages/documents/test/seeds/${name}`))
    case 'pdf':
      return [
        bytesOf('packages/documents/test/fixtures/alcohol-control-pdf/input.pdf'),
        // A letter of ours as it was before PDF/A: the numbers of known troubles are counted on it.
        bytesOf('packages/documents/test/seeds/letter.pdf'),
        // A scan whose picture is too small to be read: the way to the engine without its time.
        scanPdf([[await jpegPicture(await page(90))]]),
      ]
    case 'csv':
      return [
        new TextEncoder().encode(new TextDecoder().decode(bytesOf(list)).split('\n').slice(0, 60).join('\n')),
      ]
    case 'xlsx':
      return [await writeXlsx(campaignFigures)]
    case 'png':
      return [await page(600)]
    case 'jpg':
      return [
        new Uint8Array(
          await sharp(await page(600))
            .jpeg()
            .toBuffer(),
        ),
      ]
  }
}

const page = async (width: number): Promise<Uint8Array> => {
  const [svg = ''] = await previewSvg(sampleLetter)
  const picture = sharp(Buffer.from(svg)).resize({ width }).flatten({ background: '#fff' })
  return new Uint8Array(await picture.png().toBuffer())
}

export const inputOf = (format: Format, seeds: Uint8Array[], number: number): Uint8Array => {
  const random = chance(number)
  const seed = seeds[random.below(seeds.length)] ?? new Uint8Array()
  const isZip = format === 'docx' || format === 'xlsx'
  return isZip && random.next() < 0.6 ? mutatePart(seed, random) : mutate(seed, random)
}

/**
 * Pictures are opened, and in a PDF taken out and painted; the engine, which never sees the damage but only pixels, reads one
 * picture in seventy.
 */
const options = (format: Format, number: number) => ({
  scan: format !== 'pdf' && number % 70 === 0 ? { time: 1500 } : { pages: 0 },
})

/** Reads an input as its format; resolves with what is wrong with the answer, or nothing. */
export const faultOf = async (
  format: Format,
  bytes: Uint8Array,
  number: number,
  reader: typeof read,
): Promise<string | undefined> => {
  if (format === 'csv' || format === 'xlsx') {
    const list = readUnitFile(bytes)
    return 'trouble' in list || Array.isArray(list.units) ? undefined : 'neither a list nor a trouble'
  }
  const { tree, messages, layout } = await reader(bytes, `a.${format}`, options(format, number))
  if (tree === null)
    return messages.some(({ level }) => level === 'error') ? undefined : 'no tree and no reason'
  for (const [path, { start, end, text, confidence }] of Object.entries(tree.sources)) {
    if (tree.text.slice(start, end) !== text) return `${path} is not at its place`
    if (!(confidence >= 0 && confidence <= 1)) return `${path} is sure by ${confidence}`
  }
  for (const { start, end, page, box } of layout?.places ?? []) {
    if (!(start >= 0 && start < end && end <= tree.text.length)) return `a place from ${start} to ${end}`
    if (page < 1 || box.some((value) => !Number.isFinite(value))) return `a box ${box.join()} on page ${page}`
  }
  return undefined
}
