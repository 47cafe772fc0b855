/** The rows of an open tree from top to bottom, and where a key leads from one of them. Pure. */
import type { UnitNode } from '@loa/contract/units'
import { fold } from '../shell/fold.ts'

export interface TreeRow {
  unit: UnitNode
  level: number
  position: number
  size: number
  parent: string | null
  isOpen: boolean
}

/** @param branches what stands below a code; a branch that is not loaded yet shows nothing */
export const rowsOf = (
  branches: ReadonlyMap<string | null, UnitNode[]>,
  open: ReadonlySet<string>,
  parent: string | null = null,
  level = 1,
): TreeRow[] => {
  const units = branches.get(parent) ?? []
  return units.flatMap((unit, index) => {
    const isOpen = unit.children > 0 && open.has(unit.code)
    const row = { unit, level, position: index + 1, size: units.length, parent, isOpen }
    return isOpen && level < 12 ? [row, ...rowsOf(branches, open, unit.code, level + 1)] : [row]
  })
}

export type Step = { to: string } | { open: string } | { close: string } | null

/** The keys of a tree view: arrows, Home and End; letters go to the next name that begins with them. */
export const stepOf = (rows: TreeRow[], at: string, key: string): Step => {
  const index = rows.findIndex(({ unit }) => unit.code === at)
  const row = rows[index]
  if (!row) return null
  const to = (next: TreeRow | undefined): Step => (next ? { to: next.unit.code } : null)
  switch (key) {
    case 'ArrowDown':
      return to(rows[index + 1])
    case 'ArrowUp':
      return to(rows[index - 1])
    case 'Home':
      return to(rows[0])
    case 'End':
      return to(rows.at(-1))
    case 'ArrowRight':
      if (row.unit.children === 0) return null
      return row.isOpen ? to(rows[index + 1]) : { open: at }
    case 'ArrowLeft':
      if (row.isOpen) return { close: at }
      return row.parent === null ? null : { to: row.parent }
    default:
      return null
  }
}

/** @param typed one letter, or several typed in one go: the row itself counts only for several */
export const typedTo = (rows: TreeRow[], at: string, typed: string): string | null => {
  const index = Math.max(
    0,
    rows.findIndex(({ unit }) => unit.code === at),
  )
  const start = typed.length > 1 ? index : index + 1
  const words = fold(typed)
  const found = [...rows.slice(start), ...rows.slice(0, start)].find(
    ({ unit }) => fold(unit.fullName).startsWith(words) || fold(unit.name).startsWith(words),
  )
  return found?.unit.code ?? null
}
