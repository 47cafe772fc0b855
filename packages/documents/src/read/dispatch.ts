/** From the lines of a file to the document tree: the parts in the order of the page, each read by its own file. */
import { type DocumentTree, emptyTree, type Message } from '../document.ts'
import { readAddressees } from './addressees.ts'
import { readAnnexes } from './annexes.ts'
import { readBody } from './body.ts'
import { readChannels } from './channels.ts'
import { readDueDates } from './due-dates.ts'
import { fold } from './fold.ts'
import { type Foot, findFoot } from './foot.ts'
import { type Head, readHead } from './head.ts'
import type { ReadText } from './lines.ts'
import { say } from './messages.ts'
import { type Found, Sources } from './pieces.ts'
import { readRecipients } from './recipients.ts'
import { readReferences } from './references.ts'
import { readSections } from './sections.ts'
import { readMinutes, readSignature } from './signature.ts'
import { speakerOf } from './speaker.ts'

export const readDispatch = (read: ReadText): { tree: DocumentTree | null; messages: Message[] } => {
  const head = readHead(read)
  const addressees = readAddressees(read.lines, head.next)
  const foot = findFoot(read.lines, Math.max(addressees.next, head.afterAuthority))
  if (!isDispatch(head, addressees.entries.length, foot)) {
    return { tree: null, messages: [say('document.not-a-dispatch')] }
  }
  if (head.secrecy !== null) {
    const { start, end } = head.secrecy
    return { tree: null, messages: [say('document.secret', { start, end })] }
  }
  const tree = emptyTree()
  tree.text = read.text
  const sources = new Sources(read.text)
  const scalar = (
    path:
      | 'issuer'
      | 'parentIssuer'
      | 'number'
      | 'symbol'
      | 'place'
      | 'date'
      | 'subject'
      | 'archive'
      | 'signingAuthority'
      | 'signerTitle'
      | 'signerName',
    found: Found | null,
    confidence: number,
  ) => {
    if (found === null || found.value === '') return
    tree[path] = found.value
    sources.note(path, found.start, found.end, confidence)
  }
  readHeadFields(tree, head, scalar, sources)
  for (const [index, entry] of addressees.entries.entries()) {
    tree.addressees.push(entry.value)
    sources.note(`addressees/${index}`, entry.start, entry.end, 0.95)
  }

  tree.body = readBody(read, addressees.next, foot.from)
  const from = read.lines[addressees.next]?.start ?? read.text.length
  const to = Math.max(from, read.lines[foot.from - 1]?.end ?? from)
  const flat = fold(read.text)
  if (tree.issuer === null) scalar('issuer', speakerOf(read, addressees.next, foot.from), 0.6)
  const subjectFrom = head.subject?.start ?? from
  const cited = readReferences(read.text, flat, from, to)
  for (const extra of readReferences(read.text, flat, subjectFrom, head.subject?.end ?? subjectFrom)) {
    if (!cited.some(({ reference }) => reference.code === extra.reference.code)) cited.push(extra)
  }
  for (const [index, { reference, start, end }] of cited.entries()) {
    tree.references.push(reference)
    sources.note(`references/${index}`, start, end, reference.date === null ? 0.7 : 0.9)
  }
  for (const [index, { due, start, end }] of readDueDates(read.text, flat, from, to, tree.date).entries()) {
    tree.dueDates.push(due)
    sources.note(`dueDates/${index}`, start, end, 0.8)
  }
  for (const [index, { section, start, end }] of readSections(tree.body, read.text).entries()) {
    tree.sections.push(section)
    sources.note(`sections/${index}`, start, end, 0.9)
  }
  tree.channels = readChannels(tree.body, flat)

  const recipients = readRecipients(foot.recipients)
  for (const [index, { recipient, start, end }] of recipients.entries.entries()) {
    tree.recipients.push(recipient)
    sources.note(`recipients/${index}`, start, end, 0.9)
  }
  scalar('archive', recipients.archive, 0.95)
  const minutes = readMinutes(foot.signature)
  const signature = minutes?.signer ?? readSignature(foot.signature)
  if (minutes !== null) tree.secondSigner = minutes.second
  if (foot.typist !== null) tree.typist = foot.typist
  scalar('signingAuthority', signature.authority, 0.9)
  scalar('signerTitle', signature.title, 0.9)
  scalar('signerName', signature.name, 0.85)
  tree.annexes = readAnnexes(read, foot.from)
  tree.sources = sources.all
  return { tree, messages: remarks(tree) }
}

type Scalar = (
  path: 'issuer' | 'parentIssuer' | 'number' | 'symbol' | 'place' | 'date' | 'subject',
  found: Found | null,
  confidence: number,
) => void

const readHeadFields = (tree: DocumentTree, head: Head, scalar: Scalar, sources: Sources): void => {
  tree.type = head.type
  if (head.urgency !== null) tree.urgency = head.urgency
  if (head.type === 'khac' && head.typeName !== null) {
    tree.typeName = head.typeName.value
    sources.note('typeName', head.typeName.start, head.typeName.end, 0.9)
  }
  scalar('issuer', head.letterhead.issuer, 0.9)
  scalar('parentIssuer', head.letterhead.parentIssuer, 0.9)
  scalar('number', head.numberLine?.number ?? null, 0.95)
  scalar('symbol', head.numberLine?.symbol ?? null, 0.95)
  tree.code = head.numberLine?.code ? head.numberLine.code : null
  scalar('place', head.place, 0.9)
  scalar('date', head.date, head.date?.value.length === 10 ? 0.95 : 0.6)
  scalar('subject', head.subject, 0.9)
}

/** A dispatch shows at least two of: motto, number, addressees, title, recipients with a signature. */
const isDispatch = (head: Head, addressees: number, foot: Foot): boolean => {
  const features = [
    head.hasMotto,
    head.numberLine !== null,
    addressees > 0,
    head.hasTitle,
    foot.found,
    head.date !== null,
  ]
  return features.filter(Boolean).length >= 2
}

const remarks = (tree: DocumentTree): Message[] => {
  const messages: Message[] = []
  const at = (path: string) => {
    const source = tree.sources[path]
    return source === undefined ? null : { start: source.start, end: source.end }
  }
  if (tree.number === null) messages.push(say('number.missing', at('symbol')))
  if (tree.date === null || tree.date.length < 10) messages.push(say('date.incomplete', at('date')))
  if (tree.issuer === null) messages.push(say('issuer.missing'))
  return messages
}
