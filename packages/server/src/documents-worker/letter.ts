/** A letter opened: who from, what it is called, its parts. */
import PostalMime from 'postal-mime'
import { nameOf } from '../inboxes/letter.ts'

export interface OpenedLetter {
  messageId: string | null
  from: string | null
  subject: string | null
  parts: { name: string; mime: string; inline: boolean; bytes: number; content: Uint8Array }[]
}

/** Null for what is no letter. */
export const openLetter = async (bytes: Uint8Array): Promise<OpenedLetter | null> => {
  const letter = await PostalMime.parse(bytes, {
    maxNestingDepth: 32,
    attachmentEncoding: 'arraybuffer',
  }).catch(() => null)
  if (!letter) return null
  const from = letter.from && 'address' in letter.from ? letter.from : null
  return {
    messageId: letter.messageId ?? null,
    from: from?.address ?? null,
    subject: letter.subject?.normalize('NFC').slice(0, 500) ?? null,
    parts: letter.attachments.map(({ filename, mimeType, disposition, related, content }, at) => {
      const whole = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
      return {
        name: nameOf(filename, mimeType, at),
        mime: mimeType,
        inline: mimeType.startsWith('image/') && (disposition === 'inline' || related === true),
        bytes: whole.length,
        content: whole,
      }
    }),
  }
}
