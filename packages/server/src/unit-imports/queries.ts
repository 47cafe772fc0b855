import { ImportRow, ImportSummary, UnitImport, type Verdict } from '@loa/contract/unit-imports'
import type { ListedMapping, ListedUnit } from '@loa/documents/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, type Sql, sql } from '../database/sql.ts'
import type { FileMapping } from './mapping.ts'
import type { FileRow, RowVerdict } from './place-code.ts'

/** As stored: the summary is empty until files and directory are compared. */
const Stored = UnitImport.extend({
  summary: z.union([
    ImportSummary,
    z
      .object({})
      .strict()
      .transform(() => null),
  ]),
})

const shown = (where: Sql) => sql`
  select i.id, i.name, i.state, i.act, i.step, i.done, i.total, i.summary, i.digest, i.problem, i.created_at, i.updated_at,
    (select p.name from people p where p.id = i.person_id) as person,
    (select coalesce(json_agg(json_build_object('file', f.file, 'name', f.name, 'kind', f.kind, 'encoding', f.encoding,
       'rows', f.rows, 'padded', f.padded, 'trouble', f.trouble) order by f.file), '[]')
       from unit_import_files f where f.import_id = i.id) as files
  from unit_imports i where ${where}`

export const findImport = (db: Database, id: number): Promise<UnitImport | null> =>
  db.maybe(Stored, shown(sql`i.id = ${id}`))

export const listImports = (
  db: Database,
  { before, limit }: { before: number; limit: number },
): Promise<UnitImport[]> =>
  db.many(Stored, sql`${shown(sql`i.id < ${before}`)} order by i.id desc limit ${limit}`)

export const countImports = (db: Database) => count(db, sql`select count(*)::int as total from unit_imports`)

const count = async (db: Database, query: Sql): Promise<number> =>
  (await db.one(z.object({ total: z.number() }), query)).total

/** One change of the directory after the other, also against the trigger that keeps codes apart. */
export const lockDirectory = (db: Database) =>
  db.raw("select pg_advisory_xact_lock(hashtextextended('units', 0))")

const Locked = z.object({
  id: z.number(),
  unitId: z.number(),
  personId: z.string().nullable(),
  name: z.string(),
  state: UnitImport.shape.state,
  act: z.string(),
  digest: z.string().nullable(),
  leaveOut: z.boolean(),
  changeId: z.number().nullable(),
})

/** The row is locked until the transaction ends, so an import is applied once. */
export const findImportForUpdate = (db: Database, id: number) =>
  db.maybe(
    Locked,
    sql`select id, unit_id, person_id, name, state, act, digest, leave_out, change_id
        from unit_imports where id = ${id} for update`,
  )

/** The import that has this file and is not applied yet. */
export const findImportOfFile = async (db: Database, sha256: string): Promise<number | null> => {
  const found = await db.maybe(
    z.object({ id: z.number() }),
    sql`select i.id from unit_imports i join unit_import_files f on f.import_id = i.id
        where f.sha256 = ${sha256} and i.state in ('reading', 'ready') order by i.id limit 1`,
  )
  return found?.id ?? null
}

export const insertImport = async (
  db: Database,
  given: { unitId: number; personId: string; name: string; at: string },
): Promise<number> =>
  (
    await db.one(
      z.object({ id: z.number() }),
      sql`insert into unit_imports (unit_id, person_id, name, state, created_at, updated_at)
          values (${given.unitId}, ${given.personId}, ${given.name}, 'reading', ${given.at}, ${given.at}) returning id`,
    )
  ).id

/** A file that the import has already is not added again. */
export const addFile = (db: Database, importId: number, file: { name: string; sha256: string }) =>
  db.run(sql`insert into unit_import_files (import_id, file, name, sha256)
    select ${importId}::bigint, coalesce(max(file), 0) + 1, ${file.name}::text, ${file.sha256}::text
    from unit_import_files where import_id = ${importId} on conflict (import_id, sha256) do nothing`)

export const setState = (
  db: Database,
  id: number,
  given: { state: UnitImport['state']; step: UnitImport['step']; at: string; problem?: string | null },
) =>
  db.run(sql`update unit_imports set state = ${given.state}, step = ${given.step}, problem = ${given.problem ?? null},
    updated_at = ${given.at} where id = ${id}`)

export const setProgress = (
  db: Database,
  id: number,
  given: { step: UnitImport['step']; done: number; total: number },
) =>
  db.run(
    sql`update unit_imports set step = ${given.step}, done = ${given.done}, total = ${given.total} where id = ${id}`,
  )

export const orderApply = (db: Database, id: number, given: { leaveOut: boolean; act: string; at: string }) =>
  db.run(sql`update unit_imports set state = 'applying', step = 'write', problem = null, leave_out = ${given.leaveOut},
    act = ${given.act}, done = 0, updated_at = ${given.at} where id = ${id}`)

export const setChange = (db: Database, id: number, changeId: number, at: string) =>
  db.run(sql`update unit_imports set state = 'applied', step = 'done', done = total, problem = null,
    change_id = ${changeId}, updated_at = ${at} where id = ${id}`)

export const deleteImport = (db: Database, id: number) =>
  db.run(sql`delete from unit_imports where id = ${id}`)

export const filesToRead = (db: Database, importId: number) =>
  db.many(
    z.object({ file: z.number(), name: z.string(), sha256: z.string() }),
    sql`select file, name, sha256 from unit_import_files
        where import_id = ${importId} and kind is null and trouble is null order by file`,
  )

export const saveTrouble = (db: Database, importId: number, file: number, trouble: string) =>
  db.run(
    sql`update unit_import_files set trouble = ${trouble} where import_id = ${importId} and file = ${file}`,
  )

