/** An import as far as a test needs it done. */
import {
  ApplyUnitImport,
  GetUnitImport,
  StartCountryImport,
  StartUnitImport,
  type UnitImport,
} from '@loa/contract/unit-imports'
import type { DatabasePool } from '../database/database.ts'
import type { Worker } from '../in-process.ts'

interface Keeper {
  ha: Worker
  settle(): Promise<void>
}

export const get = ({ ha }: Keeper, { id }: { id: number }): Promise<UnitImport> =>
  ha.call(GetUnitImport, { params: { id } })

/** Files read and compared. */
export const sendFiles = async (test: Keeper, files: Record<string, string | Uint8Array>) => {
  let id: number | undefined
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const query = id === undefined ? { name } : { name, import: id }
    id = (await test.ha.call(StartUnitImport, { query, bytes })).import.id
  }
  await test.settle()
  return get(test, { id: id ?? 0 })
}

export const sendCountry = async (test: Keeper) => {
  const { import: started } = await test.ha.call(StartCountryImport)
  await test.settle()
  return get(test, started)
}

export const apply = async (test: Keeper, { id, digest }: UnitImport, leaveOut = false) => {
  const body = { digest: digest ?? '', leaveOut, act: 'Nghị quyết số 202/2025/QH15' }
  await test.ha.call(ApplyUnitImport, { params: { id }, body })
  await test.settle()
  return get(test, { id })
}

/** All rows of the directory's tables, as text. */
export const tables = (pool: DatabasePool): Promise<Record<string, string[]>> =>
  pool.transaction('system', async (db) => {
    const all: Record<string, string[]> = {}
    for (const name of ['units', 'unit_successions', 'unit_closings', 'unit_contacts'])
      all[name] = (await db.raw(`select to_jsonb(x)::text as row from ${name} x order by 1`)).rows.map(
        ({ row }) => String(row),
      )
    return all
  })
