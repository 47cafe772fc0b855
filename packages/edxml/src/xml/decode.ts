/** Bytes → text from its first `<` on. */
import type { Notes } from '../notes.ts'

/** What stands before the declaration in real packages: a few bytes, never more. */
const junkMost = 1024

/** Null where no XML begins near the start of the file. */
export const decodeXml = (bytes: Uint8Array, notes: Notes): string | null => {
  const { whole, isDamaged } = decoded(bytes)
  const head = whole.slice(0, junkMost)
  const declaration = head.indexOf('<?xml')
  const start = declaration >= 0 ? declaration : head.search(/<[\p{L}_!]/u)
  if (start < 0) return null
  notes.over(whole, start)
  if (isDamaged) notes.add('xml.encoding', 0)
  if (
    whole
      .slice(0, start)
      .replace(/^\uFEFF/, '')
      .trim() !== ''
  )
    notes.add('xml.junk-before', 0)
  return start === 0 ? whole : whole.slice(start)
}

const decoded = (bytes: Uint8Array): { whole: string; isDamaged: boolean } => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes)
  return strictly('utf-8', bytes)
}

const strictly = (encoding: string, bytes: Uint8Array) => {
  try {
    return { whole: new TextDecoder(encoding, { fatal: true }).decode(bytes), isDamaged: false }
  } catch {
    // Junk before the declaration need not be text; what cannot be read shows as �.
    const whole = new TextDecoder(encoding).decode(bytes)
    return { whole, isDamaged: whole.slice(junkMost).includes('\uFFFD') }
  }
}
