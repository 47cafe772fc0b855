import { DispatchFile } from '@loa/contract/dispatches'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Incoming } from './read-incoming.ts'

export const saveCameBy = (
  db: Database,
  id: number,
  { cameBy, cameFrom }: { cameBy: string; cameFrom: string | null },
) => db.run(sql`update dispatches set came_by = ${cameBy}, came_from = ${cameFrom} where id = ${id}`)

export const saveDispatchFiles = (db: Database, id: number, files: Incoming['others']) =>
  db.run(sql`insert into dispatch_files (dispatch_id, ordinal, kind, name, mime, sha256, bytes)
    select ${id}, f.ordinality, f.file ->> 'kind', f.file ->> 'name', f.file ->> 'mime', f.file ->> 'sha256',
      (f.file ->> 'bytes')::bigint
    from jsonb_array_elements(${JSON.stringify(files)}::jsonb) with ordinality as f(file, ordinality)`)

export const listDispatchFiles = (db: Database, id: number) =>
  db.many(
    DispatchFile,
    sql`select ordinal, kind, name, bytes from dispatch_files where dispatch_id = ${id} order by ordinal`,
  )

export const findDispatchFile = (db: Database, id: number, ordinal: number) =>
  db.maybe(
    z.object({ name: z.string(), mime: z.string(), sha256: z.string() }),
    sql`select name, mime, sha256 from dispatch_files where dispatch_id = ${id} and ordinal = ${ordinal}`,
  )
