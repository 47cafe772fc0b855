import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { DocumentTree } from '@loa/contract/documents'
import { emptyTree } from '@loa/documents'
import { writeDocx, writePdf } from '@loa/documents/write'
import { writeManyLetters } from './letters.ts'
import { Usage, type Values, whereTyped } from './usage.ts'

/** Lays a tree out by Decree 30. Fields that the file leaves out are empty. */
export const writeCommand = async ([file]: string[], values: Values): Promise<number> => {
  if (!file || !(values.pdf || values.docx || values.letters))
    throw new Usage('Cần TREE.json và --pdf hoặc --docx.')
  const tree = await treeOf(resolve(whereTyped(), file), file)
  if (typeof values.letters === 'string') return writeManyLetters(tree, values)
  if (typeof values.pdf === 'string') await writeFile(resolve(whereTyped(), values.pdf), await writePdf(tree))
  if (typeof values.docx === 'string')
    await writeFile(resolve(whereTyped(), values.docx), await writeDocx(tree))
  return 0
}

const treeOf = async (path: string, shown: string) => {
  let json: unknown
  try {
    json = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    throw new Usage(`${shown} không mở được hoặc không phải JSON.`)
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Usage(`${shown} không đúng dạng cây văn bản: cần một đối tượng JSON.`)
  const parsed = DocumentTree.safeParse({ ...emptyTree(), ...json })
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).slice(0, 5)
  throw new Usage(`${shown} không đúng dạng cây văn bản:\n${wrong.join('\n')}`)
}
