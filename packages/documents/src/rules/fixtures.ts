/** Makes the documents that a rule is tested on: a document of the writer, with a few changes written into its XML. */
import { readDocx } from '../read/docx.ts'
import { zipEntries } from '../read/zip.ts'
import { writeDocx } from '../write/docx.ts'
import { changeDocx } from './docx-change.ts'
import { openDocx, withParts } from './docx-parts.ts'
import type { Change, Fixture, Mend } from './rule.ts'
import { samples } from './samples.ts'

const written = new Map<string, Promise<Uint8Array>>()

/** @throws when a change finds nothing to change: such a fixture would prove nothing */
export const makeFixture = async ({ of, changes = [] }: Fixture): Promise<Uint8Array> => {
  const first = written.get(of) ?? writeDocx(samples[of], { typed: true })
  written.set(of, first)
  let bytes = await first
  for (const change of changes) bytes = changed(bytes, change)
  return bytes
}

const changed = (bytes: Uint8Array, change: Change): Uint8Array => {
  if ('xml' in change) return replaced(bytes, change)
  if ('sheet' in change) return withSheet(bytes, change.sheet)
  const { text } = readDocx(bytes, zipEntries(bytes) ?? new Map())
  const start = text.indexOf(change.words)
  const span = { start, end: start + change.words.length }
  const mend: Mend =
    'to' in change
      ? { kind: 'words', ...span, to: change.to }
      : 'face' in change
        ? { kind: 'face', ...wholeLine(text, span), set: definite(change.face) }
        : { kind: 'paragraph', ...span, set: change.paragraph }
  const made = start < 0 ? null : changeDocx(bytes, text, [mend])
  if (made === null) throw new Error(`fixture: nothing changed by ${JSON.stringify(change)}`)
  return made.bytes
}

const wholeLine = (text: string, { start, end }: { start: number; end: number }) => {
  const stop = text.indexOf('\n', end)
  return { start: text.lastIndexOf('\n', start) + 1, end: stop < 0 ? text.length : stop }
}

const definite = ({ colour, ...face }: Extract<Change, { face: unknown }>['face']) => ({
  ...face,
  ...(colour != null && { colour }),
})

const replaced = (bytes: Uint8Array, { xml, to, part }: Extract<Change, { xml: string }>): Uint8Array => {
  const parts = openDocx(bytes)
  const all =
    part === 'headers'
      ? [...(parts?.margins.values() ?? [])]
      : [{ name: 'word/document.xml', xml: parts?.document ?? '' }]
  const now = all
    .filter((each) => each.xml.includes(xml))
    .map((each) => [each.name, each.xml.replaceAll(xml, to)])
  if (now.length === 0) throw new Error(`fixture: no ${xml}`)
  return withParts(bytes, Object.fromEntries(now))
}

const withSheet = (
  bytes: Uint8Array,
  { width, height, margins = {} }: Extract<Change, { sheet: unknown }>['sheet'],
): Uint8Array => {
  const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)
  let document = openDocx(bytes)?.document ?? ''
  if (width !== undefined && height !== undefined)
    document = document.replace(/<w:pgSz[^>]*\/>/, `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/>`)
  for (const [side, value] of Object.entries(margins))
    document = document.replace(new RegExp(`(<w:pgMar[^>]*w:${side}=")[^"]*`), `$1${twips(value)}`)
  return withParts(bytes, { 'word/document.xml': document })
}
