/** Pages of a list: one row more than asked for tells whether there is a next page. */
import { Problem } from '@loa/contract/problem'

const wrongCursor = () => new Problem('request.invalid', {}, [{ path: 'query.cursor', message: 'cursor' }])

/** The id after which the page begins; lists that run downwards begin at the largest. */
export const cursorId = (cursor: string | undefined, start: number): number => {
  if (cursor === undefined) return start
  const id = Number(cursor)
  if (!Number.isSafeInteger(id) || id < 0) throw wrongCursor()
  return id
}

/** `rank.id` of the last row, where a list runs by a rank first. */
export const pairCursor = (cursor: string | undefined): [rank: number, id: number] => {
  const [rank = 0, id = 0, more] = (cursor ?? '-1.0').split('.').map(Number)
  if (!Number.isSafeInteger(rank) || !Number.isSafeInteger(id) || more !== undefined) throw wrongCursor()
  return [rank, id]
}

/** `day_id` or `instant_id` of the last row, where a list runs by time and its ids are UUIDs; null for the first page. */
export const timeCursor = (cursor: string | undefined): { at: string; id: string } | null => {
  if (cursor === undefined) return null
  const [, at = '', id = ''] =
    /^(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)_([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (Number.isNaN(Date.parse(at))) throw wrongCursor()
  return { at, id }
}

export const pageFrom = <T>(
  found: T[],
  limit: number,
  cursorOf: (row: T) => string | number,
  total: number,
) => {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? String(cursorOf(last)) : null, total }
}

/** Larger than every id. */
export const fromTheTop = Number.MAX_SAFE_INTEGER
