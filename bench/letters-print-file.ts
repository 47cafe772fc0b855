/**
 * One file for the printer with a thousand letters: ours beside LibreOffice, which gets them merged into one DOCX already (not counted) and
 * turns it into one PDF. LibreOffice's start is taken off, ours counts. Rounds are interleaved; the ratio is that of medians.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docxParts } from '../packages/documents/src/write/docx.ts'
import { printed } from '../packages/documents/src/write/printed.ts'
import { sampleLetter } from '../packages/documents/src/write/sample.ts'
import { dropTypesetter, writePrintFile } from '../packages/documents/src/write/write.ts'
import { deterministicZip } from '../packages/documents/src/write/zip.ts'
import { median } from './interleaved.ts'
import { convert, hasOffice, time } from './letters-pdf.ts'

const count = 1000
const rounds = 5
const units = Array.from({ length: count }, (_, at) => ({
  addressee: `Ủy ban nhân dân xã số ${at + 1} huyện Tứ Kỳ`,
}))
const coded = units.map((unit, at) => ({ ...unit, qr: `705/SVHTTDL-QLVHGĐ ${at + 1}` }))

/** As a mail merge puts them into one document: a section each, page numbers from 1. */
const merged = (names: string[]): Uint8Array => {
  const pages = names.map((name) => docxParts(printed({ ...sampleLetter, addressees: [name] }), {}))
  const [first = {}] = pages
  const page = (parts: Record<string, string>) => parts['word/document.xml'] ?? ''
  const bodies = pages.map((parts) => page(parts).replace(/^.*?<w:body>|<\/w:body>.*$/gs, ''))
  const sections = bodies.map((body, at) =>
    at === bodies.length - 1
      ? body
      : body.replace(/(<w:sectPr>.*?<\/w:sectPr>)$/s, '<w:p><w:pPr>$1</w:pPr></w:p>'),
  )
  const [before = '', after = ''] = page(first).split(/(?<=<w:body>).*(?=<\/w:body>)/s)
  return deterministicZip({ ...first, 'word/document.xml': before + sections.join('') + after })
}

const write = async (to: { addressee: string; qr?: string }[]): Promise<Buffer> => {
  dropTypesetter()
  return Buffer.concat(await Array.fromAsync(writePrintFile(sampleLetter, to)))
}

console.log(`Một tệp in gồm ${count} công văn: Loa so với LibreOffice (trộn sẵn trong một DOCX)`)
if (await hasOffice()) {
  const folder = await mkdtemp(join(tmpdir(), 'loa-print-'))
  try {
    await writeFile(join(folder, 'one.docx'), merged(units.slice(0, 1).map(({ addressee }) => addressee)))
    await writeFile(join(folder, 'all.docx'), merged(units.map(({ addressee }) => addressee)))
    await convert(folder, ['one.docx'])
    const [ours, withCodes, peer]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round++) {
      ours.push(await time(() => write(units)))
      withCodes.push(await time(() => write(coded)))
      const start = await time(() => convert(folder, ['one.docx']))
      peer.push((await time(() => convert(folder, ['all.docx']))) - start)
    }
    const pages = (await readFile(join(folder, 'pdf/all.pdf'), 'latin1')).match(/\/Type\s*\/Page\b(?!s)/g)
    if (pages?.length !== count) throw new Error(`LibreOffice wrote ${pages?.length} of ${count} letters`)
    const [own, codes, other] = [median(ours), median(withCodes), median(peer)]
    const against = (ms: number) => `${ms.toFixed(0)} ms · ${(other / ms).toFixed(1)} lần`
    console.log(
      `LibreOffice ${other.toFixed(0)} ms · Loa ${against(own)} · Loa, mỗi công văn một mã QR ${against(codes)}`,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
} else {
  console.log('Máy này không có LibreOffice (soffice), nên không so được.')
}
