/** An update from outside was agreed to: its files and words take the place of those before; both packages stay. */

import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { inOnePiece } from '../blobs/blobs.ts'
import { sql } from '../database/sql.ts'
import { saveDispatchFiles } from '../dispatches/file-queries.ts'
import { findDispatchForUpdate } from '../dispatches/queries.ts'
import { keepPackage } from '../dispatches/read-incoming.ts'
import { record } from '../events/events.ts'
import type { Reaction } from '../events/jobs.ts'
import { findIncoming } from './incoming-queries.ts'
import { openPackage } from './open-package.ts'
import { mostPackageBytes } from './ports.ts'

export const onUpdateAgreed: Reaction = async (tools, data) => {
  const { incomingId, by, at } = data as { incomingId: number; by: string; at: string }
  const incoming = await tools.pool.transaction('system', (db) => findIncoming(db, incomingId))
  if (!incoming?.updateSha256 || incoming.dispatchId === null) return
  const { updateSha256: sha256, dispatchId } = incoming
  const path = tools.blobs.path(sha256)
  const { message, notes } = await openPackage(tools, path, incoming.documentId)
  if (message.kind !== 'edoc' || message.attachments.length === 0) return
  const staged = await tools.blobs.stage(inOnePiece(new Uint8Array(await readFile(path))), mostPackageBytes)
  const { file, tree, messages, layout, others } = await keepPackage(tools, staged, {
    edoc: message,
    notes,
    name: 'cap-nhat.edxml',
  })
  await tools.pool.transaction('system', async (db) => {
    const dispatch = await findDispatchForUpdate(db, dispatchId)
    // Run twice, or the very same file: it stands already.
    if (!dispatch || dispatch.fileSha256 === file.sha256 || dispatch.emptiedAt !== null) return
    await db.run(sql`update dispatches set tree = ${JSON.stringify(tree)}, type = ${tree.type}, issuer = ${tree.issuer},
        code = ${tree.code}, dated = ${tree.date}, subject = ${tree.subject}, messages = ${JSON.stringify(messages)},
        file_name = ${file.name}, file_sha256 = ${file.sha256}, file_mime = ${file.mime}, layout_sha256 = ${layout},
        version = version + 1, updated_by = ${by}, updated_at = ${at} where id = ${dispatchId}`)
    const before = await db.many(
      z.object({
        kind: z.enum(['attachment', 'package', 'letter']),
        name: z.string(),
        mime: z.string(),
        sha256: z.string(),
        bytes: z.number(),
      }),
      sql`select kind, name, mime, sha256, bytes from dispatch_files where dispatch_id = ${dispatchId} and kind <> 'attachment'`,
    )
    await db.run(sql`delete from dispatch_files where dispatch_id = ${dispatchId}`)
    await saveDispatchFiles(db, dispatchId, [...others, ...before])
    await record(db, {
      unitId: dispatch.ownerUnitId,
      at,
      personId: by,
      kind: 'dispatch.taken-update',
      subject: 'dispatch',
      subjectId: dispatchId,
      data: { before: dispatch.fileSha256, after: file.sha256 },
    })
  })
}
