/** A line of what goes out → the package, made once: every later try hands over the same bytes. */
import { readFile } from 'node:fs/promises'
import {
  type Attachment,
  type Business,
  type EdxmlMessage,
  organOf,
  PackTrouble,
  pack,
  type StatusCode,
} from '@loa/edxml'
import { fileNameOf, mimes } from '../dispatches/files.ts'
import { findDispatch } from '../dispatches/queries.ts'
import type { ReactionTools } from '../events/jobs.ts'
import type { StoredConnection } from './connection-queries.ts'
import { headerOf } from './header.ts'
import { type StoredLine, savePackage } from './outgoing-queries.ts'

export type MadePackage = { bytes: Uint8Array } | { trouble: string }

export const packageOf = async (
  tools: Pick<ReactionTools, 'pool' | 'blobs'>,
  connection: StoredConnection,
  line: StoredLine,
): Promise<MadePackage> => {
  if (line.packageSha256) return { bytes: await bytesOf(tools, line.packageSha256) }
  try {
    const message = line.kind === 'status' ? replyOf(connection, line) : await edocOf(tools, connection, line)
    const bytes = pack(message, { zip: connection.zipped })
    const { sha256 } = await tools.blobs.put(bytes)
    await tools.pool.transaction('system', (db) => savePackage(db, line.id, sha256))
    return { bytes }
  } catch (trouble) {
    // A field that no receiver would take: shown to a person, who puts it right.
    if (!(trouble instanceof PackTrouble)) throw trouble
    return {
      trouble: `Không đóng gói được: ${trouble.problems.map(({ path, code }) => `${path} (${code})`).join(', ')}`,
    }
  }
}

const bytesOf = async ({ blobs }: Pick<ReactionTools, 'blobs'>, sha256: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(blobs.path(sha256)))

const replyOf = (
  connection: StoredConnection,
  { status, toOrgan, documentId, content }: StoredLine,
): EdxmlMessage => ({
  kind: 'status',
  from: organOf(connection.organId, connection.unitName),
  responseFor: { organId: toOrgan, code: content.code, date: content.date, documentId },
  staff: content.person ? { department: 'Văn thư', staff: content.person, mobile: null, email: null } : null,
  statusCode: status as StatusCode,
  description: content.reason,
  at: content.at,
})

const edocOf = async (
  tools: Pick<ReactionTools, 'pool' | 'blobs'>,
  connection: StoredConnection,
  { dispatchId, business, toOrgan, toName, documentId, content }: StoredLine,
): Promise<EdxmlMessage> => {
  const dispatch = await tools.pool.transaction('system', (db) => findDispatch(db, dispatchId ?? 0))
  if (!dispatch) throw new Error(`dispatch ${dispatchId} is not there`)
  const header = headerOf(dispatch.tree, {
    from: { organId: connection.organId, name: connection.unitName },
    to: { organId: toOrgan, name: toName },
    documentId,
    at: content.at,
  })
  const files: Attachment[] = []
  // A recall carries no content again.
  if (business !== 1)
    for (const [kind, sha256] of [
      ['pdf', dispatch.pdfSha256],
      ['docx', dispatch.docxSha256],
    ] as const)
      if (sha256)
        files.push({
          id: kind,
          name: `${fileNameOf(dispatch)}.${kind}`,
          description: null,
          contentType: mimes[kind],
          bytes: await bytesOf(tools, sha256),
        })
  return { ...header, business: businessOf(business ?? 0, content), attachments: files }
}

const businessOf = (type: number, { reason, about, replaces }: StoredLine['content']): Business => ({
  type: type as Business['type'],
  reason,
  documentId: about ?? replaces[0] ?? null,
  paper: false,
  change: type === 2 ? { document: true, receivers: false, receiverList: [] } : null,
  replaces: replaces.map((documentId) => ({ documentId, organIds: [] })),
  staff: [],
})
