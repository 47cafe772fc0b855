/** The document tree as it crosses the network. The library `@loa/documents` describes what each field means. */
import { z } from 'zod'

const Span = { start: z.number().int(), end: z.number().int() }
/** Within this Loa only: a document leads nowhere else. */
const link = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])/)
const Run = z.object({
  text: z.string().max(20_000),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  link: link.optional(),
})
export const Paragraph = z.object({
  kind: z.literal('paragraph'),
  role: z.enum(['basis', 'part', 'section', 'clause', 'point', 'dash', 'plus', 'text']),
  marker: z.string().max(20).nullable(),
  runs: z.array(Run).max(500),
  ...Span,
})
const Table = z.object({
  kind: z.literal('table'),
  columns: z
    .array(z.object({ title: z.string(), align: z.enum(['left', 'center', 'right']), width: z.number() }))
    .max(60),
  rows: z.array(z.array(z.string())).max(5000),
  total: z.array(z.string()).nullable(),
  links: z.array(z.array(link.nullable())).max(5000).optional(),
  totalLinks: z.array(link.nullable()).optional(),
  ...Span,
})
export const Chart = z.object({
  kind: z.literal('chart'),
  title: z.string().max(500),
  unit: z.string().max(40),
  categories: z.array(z.string().max(300)).max(60),
  series: z
    .array(
      z.object({
        name: z.string().max(100),
        look: z.enum(['plan', 'proved', 'claimed', 'doubted']),
        values: z.array(z.number().nullable()).max(60),
      }),
    )
    .max(6),
  stacked: z.boolean(),
  ...Span,
})
export const Block = z.discriminatedUnion('kind', [Paragraph, Table, Chart])
const type = z.enum([
  'cong-van',
  'ke-hoach',
  'huong-dan',
  'thong-bao',
  'bao-cao',
  'chi-thi',
  'quyet-dinh',
  'to-trinh',
  'giay-moi',
  'cong-dien',
  'khac',
])
const line = z.string().max(2000)

export const DocumentTree = z.object({
  type,
  issuer: line.nullable(),
  parentIssuer: line.nullable(),
  number: line.nullable(),
  symbol: line.nullable(),
  code: line.nullable(),
  place: line.nullable(),
  date: line.nullable(),
  subject: line.nullable(),
  addressees: z.array(line).max(500),
  references: z
    .array(
      z.object({
        type: z.union([type, z.enum(['luat', 'nghi-quyet', 'nghi-dinh', 'thong-tu'])]).nullable(),
        code: line,
        date: line.nullable(),
        issuer: line.nullable(),
      }),
    )
    .max(500),
  dueDates: z.array(z.object({ date: line.nullable(), phrase: line })).max(200),
  recipients: z.array(z.object({ name: line, purpose: line.nullable() })).max(500),
  archive: line.nullable(),
  signingAuthority: line.nullable(),
  signerTitle: line.nullable(),
  signerName: line.nullable(),
  sections: z.array(z.object({ number: line, title: line })).max(500),
  channels: z.array(
    z.enum([
      'visual',
      'mobile-loudspeaker',
      'website',
      'led',
      'mass-media',
      'grassroots-radio',
      'performance',
      'mobile-film',
      'exhibition',
      'contest',
      'social-media',
      'meeting',
      'document',
      'other',
    ]),
  ),
  body: z.array(Block).max(5000),
  annexes: z
    .array(
      z.object({
        number: line.nullable(),
        title: line,
        landscape: z.boolean(),
        blocks: z.array(Block).max(500),
        typeName: line.nullish(),
      }),
    )
    .max(50),
  text: z.string(),
  sources: z.record(z.string(), z.object({ ...Span, text: z.string(), confidence: z.number() })),
  mark: line.nullable(),
  typeName: line.nullish(),
  urgency: z.enum(['khan', 'thuong-khan', 'hoa-toc']).nullish(),
  circulation: line.nullish(),
  typist: line.nullish(),
  contact: line.nullish(),
  secondSigner: z.object({ title: line, name: line.nullable() }).nullish(),
  confirmation: line.nullish(),
  electronic: z.boolean().optional(),
  copy: z
    .object({
      kind: z.enum(['sao-y', 'sao-luc', 'trich-sao']),
      parentIssuer: line.nullable(),
      issuer: line,
      signedAt: z.iso.datetime({ offset: true }).nullable(),
      number: line.nullable(),
      symbol: line.nullable(),
      place: line.nullable(),
      date: line.nullable(),
      recipients: z.array(z.object({ name: line, purpose: line.nullable() })).max(500),
      archive: line.nullable(),
      signingAuthority: line.nullable(),
      signerTitle: line.nullable(),
      signerName: line.nullable(),
    })
    .nullish(),
})
export type DocumentTree = z.infer<typeof DocumentTree>

export const ReadMessage = z.object({
  level: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  text: z.string(),
  place: z
    .object({
      start: z.number().optional(),
      end: z.number().optional(),
      page: z.number().optional(),
      part: z.string().optional(),
    })
    .nullable(),
})
export type ReadMessage = z.infer<typeof ReadMessage>
