/**
 * The same letter to two hundred units, one PDF each: our bulk path on one thread and on two beside LibreOffice.
 *
 * LibreOffice gets letters that are merged already (DOCX files, not counted) and turns them into PDF in one headless process:
 * `soffice --headless --convert-to pdf *.docx`. This is not its own mail merge: that one needs the Base program, a registered database and
 * a script, which few machines have. Run once by hand (UNO, an ODT template with a database field, a CSV file as the source), the mail
 * merge took 51 ms a letter where this way took 58, so read the ratios about a tenth lower for it.
 *
 * Our sides start cold in every round and their start counts, threads and all; LibreOffice's start is taken off. Ours are PDF/A-2a, tagged.
 * Rounds are interleaved, so all meet the same machine; a ratio is that of medians.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DocumentTree } from '../packages/documents/src/document.ts'
import { sampleLetter } from '../packages/documents/src/write/sample.ts'
import {
  dropTypesetter,
  writeDocx,
  writeLetters,
  writeLettersOnThreads,
} from '../packages/documents/src/write/write.ts'
import { median } from './interleaved.ts'

export const title = 'Một công văn gửi 200 đơn vị, mỗi đơn vị một PDF: Loa so với LibreOffice'

export interface Side {
  name: string
  /** Milliseconds per letter, one number per round. */
  ours: number[]
  twoThreads: number[]
  peer: number[]
}

const letters = 200
const rounds = 5
const units = Array.from({ length: letters }, (_, at) => `Ủy ban nhân dân xã số ${at + 1} huyện Tứ Kỳ`)

/** Null where there is no LibreOffice. */
export async function run(tree: DocumentTree = sampleLetter): Promise<Side | null> {
  if (!(await hasOffice())) return null
  const folder = await mkdtemp(join(tmpdir(), 'loa-letters-'))
  try {
    const files = await mergedFiles(folder, tree)
    await convert(folder, files.slice(0, 1))
    const side: Side = { name: 'LibreOffice', ours: [], twoThreads: [], peer: [] }
    for (let round = 0; round < rounds; round++) {
      side.ours.push((await time(() => writeAll(tree))) / letters)
      side.twoThreads.push((await time(() => writeAllOnThreads(tree))) / letters)
      const start = await time(() => convert(folder, files.slice(0, 1)))
      const all = await time(() => convert(folder, files))
      side.peer.push((all - start) / (letters - 1))
    }
    const written = (await readdir(join(folder, 'pdf'))).length
    if (written !== letters) throw new Error(`LibreOffice wrote ${written} of ${letters} letters`)
    return side
  } finally {
    await rm(folder, { recursive: true })
  }
}

const writeAll = async (tree: DocumentTree): Promise<void> => {
  dropTypesetter()
  let bytes = 0
  for await (const { pdf } of writeLetters(tree, units)) bytes += pdf.length
  if (bytes === 0) throw new Error('No letter was written')
}

const writeAllOnThreads = async (tree: DocumentTree): Promise<void> => {
  let bytes = 0
  for await (const { file } of writeLettersOnThreads(tree, units, { threads: 2 })) bytes += file.length
  if (bytes === 0) throw new Error('No letter was written')
}

const mergedFiles = async (folder: string, tree: DocumentTree): Promise<string[]> => {
  const names = units.map((_, at) => `letter-${at + 1}.docx`)
  for (const [at, unit] of units.entries()) {
    await writeFile(join(folder, names[at] ?? ''), await writeDocx({ ...tree, addressees: [unit] }))
  }
  return names
}

const execute = promisify(execFile)

/** A profile of its own: an office that is open already would answer instead. */
export const convert = (folder: string, files: string[]): Promise<unknown> =>
  execute(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      'pdf',
      ...files,
    ],
    { cwd: folder },
  )

export const hasOffice = (): Promise<boolean> =>
  execute('soffice', ['--version']).then(
    () => true,
    () => false,
  )

export const time = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

if (import.meta.main) {
  const sides = await run()
  console.log(title)
  if (sides) {
    const [ours, two, peer] = [median(sides.ours), median(sides.twoThreads), median(sides.peer)]
    const against = (own: number) => `${own.toFixed(2)} ms · ${(peer / own).toFixed(1)} lần`
    console.log(`LibreOffice ${peer.toFixed(2)} ms · Loa ${against(ours)} · Loa, hai luồng ${against(two)}`)
  } else {
    console.log('Máy này không có LibreOffice (soffice), nên không so được.')
  }
}
