/** Takes an act back while nothing refers to the units it began: the database itself knows what refers to them. */
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { takeBackDuties } from '../handovers/pass-on.ts'
import { takeBackCarried } from './carry-queries.ts'
import { findChange, findLaterChild, insertChange, takeBack } from './queries.ts'

/**
 * @returns null when there is no such act, or it was undone before
 * @throws Problem `succession.in-use` naming the table of what refers to a begun unit
 */
export const undoChange = async (
  db: Database,
  id: number,
  by: { unitId: number; by: string; at: string },
) => {
  const change = await findChange(db, id)
  if (!change) return null
  if (await findLaterChild(db, id)) throw inUse('units')
  const { act, effectiveOn, title } = change
  const changeId = await insertChange(db, { kind: 'undo', title, act, effectiveOn, ...by, undoes: id })
  await takeBackDuties(db, id)
  await takeBackCarried(db, id, effectiveOn)
  try {
    await takeBack(db, id)
  } catch (error) {
    const table = referring(error)
    if (table === null) throw error
    throw inUse(table)
  }
  return { changeId, effectiveOn, title }
}

const inUse = (table: string) => new Problem('succession.in-use', { table })

/** 23503: another row refers to it; 23P01: a later unit has the code on a day that would be given back. */
const referring = (error: unknown): string | null => {
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === '23P01') return 'units'
  return error.code === '23503' && 'table' in error ? String(error.table) : null
}
