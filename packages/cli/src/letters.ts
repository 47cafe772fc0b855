/** `loa write TREE.json --letters ADDRESSEES.csv`: the same letter to many, one file each or one for the printer. */
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DocumentTree } from '@loa/contract/documents'
import { readTable } from '@loa/documents/units'
import { type LetterTo, writeLettersOnThreads, writePrintFile } from '@loa/documents/write'
import { safeName } from '@loa/server/bags/bag'
import { progressLine } from './progress.ts'
import { Usage, type Values, whereTyped } from './usage.ts'

export const writeManyLetters = async (tree: DocumentTree, values: Values): Promise<number> => {
  const { out, one, docx } = values
  if ((typeof out === 'string') === (typeof one === 'string'))
    throw new Usage('--letters cần --out DIR (mỗi nơi nhận một tệp) hoặc --one FILE.pdf (một tệp để in).')
  const letters = await lettersOf(String(values.letters))
  const progress = progressLine()
  const say = (written: number) => progress.say(`Công văn: ${written}/${letters.length}`)
  if (typeof one === 'string') {
    const pieces = Readable.from(writePrintFile(tree, letters, { onProgress: say }))
    await pipeline(pieces, createWriteStream(resolve(whereTyped(), one)))
  } else
    await writeEach(
      tree,
      letters,
      { folder: resolve(whereTyped(), String(out)), docx: docx !== undefined },
      say,
    )
  progress.end()
  return 0
}

const writeEach = async (
  tree: DocumentTree,
  letters: LetterTo[],
  { folder, docx }: { folder: string; docx: boolean },
  say: (written: number) => void,
): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const threads = Math.min(2, availableParallelism())
  const width = String(letters.length).length
  for (const format of docx ? (['pdf', 'docx'] as const) : (['pdf'] as const)) {
    let written = 0
    for await (const { addressee, file } of writeLettersOnThreads(tree, letters, { threads, format })) {
      written++
      await writeFile(
        join(
          folder,
          `${String(written).padStart(width, '0')}-${safeName(addressee).toLowerCase()}.${format}`,
        ),
        file,
      )
      say(written)
    }
  }
}

/** The first column is the addressee, the second, where there is one, what its QR code holds. A first line of headings is left out. */
const lettersOf = async (name: string): Promise<LetterTo[]> => {
  let bytes: Uint8Array
  try {
    bytes = await readFile(resolve(whereTyped(), name))
  } catch {
    throw new Usage(`Không mở được danh sách nơi nhận ${name}.`)
  }
  const rows = readTable(bytes)
  if ('trouble' in rows) throw new Usage(`${name} không phải danh sách CSV hoặc XLSX.`)
  const cells = rows.map(({ cells }) => cells.map(({ text }) => text.trim()))
  const [first] = cells
  const isHeading = /^(nơi nhận|kính gửi|tên|đơn vị|addressee|name)\b/i.test(first?.[0] ?? '')
  const letters = (isHeading ? cells.slice(1) : cells)
    .filter(([addressee]) => addressee)
    .map(([addressee = '', qr]): LetterTo => ({ addressee, qr: qr || null }))
  if (letters.length === 0) throw new Usage(`${name} không có nơi nhận nào.`)
  return letters
}
