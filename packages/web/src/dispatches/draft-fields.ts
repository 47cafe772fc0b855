/** The words of a draft as they are typed, and back to the parts of the document. Pure. */
import type { Block, DocumentTree } from '@loa/contract/documents'
import type { z } from 'zod'

export type AnyBlock = z.infer<typeof Block>
export type ParagraphBlock = Extract<AnyBlock, { kind: 'paragraph' }>

/** A block keeps its key while it is moved about, so that the field being typed in stays the same field. */
export interface KeyedBlock {
  key: string
  block: AnyBlock
  /** Somebody else changed it at the same time; a person is to choose. */
  choice?: Choice
}
/** `block` is mine where both wrote and where they took it out; theirs where I took it out. */
export type Choice = { of: 'both'; theirs: AnyBlock } | { of: 'they-removed' } | { of: 'i-removed' }

export interface DraftFields {
  subject: string
  addressees: string
  body: KeyedBlock[]
  recipients: string
  archive: string
  signingAuthority: string
  signerTitle: string
  signerName: string
  place: string
}
export type FieldName = keyof DraftFields
export const fieldNames: FieldName[] = [
  'subject',
  'addressees',
  'body',
  'recipients',
  'archive',
  'signingAuthority',
  'signerTitle',
  'signerName',
  'place',
]
export type DraftChange = Partial<Pick<DocumentTree, FieldName>>

export const fieldsOf = (tree: DocumentTree): DraftFields => ({
  subject: tree.subject ?? '',
  addressees: tree.addressees.join('\n'),
  body: tree.body.map((block, index) => ({ key: `b${index}`, block })),
  recipients: tree.recipients
    .map(({ name, purpose }) => (purpose ? `${name} (${purpose})` : name))
    .join('\n'),
  archive: tree.archive ?? '',
  signingAuthority: tree.signingAuthority ?? '',
  signerTitle: tree.signerTitle ?? '',
  signerName: tree.signerName ?? '',
  place: tree.place ?? '',
})

/** Only what differs from what was loaded. */
export const changeOf = (base: DraftFields, fields: DraftFields): DraftChange => {
  const part: Required<DraftChange> = {
    subject: orNull(fields.subject),
    addressees: linesOf(fields.addressees),
    body: fields.body.map(({ block }) => block),
    recipients: linesOf(fields.recipients).map(recipientOf),
    archive: orNull(fields.archive),
    signingAuthority: orNull(fields.signingAuthority),
    signerTitle: orNull(fields.signerTitle),
    signerName: orNull(fields.signerName),
    place: orNull(fields.place),
  }
  const names = fieldNames.filter((name) => isChanged(base, fields, name))
  return Object.fromEntries(names.map((name) => [name, part[name]]))
}

export const isChanged = (base: DraftFields, fields: DraftFields, name: FieldName): boolean =>
  name === 'body' ? said(base.body) !== said(fields.body) : base[name] !== fields[name]
const said = (body: KeyedBlock[]) => JSON.stringify(body.map(({ block }) => block))

const orNull = (text: string) => text.trim() || null
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–]\s*/, '').trim())
    .filter(Boolean)

/** `Cục Văn hóa cơ sở (để báo cáo);` → the body and the purpose. */
const recipientOf = (line: string): { name: string; purpose: string | null } => {
  const [, name = line, purpose] = /^(.*?)\s*(?:\(([^()]*)\))?\s*[;.]?$/.exec(line) ?? []
  return { name: name.trim(), purpose: purpose?.trim() || null }
}

export const textOf = (block: ParagraphBlock) => block.runs.map((run) => run.text).join('')

/** Only what was typed is new: the words around it keep their look, and it looks like the word it was typed into. */
export const withText = (block: ParagraphBlock, text: string): ParagraphBlock => {
  const old = textOf(block)
  let head = 0
  while (head < Math.min(old.length, text.length) && old[head] === text[head]) head += 1
  let tail = 0
  while (tail < Math.min(old.length, text.length) - head && old.at(-1 - tail) === text.at(-1 - tail))
    tail += 1
  const [around] = [...cut(block, head - 1, head), ...cut(block, head, head + 1), ...block.runs]
  const typed = {
    text: text.slice(head, text.length - tail),
    ...(around?.bold ? { bold: true } : {}),
    ...(around?.italic ? { italic: true } : {}),
  }
  const runs = [...cut(block, 0, head), typed, ...cut(block, old.length - tail, old.length)]
  return { ...block, runs: joined(runs) }
}

/** The runs between two places, without empty ones. */
export const cut = (block: ParagraphBlock, from: number, to: number): ParagraphBlock['runs'] => {
  let start = 0
  return block.runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}

/** Neighbours that look alike are one; a paragraph has at least one run. */
export const joined = (runs: ParagraphBlock['runs']): ParagraphBlock['runs'] => {
  const look = ({ text: _, ...rest }: ParagraphBlock['runs'][number]) => JSON.stringify(rest)
  const result: ParagraphBlock['runs'] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last && look(last) === look(run)) result[result.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '') result.push(run)
  }
  return result.length > 0 ? result : [{ text: '' }]
}

const markers: Partial<Record<ParagraphBlock['role'], string | null>> = {
  dash: '-',
  plus: '+',
  text: null,
  basis: null,
}
/** Another kind of paragraph brings its own marker, where it has a fixed one. */
export const withRole = (block: ParagraphBlock, role: ParagraphBlock['role']): ParagraphBlock => {
  const marker = markers[role]
  return { ...block, role, marker: marker === undefined ? block.marker : marker }
}

export const newParagraph = (): KeyedBlock => ({
  key: crypto.randomUUID(),
  block: { kind: 'paragraph', role: 'text', marker: null, runs: [{ text: '' }], start: 0, end: 0 },
})
