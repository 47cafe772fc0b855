/** The words of a draft as they are typed, and back to the parts of the document. Pure. */
import type { Block, DocumentTree } from '@loa/contract/documents'
import type { z } from 'zod'

export type AnyBlock = z.infer<typeof Block>
export type ParagraphBlock = Extract<AnyBlock, { kind: 'paragraph' }>

/** A block keeps its key while it is moved about, so that the field being typed in stays the same field. */
export interface KeyedBlock {
  key: string
  block: AnyBlock
}

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
const fieldNames: FieldName[] = [
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

const isChanged = (base: DraftFields, fields: DraftFields, name: FieldName): boolean =>
  name === 'body' ? said(base.body) !== said(fields.body) : base[name] !== fields[name]
const said = (body: KeyedBlock[]) => JSON.stringify(body.map(({ block }) => block))

/** The new version, with one's own words wherever one has typed. */
export const mergedWith = (
  fresh: DraftFields,
  base: DraftFields,
  mine: DraftFields,
): { fields: DraftFields; kept: FieldName[] } => {
  const kept = fieldNames.filter((name) => isChanged(base, mine, name))
  const fields = { ...fresh, ...Object.fromEntries(kept.map((name) => [name, mine[name]])) }
  return { fields, kept }
}

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

/** The runs become one, with what all of them had in common. */
export const withText = (block: ParagraphBlock, text: string): ParagraphBlock => ({
  ...block,
  runs: [
    {
      text,
      ...(block.runs.length > 0 && block.runs.every((run) => run.bold) ? { bold: true } : {}),
      ...(block.runs.length > 0 && block.runs.every((run) => run.italic) ? { italic: true } : {}),
    },
  ],
})

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
