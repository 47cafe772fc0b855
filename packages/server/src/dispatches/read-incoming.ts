/**
 * A file on its way in, whoever brings it: staged on disk, read in the worker, kept or dropped. A package of the exchange
 * (edXML) is opened, and the document is the first of its files that reads as one.
 */
import { Problem, type ProblemCode, problemStatus } from '@loa/contract/problem'
import type { DocumentTree, Message, ReadResult } from '@loa/documents'
import type { Edoc } from '@loa/edxml'
import { inOnePiece, type StagedBlob } from '../blobs/blobs.ts'
import { withHeader } from '../exchanges/header.ts'
import { looksLikePackage, openPackage } from '../exchanges/open-package.ts'
import type { Tools } from '../http/endpoint.ts'
import { mimeOf } from './mime.ts'

export type InTools = Pick<Tools, 'blobs' | 'documents'>

export interface KeptFile {
  name: string
  mime: string
  sha256: string
  bytes: number
}

/** What came in, on disk and read, before any row is written. */
export interface Incoming {
  file: KeptFile
  tree: DocumentTree
  messages: Message[]
  layout: string | null
  /** Its other files, and the package it came in. */
  others: (KeptFile & { kind: 'attachment' | 'package' | 'letter' })[]
  edoc: Edoc | null
}

const sizeLimit = 50_000_000
/** Reading a scan takes seconds: of a package only so many files are tried. */
const triedMost = 5

/** @throws Problem for what cannot be taken in; nothing of it is kept then */
export const readIncoming = async (
  tools: InTools,
  source: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Incoming> => {
  const staged = await tools.blobs.stage(source, sizeLimit)
  try {
    if (staged.bytes === 0) throw new Problem('file.empty', { name })
    if (await looksLikePackage(staged.path)) return await readPackage(tools, staged, name)
    const read = await tools.documents.do('read', { path: staged.path, name })
    const tree = treeOrProblem(read, name)
    await staged.keep()
    const file = { name, mime: mimeOf(name), sha256: staged.sha256, bytes: staged.bytes }
    return {
      file,
      tree,
      messages: read.messages,
      layout: await keptLayout(tools, read),
      others: [],
      edoc: null,
    }
  } catch (error) {
    await staged.drop()
    throw error
  }
}

const readPackage = async (tools: InTools, staged: StagedBlob, name: string): Promise<Incoming> => {
  const { message, notes } = await openPackage(tools, staged.path, name)
  if (message.kind !== 'edoc' || message.business.type === 1 || message.business.type === 2)
    throw new Problem('package.not-a-document')
  return keepPackage(tools, staged, { edoc: message, notes, name })
}

/** The files of a package that was opened and is to be kept. @throws Problem `document.secret` when one bears a mark of secrecy */
export const keepPackage = async (
  tools: InTools,
  staged: StagedBlob,
  { edoc, notes, name }: { edoc: Edoc; notes: readonly string[]; name: string },
): Promise<Incoming> => {
  const parts: { file: KeptFile; staged: StagedBlob }[] = []
  let main: { file: KeptFile; read: ReadResult } | null = null
  try {
    for (const { name: title, bytes } of edoc.attachments) {
      const part = await tools.blobs.stage(inOnePiece(bytes), sizeLimit)
      const file = { name: title, mime: mimeOf(title), sha256: part.sha256, bytes: part.bytes }
      parts.push({ file, staged: part })
      if (parts.length > triedMost) continue
      const read = await tools.documents.do('read', { path: part.path, name: title })
      if (read.messages.some(({ code }) => code === 'document.secret'))
        treeOrProblem({ ...read, tree: null }, title)
      if (read.tree && !main) main = { file, read }
    }
    for (const part of parts) await part.staged.keep()
  } finally {
    for (const part of parts) await part.staged.drop()
  }
  const kept = parts.map(({ file }) => file)
  await staged.keep()
  const packed = { name, mime: 'application/xml', sha256: staged.sha256, bytes: staged.bytes }
  const messages: Message[] = notes.map((text) => ({
    level: 'warning',
    code: 'package.note',
    text,
    place: null,
  }))
  return {
    // Without a file that reads, the package itself stands for the document, and its header says what is known.
    file: main?.file ?? kept[0] ?? packed,
    tree: withHeader(main?.read.tree ?? null, edoc),
    messages: [...(main?.read.messages ?? []), ...messages],
    layout: main ? await keptLayout(tools, main.read) : null,
    others: [
      ...kept
        .filter((file) => file !== (main?.file ?? kept[0]))
        .map((file) => ({ ...file, kind: 'attachment' as const })),
      { ...packed, kind: 'package' },
    ],
    edoc: { ...edoc, attachments: [] },
  }
}

/** Of a scan only: recognising it again takes seconds a page, while the words of a PDF are found in a moment. */
const keptLayout = async ({ blobs }: InTools, { layout, messages }: ReadResult): Promise<string | null> => {
  if (!layout || !messages.some(({ code }) => code === 'file.scanned')) return null
  return (await blobs.put(new TextEncoder().encode(JSON.stringify(layout)))).sha256
}

/** @throws Problem with the reader's first error, and all its messages with their places */
const treeOrProblem = ({ tree, messages }: ReadResult, name: string): DocumentTree => {
  if (tree) return tree
  const errors = messages.filter((message) => message.level === 'error')
  const code = errors.find((error) => error.code in problemStatus)?.code as ProblemCode | undefined
  throw new Problem(
    code ?? 'file.damaged',
    { name },
    errors.map((error) => ({ ...(error.place ?? {}), message: error.text })),
  )
}
