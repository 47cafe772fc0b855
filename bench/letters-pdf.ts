/**
 * The same letter to a hundred units, one PDF each: our bulk path on one thread beside LibreOffice.
 *
 * LibreOffice gets letters that are merged already (a hundred DOCX files, not counted) and turns them into PDF in one
 * headless process: `soffice --headless --convert-to pdf *.docx`. This is not its own mail merge: that one needs the
 * Base program, a registered database and a script, which few machines have. Run once by hand (UNO, an ODT template
 * with a database field, a CSV file as the source), the mail merge took 51 ms a letter where this way took 58, so read
 * the ratio about a tenth lower for it.
 *
 * Our side starts cold in every round and its start counts; LibreOffice's start is taken off. Rounds are interleaved,
 * so both meet the same machine.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DocumentTree } from '../packages/documents/src/document.ts'
import { sampleLetter } from '../packages/documents/src/write/sample.ts'
import { dropTypesetter, writeDocx, writeLetters } from '../packages/documents/src/write/write.ts'

export const title = 'Một công văn gửi 100 đơn vị, mỗi đơn vị một PDF: Loa so với LibreOffice'

export interface Side {
  name: string
  /** Milliseconds per letter, one number per round. */
  ours: number[]
  peer: number[]
}

const letters = 100
const rounds = 3
const units = Array.from({ length: letters }, (_, at) => `Ủy ban nhân dân xã số ${at + 1} huyện Tứ Kỳ`)

/** Null where there is no LibreOffice. */
export async function run(tree: DocumentTree = sampleLetter): Promise<Side | null> {
  if (!(await hasOffice())) return null
  const folder = await mkdtemp(join(tmpdir(), 'loa-letters-'))
  try {
    const files = await mergedFiles(folder, tree)
    await convert(folder, files.slice(0, 1))
    const ours: number[] = []
    const peer: number[] = []
    for (let round = 0; round < rounds; round++) {
      ours.push((await time(() => writeAll(tree))) / letters)
      const start = await time(() => convert(folder, files.slice(0, 1)))
      const all = await time(() => convert(folder, files))
      peer.push((all - start) / (letters - 1))
    }
    const written = (await readdir(join(folder, 'pdf'))).length
    if (written !== letters) throw new Error(`LibreOffice wrote ${written} of ${letters} letters`)
    return { name: 'LibreOffice', ours, peer }
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

const mergedFiles = async (folder: string, tree: DocumentTree): Promise<string[]> => {
  const names = units.map((_, at) => `letter-${at + 1}.docx`)
  for (const [at, unit] of units.entries()) {
    await writeFile(join(folder, names[at] ?? ''), await writeDocx({ ...tree, addressees: [unit] }))
  }
  return names
}

const execute = promisify(execFile)

/** A profile of its own: an office that is open already would answer instead. */
const convert = (folder: string, files: string[]): Promise<unknown> =>
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

const hasOffice = (): Promise<boolean> =>
  execute('soffice', ['--version']).then(
    () => true,
    () => false,
  )

const time = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

if (import.meta.main) {
  const sides = await run()
  console.log(title)
  if (sides) {
    const [ours, peer] = [median(sides.ours), median(sides.peer)]
    console.log(
      `Loa ${ours.toFixed(2)} ms · ${sides.name} ${peer.toFixed(2)} ms · ${(peer / ours).toFixed(1)} lần`,
    )
  } else {
    console.log('Máy này không có LibreOffice (soffice), nên không so được.')
  }
}
