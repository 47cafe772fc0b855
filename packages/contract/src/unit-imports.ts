import { z } from 'zod'
import { ById, Day, endpoint, Id, Instant, PageQuery, pageOf } from './endpoint.ts'

/** What becomes of a row: a new unit, a known one under new words, the end of one, nothing new, or kept out. */
export const verdicts = ['add', 'change', 'end', 'same', 'problem'] as const
export type Verdict = (typeof verdicts)[number]

export const successionKinds = ['merge', 'split', 'rename', 're-parent', 'abolish'] as const

const Count = z.number().int().nonnegative()

/** The difference between the files and the directory. */
export const ImportSummary = z.object({
  rows: z.record(z.enum(verdicts), Count),
  /** Rows of mapping files: taken, known already, kept out. */
  mappings: z.object({ add: Count, same: Count, problem: Count }),
  types: z.array(z.object({ type: z.string(), add: Count, change: Count, end: Count })),
  successions: z.record(z.enum(successionKinds), Count),
  /** Units that stay while the one above them ends: how many, and the first few. */
  orphans: z.object({ count: Count, codes: z.array(z.string()) }),
  /** The last day of the body that runs this Loa, where the import ends it. */
  endsOperator: Day.nullable(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

const ImportFile = z.object({
  file: z.number().int(),
  name: z.string(),
  kind: z.enum(['units', 'mapping']).nullable(),
  /** How its text was written; what is not UTF-8 or a workbook was converted. */
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1258', 'tcvn3', 'xlsx']).nullable(),
  rows: Count,
  /** Codes that got back the zeros a spreadsheet had taken. */
  padded: Count,
  /** Code of a problem, where it could not be read. */
  trouble: z.string().nullable(),
})

export const UnitImport = z.object({
  id: Id,
  name: z.string(),
  state: z.enum(['reading', 'ready', 'applying', 'applied', 'undoing', 'undone', 'failed']),
  /** The legal act that the changes rest on. */
  act: z.string(),
  step: z.enum(['read', 'compare', 'write', 'undo', 'done']),
  done: Count,
  total: Count,
  files: z.array(ImportFile),
  summary: ImportSummary.nullable(),
  /** Names the difference that was shown; given back with the order to apply it. */
  digest: z.string().nullable(),
  /** Code of what stopped it. */
  problem: z.string().nullable(),
  person: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type UnitImport = z.infer<typeof UnitImport>

export const StartUnitImport = endpoint({
  method: 'post',
  path: '/api/unit-imports',
  access: 'unit.change',
  summary: 'A file for an import of units, CSV or XLSX; with `import`, one more file for the same',
  query: z.object({ name: z.string().min(1).max(200), import: Id.optional() }),
  sends: 'bytes',
  answer: z.object({ import: UnitImport, known: z.boolean() }),
})

export const StartCountryImport = endpoint({
  method: 'post',
  path: '/api/unit-imports/country',
  access: 'unit.change',
  summary: 'The whole country from the lists that come with Loa',
  answer: z.object({ import: UnitImport, known: z.boolean() }),
})

export const ListUnitImports = endpoint({
  method: 'get',
  path: '/api/unit-imports',
  access: 'unit.change',
  summary: 'Imports of units, the newest first',
  query: PageQuery,
  answer: pageOf(UnitImport),
})

export const GetUnitImport = endpoint({
  method: 'get',
  path: '/api/unit-imports/{id}',
  access: 'unit.change',
  summary: 'An import: how far it is, and what it would change',
  params: ById,
  answer: UnitImport,
})

export const ImportRow = z.object({
  /** Orders the rows as they stand in the files. */
  place: z.number().int(),
  file: z.string(),
  line: z.number().int(),
  kind: z.enum(['units', 'mapping']),
  code: z.string(),
  /** Of a mapping: the new code. */
  fullName: z.string(),
  type: z.string(),
  parentCode: z.string().nullable(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  verdict: z.enum(verdicts).nullable(),
  /** Code of what is wrong, and the words it is about. */
  detail: z.string().nullable(),
  about: z.string(),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ListUnitImportRows = endpoint({
  method: 'get',
  path: '/api/unit-imports/{id}/rows',
  access: 'unit.change',
  summary: 'The rows of an import by verdict and type',
  params: ById,
  query: PageQuery.extend({
    verdict: z.enum(verdicts).optional(),
    kind: z.enum(['units', 'mapping']).default('units'),
    type: z.string().max(50).optional(),
  }),
  answer: pageOf(ImportRow),
})

export const ApplyUnitImport = endpoint({
  method: 'post',
  path: '/api/unit-imports/{id}/apply',
  access: 'unit.change',
  summary: 'Writes the difference that was shown into the directory',
  params: ById,
  body: z.object({
    digest: z.string(),
    /** Rows with problems, and all that hang on them, stay out. */
    leaveOut: z.boolean().default(false),
    act: z.string().trim().max(300).default(''),
  }),
  answer: UnitImport,
})

export const UndoUnitImport = endpoint({
  method: 'post',
  path: '/api/unit-imports/{id}/undo',
  access: 'unit.change',
  summary: 'Takes an import back, while nothing refers to its units',
  params: ById,
  answer: UnitImport,
})

export const DropUnitImport = endpoint({
  method: 'delete',
  path: '/api/unit-imports/{id}',
  access: 'unit.change',
  summary: 'Drops an import that was not applied',
  params: ById,
})
