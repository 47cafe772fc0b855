/** A package from outside, opened in the process that reads strangers' files. */
import { open } from 'node:fs/promises'
import { Problem } from '@loa/contract/problem'
import type { EdxmlMessage, PackageSignature } from '@loa/edxml'
import type { DocumentsWorker } from '../documents-worker/documents-worker.ts'

export interface OpenedPackage {
  message: EdxmlMessage
  signature: PackageSignature
  /** What is not as it should be, with line and column, for people. */
  notes: string[]
  /** Something of it is missing or damaged: to be returned to its sender. */
  isWhole: boolean
}

/** By its first bytes, never by its name. */
export const looksLikePackage = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return /<(?:\w+:)?edXML/.test(buffer.subarray(0, bytesRead).toString('latin1').replaceAll('\0', ''))
  } finally {
    await file.close()
  }
}

/** @throws Problem `document.secret`, or `package.unreadable` with the places of what is wrong */
export const openPackage = async (
  { documents }: { documents: DocumentsWorker },
  path: string,
  name: string,
): Promise<OpenedPackage> => {
  const { value, signature, messages } = await documents.do('package', { path })
  if (messages.some(({ code }) => code === 'package.secret')) throw new Problem('document.secret', { name })
  const notes = messages.map(({ text, line, column }) =>
    line === null ? text : `${text} (dòng ${line}, cột ${column})`,
  )
  if (!value)
    throw new Problem(
      'package.unreadable',
      { name },
      notes.map((message) => ({ message })),
    )
  return { message: value, signature, notes, isWhole: messages.every(({ level }) => level !== 'error') }
}
