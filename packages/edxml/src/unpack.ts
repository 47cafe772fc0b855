/** Bytes → message. Never throws for what the bytes say. */
import { isDeepStrictEqual } from 'node:util'
import type { EdxmlMessage, Note, PackageSignature } from './message.ts'
import { Notes } from './notes.ts'
import { readAttachments } from './read/attachments.ts'
import { readEdoc } from './read/edoc.ts'
import { Fields } from './read/fields.ts'
import { readReply } from './read/header.ts'
import { checkSignature } from './read/signature.ts'
import { decodeXml } from './xml/decode.ts'
import { type Element, parseXml, XmlTrouble } from './xml/parse.ts'

export interface UnpackLimits {
  /** Bytes of the package. */
  bytes: number
  depth: number
  elements: number
  /** Bytes of one attachment, and of all together, opened. */
  attachmentBytes: number
  totalBytes: number
  /** Bytes of a package up to which its signature is checked: that takes about 25 times as much memory. */
  signedBytes: number
}

const defaultLimits: UnpackLimits = {
  bytes: 75_000_000,
  depth: 32,
  elements: 20_000,
  attachmentBytes: 50_000_000,
  totalBytes: 50_000_000,
  signedBytes: 30_000_000,
}

export interface Unpacked {
  /** Null where there is no message that could be used; `messages` say why. */
  value: EdxmlMessage | null
  signature: PackageSignature
  /** Errors beside a value say what of it is not whole: such a package is to be returned (Decision 28/2018, article 9(1)). */
  messages: Note[]
}

const unsigned: PackageSignature = { state: 'absent', certificate: null, weak: false }

/** Reads a package as it came, however it is written. */
export const unpack = (bytes: Uint8Array, limits: Partial<UnpackLimits> = {}): Unpacked => {
  const within = { ...defaultLimits, ...limits }
  const notes = new Notes()
  const nothing = () => ({ value: null, signature: unsigned, messages: notes.list })
  if (bytes.length === 0 || bytes.length > within.bytes) {
    notes.add(bytes.length === 0 ? 'file.empty' : 'file.too-large', null)
    return nothing()
  }
  const xml = decodeXml(bytes, notes)
  if (xml === null) {
    notes.add('package.not-edxml', null)
    return nothing()
  }
  const roots = rootsOf(xml, within, notes)
  if (!roots) return nothing()
  const value = readMessage(roots, within, notes)
  if (!value) return nothing()
  const header = headerOf(roots)
  const { covers, ...checked } = header
    ? checkSignature(xml, header, within.signedBytes, notes)
    : { ...unsigned, covers: [] }
  if (checked.state !== 'valid') return { value, signature: checked, messages: notes.list }
  // What was signed is read once more, by itself: it must be what was read.
  const whole = covers.some((part) => isDeepStrictEqual(readAlone(part, within), value))
  if (whole) return { value, signature: checked, messages: notes.list }
  notes.add('signature.partial', header?.at ?? null)
  return { value, signature: { ...checked, state: 'partial' }, messages: notes.list }
}

const readAlone = (xml: string, limits: UnpackLimits): EdxmlMessage | null => {
  const notes = new Notes()
  notes.over(xml, 0)
  const roots = rootsOf(xml, limits, notes)
  return roots && readMessage(roots, limits, notes)
}

const rootsOf = (xml: string, limits: UnpackLimits, notes: Notes): Element[] | null => {
  try {
    const roots = parseXml(xml, limits)
    if (roots.length > 1) notes.add('xml.several-roots', roots[1]?.at ?? null)
    return roots
  } catch (trouble) {
    if (!(trouble instanceof XmlTrouble)) throw trouble
    notes.add(trouble.code, trouble.at)
    return null
  }
}

/** The parts may stand under one root or be roots themselves. */
const partsOf = (roots: Element[], name: string): Element[] => [
  ...roots.filter((root) => root.name === name),
  ...roots.flatMap((root) => root.children.filter((child) => child.name === name)),
]

const headerOf = (roots: Element[]): Element | null =>
  partsOf(roots, 'edXMLEnvelope')
    .flatMap(({ children }) => children)
    .find(({ name }) => name === 'edXMLHeader') ?? null

const readMessage = (roots: Element[], limits: UnpackLimits, notes: Notes): EdxmlMessage | null => {
  const header = headerOf(roots)
  const message = header?.children.find(({ name }) => name === 'MessageHeader' || name === 'Status')
  if (!header || !message) {
    notes.add('package.not-edxml', roots[0]?.at ?? null)
    return null
  }
  const mark = secrecyMark(header)
  if (mark) {
    notes.add('package.secret', mark.at)
    return null
  }
  const fields = new Fields(message, notes)
  if (message.children.some(({ name }) => name === 'StatusCode')) return readReply(fields)
  const around = partsOf(roots, 'edXMLEnvelope').flatMap(({ children }) => children)
  const within = (elements: Element[], name: string) =>
    elements.flatMap(({ children }) => children.filter((child) => child.name === name))
  const manifests = within(
    around.filter(({ name }) => name === 'edXMLBody'),
    'edXMLManifest',
  )
  const listed = (elements: Element[]) => elements.map((element) => new Fields(element, notes))
  const attachments = readAttachments(
    listed(within(manifests, 'Reference')),
    listed(within(partsOf(roots, 'AttachmentEncoded'), 'Attachment')),
    limits,
    notes,
  )
  const trace = header.children.find(({ name }) => name === 'TraceHeaderList')
  return readEdoc(fields, trace ? new Fields(trace, notes) : null, attachments)
}

/** State secrets are out of the scope of this exchange (Decision 28/2018, article 1): a field that says nothing but its mark. */
const secrecyMark = (element: Element): Element | null => {
  if (/^\s*(?:độ\s+)?(?:tuyệt\s+|tối\s+)?mật\s*$/iu.test(element.text.normalize('NFC'))) return element
  for (const child of element.children) {
    const mark = secrecyMark(child)
    if (mark) return mark
  }
  return null
}
