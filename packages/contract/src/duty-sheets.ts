/** A form for units without network: filled in on paper or in a spreadsheet, brought back as a file, taken in once. */
import { z } from 'zod'
import { ById, endpoint } from './endpoint.ts'
import { FieldWords } from './field.ts'

/** What can be wrong with a row. */
export const sheetTroubles = [
  'indicator',
  'quantity',
  'decimals',
  'place',
  'day',
  'topics',
  'id-missing',
  'id-twice',
  'other-duty',
  'closed',
] as const
export type SheetTrouble = (typeof sheetTroubles)[number]

export const SheetRow = z.object({
  line: z.number().int(),
  /** new: not here yet · changed: here with other words · there: here word for word · wrong: says why. */
  state: z.enum(['new', 'changed', 'there', 'wrong']),
  troubles: z.array(z.enum(sheetTroubles)),
  /** As it stands in the file. */
  said: z.object({ indicator: z.string(), quantity: z.string(), place: z.string(), day: z.string() }),
  words: FieldWords.nullable(),
})
export type SheetRow = z.infer<typeof SheetRow>

export const GetDutySheet = endpoint({
  method: 'get',
  path: '/api/duties/{id}/sheet',
  access: 'activity.record',
  summary: 'The form of a duty as XLSX, with a QR code that leads back here',
  params: ById,
  gives: 'file',
})

export const CheckDutySheet = endpoint({
  method: 'post',
  path: '/api/duties/{id}/sheet/check',
  access: 'activity.record',
  summary: 'Read a form that came back and say what each row is; nothing is kept',
  params: ById,
  sends: 'bytes',
  answer: z.object({ rows: z.array(SheetRow) }),
})

export const KeepDutySheet = endpoint({
  method: 'post',
  path: '/api/duties/{id}/sheet',
  access: 'activity.record',
  summary: 'Record the good rows of a form that came back; the same file twice counts once',
  params: ById,
  sends: 'bytes',
  answer: z.object({ rows: z.array(SheetRow), recorded: z.number().int() }),
})
