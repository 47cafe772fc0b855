/** What a file of evidence really is, by its first bytes: its name and what the browser says are only claims. Pure. */
import type { AttachmentKind } from '@loa/contract/activities'

/** How much of the file is looked at. */
export const headBytes = 65_536

const starts = (head: Uint8Array, text: string, at = 0) =>
  text.split('').every((letter, index) => head[at + index] === letter.charCodeAt(0))

const audio: [mime: string, is: (head: Uint8Array) => boolean][] = [
  ['audio/mpeg', (head) => starts(head, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)],
  ['audio/mp4', (head) => starts(head, 'ftyp', 4)],
  ['audio/ogg', (head) => starts(head, 'OggS')],
  ['audio/wav', (head) => starts(head, 'RIFF') && starts(head, 'WAVE', 8)],
]

const isPdf = (head: Uint8Array) => Buffer.from(head.subarray(0, 1024)).toString('latin1').includes('%PDF-')

/** Null where it is no text; a character may be cut where the head ends. */
const textOf = (head: Uint8Array): string | null => {
  if (head.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return null
  }
}

/** The content type of a file that is what its kind may be, else null. */
export const mimeOf = (kind: AttachmentKind, head: Uint8Array): string | null => {
  if (head.length === 0) return null
  const pdf = isPdf(head) ? 'application/pdf' : null
  switch (kind) {
    case 'document':
      return pdf
    case 'copy':
      return pdf ?? (/<html[\s>]/i.test(textOf(head) ?? '') ? 'text/html' : null)
    case 'audio':
      return audio.find(([, is]) => is(head))?.[0] ?? null
    case 'play-log':
      return pdf ?? (textOf(head)?.trim() ? 'text/plain' : null)
    case 'track':
      return /<gpx[\s>]/.test(textOf(head) ?? '') ? 'application/gpx+xml' : null
  }
}