export const saveFile = async (
  db: Database,
  importId: number,
  file: number,
  read: { kind: string; encoding: string; padded: number; units: ListedUnit[]; mappings: ListedMapping[] },
) => {
  await db.run(sql`update unit_import_files set kind = ${read.kind}, encoding = ${read.encoding}, padded = ${read.padded},
    rows = ${read.units.length + read.mappings.length} where import_id = ${importId} and file = ${file}`)
  await db.run(sql`insert into unit_import_rows (import_id, file, line, code, valid_from, valid_to, name, full_name, type,
      parent_code, merged_into, trouble, about)
    select ${importId}::bigint, ${file}::int, r.line, r.code, r."validFrom", r."validTo", r.name, r."fullName", r.type, r."parentCode",
      r."mergedInto", r.trouble->>'code', coalesce(r.trouble->>'about', '')
    from jsonb_to_recordset(${JSON.stringify(read.units)}::jsonb) as r(line int, code text, "validFrom" date,
      "validTo" date, name text, "fullName" text, type text, "parentCode" text, "mergedInto" text, trouble jsonb)`)
  await db.run(sql`insert into unit_import_mappings (import_id, file, line, old_code, new_code, share, trouble, about)
    select ${importId}::bigint, ${file}::int, r.line, r."oldCode", r."newCode", r.share, r.trouble->>'code',
      coalesce(r.trouble->>'about', '')
    from jsonb_to_recordset(${JSON.stringify(read.mappings)}::jsonb) as r(line int, "oldCode" text, "newCode" text,
      share text, trouble jsonb)`)
}

const StoredRow = z.custom<FileRow>()
const StoredMapping = z.custom<FileMapping>()

/** Our own rows by the thousand: their columns are checked by the database, so each is not checked again. */
export const rowsOf = (db: Database, importId: number) =>
  db.many(
    StoredRow,
    sql`select file, line, code, valid_from, valid_to, name, full_name, type, parent_code, merged_into, trouble,
          case when trouble is null then '' else about end as about
        from unit_import_rows where import_id = ${importId} order by file, line`,
  )

export const mappingsOf = (db: Database, importId: number) =>
  db.many(
    StoredMapping,
    sql`select file, line, old_code, new_code, share, trouble, case when trouble is null then '' else about end as about
        from unit_import_mappings where import_id = ${importId} order by file, line`,
  )

export const saveVerdicts = async (
  db: Database,
  importId: number,
  rows: ReadonlyMap<{ file: number; line: number }, RowVerdict>,
  mappings: ReadonlyMap<{ file: number; line: number }, RowVerdict>,
) => {
  const json = (of: typeof rows) =>
    JSON.stringify([...of].map(([{ file, line }, verdict]) => ({ file, line, ...verdict })))
  const given = (of: typeof rows) =>
    sql`jsonb_to_recordset(${json(of)}::jsonb) as g(file int, line int, verdict text, detail text, about text)`
  // Fresh rows by the thousand, which the planner would otherwise take for a few and look through for each verdict.
  await db.raw('analyze unit_import_rows, unit_import_mappings')
  await db.run(sql`update unit_import_rows r set verdict = g.verdict, detail = g.detail, about = g.about
    from ${given(rows)} where r.import_id = ${importId} and r.file = g.file and r.line = g.line`)
  await db.run(sql`update unit_import_mappings r set verdict = g.verdict, detail = g.detail, about = g.about
    from ${given(mappings)} where r.import_id = ${importId} and r.file = g.file and r.line = g.line`)
}

export const saveCompared = (
  db: Database,
  id: number,
  given: { summary: ImportSummary; digest: string; total: number; at: string; problem: string | null },
) =>
  db.run(sql`update unit_imports set state = 'ready', step = 'done', summary = ${JSON.stringify(given.summary)}::jsonb,
    digest = ${given.digest}, done = ${given.total}, total = ${given.total}, problem = ${given.problem},
    updated_at = ${given.at} where id = ${id}`)

const perFile = 10_000_000

export interface RowFilter {
  importId: number
  verdict?: Verdict
  kind: 'units' | 'mapping'
  type?: string
}

export const listRows = (
  db: Database,
  filter: RowFilter,
  { after, limit }: { after: number; limit: number },
) =>
  db.many(
    ImportRow,
    sql`select r.place, f.name as file, r.line, ${filter.kind} as kind, r.code, r.full_name, r.type, r.parent_code,
          r.valid_from, r.valid_to, r.verdict, r.detail, r.about
        from (${rowsBy(filter)}) r
        join unit_import_files f on f.import_id = ${filter.importId} and f.file = r.file
        where r.place > ${after} order by r.place limit ${limit}`,
  )

export const countRows = (db: Database, filter: RowFilter) =>
  count(db, sql`select count(*)::int as total from (${rowsBy(filter)}) r`)

const rowsBy = ({ importId, verdict, kind, type }: RowFilter): Sql => {
  const wanted = all([sql`import_id = ${importId}`, verdict && sql`verdict = ${verdict}`])
  const place = sql`file::bigint * ${perFile} + line`
  return kind === 'units'
    ? sql`select ${place} as place, file, line, code, full_name, type, parent_code, valid_from, valid_to, verdict, detail, about
          from unit_import_rows where ${all([wanted, type && sql`type = ${type}`])}`
    : sql`select ${place} as place, file, line, old_code as code, new_code as full_name, share as type, null as parent_code,
          null::date as valid_from, null::date as valid_to, verdict, detail, about from unit_import_mappings where ${wanted}`
}
