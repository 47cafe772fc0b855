/**
 * AttachmentEncoded: Base64, in some packages zipped before it. A part is opened where it says it is a zip and its name does
 * not, or where the one file in it bears the attachment's own name; a zip that was attached as such stays one.
 */
import type { Attachment } from '../message.ts'
import type { Notes } from '../notes.ts'
import { said } from '../wire.ts'
import type { Element } from '../xml/parse.ts'
import { inflateEntry, onlyEntryOf } from '../zip.ts'
import type { Fields } from './fields.ts'

export interface AttachmentLimits {
  attachmentBytes: number
  totalBytes: number
}

/** @param references the manifest's @param parts the Attachment elements, wherever they stand */
export const readAttachments = (
  references: Fields[],
  parts: Fields[],
  limits: AttachmentLimits,
  notes: Notes,
): Attachment[] => {
  const listed = new Map<string, Fields>()
  for (const reference of references) listed.set(idOf(reference), reference)
  const found: Attachment[] = []
  const seen = new Set<string>()
  let room = limits.totalBytes
  for (const part of parts) {
    const id = idOf(part)
    if (seen.has(id)) {
      notes.add('element.twice', part.element.at, `Attachment ${id}`)
      continue
    }
    seen.add(id)
    const reference = listed.get(id) ?? null
    if (!reference) notes.add('attachment.unlisted', part.element.at, said(part.element.text) ?? id)
    const attachment = readOne(id, part, reference, Math.min(limits.attachmentBytes, room))
    if (!attachment) continue
    room -= attachment.bytes.length
    found.push(attachment)
  }
  for (const [id, reference] of listed)
    if (!seen.has(id))
      notes.add('attachment.missing', reference.element.at, reference.text('AttachmentName') ?? id)
  return found
}

const readOne = (id: string, part: Fields, reference: Fields | null, most: number): Attachment | null => {
  const name = part.text('AttachmentName') ?? reference?.text('AttachmentName') ?? id
  const encoded = part.child('ContentTransferEncoded')
  const packed = encoded && fromBase64(encoded.element)
  const at = encoded?.element.at ?? part.element.at
  const refuse = (code: 'attachment.damaged' | 'attachment.too-large') => {
    part.notes.add(code, at, name)
    return null
  }
  if (!packed) return refuse('attachment.damaged')
  const saidType = part.text('ContentType')?.toLowerCase() ?? null
  const entry = onlyEntryOf(packed)
  const opens = entry !== null && (entry.name === name || (isZip(saidType) && !/\.zip$/i.test(name)))
  const bytes = opens ? inflateEntry(packed, entry, most) : packed
  if (typeof bytes === 'string') return refuse(`attachment.${bytes}`)
  if (bytes.length > most) return refuse('attachment.too-large')
  const ownType = reference?.text('ContentType')?.toLowerCase() ?? null
  const contentType = opens
    ? isZip(ownType) && !/\.zip$/i.test(name)
      ? null
      : ownType
    : (saidType ?? ownType)
  return {
    id,
    name,
    description: part.text('Description') ?? reference?.text('Description') ?? null,
    contentType: contentType ?? 'application/octet-stream',
    bytes,
  }
}

const isZip = (type: string | null): boolean =>
  type === 'application/zip' || type === 'application/x-zip-compressed'

/** `cid:1` on one side and `1` on the other mean the same. */
const idOf = (fields: Fields): string =>
  (fields.text('ContentId') ?? fields.element.attributes.get('href') ?? '').replace(/^cid:/i, '')

/** Null for what is no Base64; white space and missing padding do no harm. */
const fromBase64 = ({ text }: Element): Uint8Array | null => {
  const clean = /\s/.test(text) ? text.replace(/\s+/g, '') : text
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(clean) || clean.replace(/=+$/, '').length % 4 === 1) return null
  const bytes = Buffer.from(clean, 'base64')
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}
