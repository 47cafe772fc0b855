import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { boxesOf, emptyTree, type ReadResult } from '@loa/documents'
import { openReader } from '@loa/documents/read-apart'
import { Usage, type Values, whereTyped } from './usage.ts'

/** Writes NAME.json for each file: the fields, where each came from, and the reader's messages. */
export const readCommand = async (files: string[], values: Values): Promise<number> => {
  if (files.length === 0 || typeof values.out !== 'string')
    throw new Usage('Cần ít nhất một tệp và --out DIR.')
  const out = resolve(whereTyped(), values.out)
  await mkdir(out, { recursive: true })
  const reader = openReader()
  for (const file of files) {
    const result = await reader.read(await bytesOrSay(file), basename(file))
    const { messages } = result
    const name = basename(file, extname(file))
    await writeFile(join(out, `${name}.json`), `${JSON.stringify(shown(result), null, 2)}\n`)
    process.stdout.write(
      `${name}.json${messages.map((message) => `\n  ${message.level}: ${message.text}`).join('')}\n`,
    )
  }
  await reader.close()
  return 0
}

/** The tree with the messages; of files with pages also their sizes, and with each source the boxes of its words. */
const shown = ({ tree, messages, layout }: ReadResult) => {
  const fields = { ...(tree ?? emptyTree()), messages }
  if (layout === null) return fields
  const sources = Object.entries(fields.sources).map(([path, source]) => [
    path,
    { ...source, boxes: boxesOf(layout, source).map(({ page, box }) => ({ page, box })) },
  ])
  return { ...fields, sources: Object.fromEntries(sources), pages: layout.pages }
}

/** One file, read apart. @throws Usage when it cannot be opened at all */
export const readFileOrSay = async (file: string): Promise<ReadResult> => {
  const bytes = await bytesOrSay(file)
  const reader = openReader()
  const result = await reader.read(bytes, basename(file))
  await reader.close()
  return result
}

const bytesOrSay = (file: string): Promise<Uint8Array> =>
  readFile(resolve(whereTyped(), file)).catch(() => {
    throw new Usage(`Không mở được tệp ${file}.`)
  })
