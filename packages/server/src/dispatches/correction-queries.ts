import { CorrectedField, FieldValue } from '@loa/contract/fields'
import type { Source } from '@loa/documents'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Correction } from './correction.ts'

export const listCorrections = (db: Database, dispatchId: number) =>
  db.many(
    CorrectedField,
    sql`select c.id, c.field, c.read_value as read, c.corrected_value as corrected, c.how, c.at, c.version,
          case when c.span_start is null then null else json_build_object('start', c.span_start, 'end', c.span_end) end as span,
          case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as by
        from field_corrections c left join people p on p.id = c.person_id where c.dispatch_id = ${dispatchId} order by c.id`,
  )

const ReadSource: z.ZodType<Source> = z.object({
  start: z.number(),
  end: z.number(),
  text: z.string(),
  confidence: z.number(),
})

/** Each field that was ever corrected: what was read, and how it stands now. */
export const knownCorrections = (db: Database, dispatchId: number) =>
  db.many(
    z.object({
      field: z.string(),
      read: FieldValue,
      corrected: FieldValue,
      readSource: ReadSource.nullable(),
    }),
    sql`select distinct on (c.field) c.field, c.read_value as read, c.corrected_value as corrected, c.read_source
        from field_corrections c where c.dispatch_id = ${dispatchId} order by c.field, c.id desc`,
  )

export const addCorrections = (
  db: Database,
  { dispatchId, version, by, at }: { dispatchId: number; version: number; by: string; at: string },
  corrections: readonly Correction[],
) => {
  const rows = corrections.map(({ field, read, readSource, corrected, how, span }) => ({
    field,
    read,
    source: readSource,
    corrected,
    how,
    start: span?.start ?? null,
    end: span?.end ?? null,
  }))
  return db.run(sql`insert into field_corrections (dispatch_id, field, read_value, read_source, corrected_value, how,
      span_start, span_end, person_id, at, version)
    select ${dispatchId}, r.value ->> 'field', r.value -> 'read', nullif(r.value -> 'source', 'null'::jsonb),
      r.value -> 'corrected', r.value ->> 'how', (r.value ->> 'start')::int, (r.value ->> 'end')::int, ${by}, ${at}, ${version}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as r(value)`)
}
