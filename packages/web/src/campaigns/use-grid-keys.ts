/** The keys of a grid with one tab stop: arrows move, Home and End go to the ends of a row, with Ctrl to the corners. */
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'

/** What can have the focus in a cell carries `data-stop`; there is one in each cell. */
const stopIn = (cell: Element | undefined) => cell?.querySelector<HTMLElement>('[data-stop]') ?? null

export const useGridKeys = () => {
  const table = useRef<HTMLTableElement>(null)
  /** An open column menu keeps the arrows for itself. */
  const isMenuOpen = useRef(false)

  useEffect(() => {
    // Rows came or went: one of the stops must be reachable by Tab.
    const grid = table.current
    if (!grid || grid.querySelector('[data-stop][tabindex="0"]')) return
    const first = stopIn(grid.tBodies[0]?.rows[0]?.cells[0])
    if (first) first.tabIndex = 0
  })

  const onFocus = (event: FocusEvent) => {
    const stop = event.target
    if (!(stop instanceof HTMLElement) || stop.dataset.stop === undefined) return
    for (const before of table.current?.querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]') ?? [])
      before.tabIndex = -1
    stop.tabIndex = 0
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('td, th') : null
    const row = cell?.closest('tr')
    if (!(cell instanceof HTMLTableCellElement) || !row || !table.current) return
    if (event.target instanceof HTMLSelectElement && keepsMenu(event, isMenuOpen)) return
    // Space on a row chooses its unit, where units can be chosen.
    const box = event.key === ' ' ? row.querySelector<HTMLInputElement>('input.choose') : null
    if (box && event.target !== box) {
      event.preventDefault()
      box.click()
      return
    }
    const rows = [...table.current.rows]
    const to = stepOf(event.key, {
      row: rows.indexOf(row),
      column: cell.cellIndex,
      lastRow: rows.length - 1,
      lastColumn: [...row.cells].findLastIndex((each) => stopIn(each) !== null),
      isFar: event.ctrlKey || event.metaKey,
    })
    if (!to) return
    event.preventDefault()
    stopIn(rows[to.row]?.cells[to.column])?.focus()
  }

  return { table, onFocus, onKeyDown }
}

interface Place {
  row: number
  column: number
  lastRow: number
  lastColumn: number
  isFar: boolean
}

const stepOf = (key: string, { row, column, lastRow, lastColumn, isFar }: Place) => {
  if (key === 'ArrowLeft') return { row, column: Math.max(0, column - 1) }
  if (key === 'ArrowRight') return { row, column: Math.min(lastColumn, column + 1) }
  if (key === 'ArrowUp') return { row: Math.max(0, row - 1), column }
  if (key === 'ArrowDown') return { row: Math.min(lastRow, row + 1), column }
  if (key === 'PageUp') return { row: Math.max(1, row - 10), column }
  if (key === 'PageDown') return { row: Math.min(lastRow, row + 10), column }
  if (key === 'Home') return { row: isFar ? 1 : row, column: 0 }
  if (key === 'End') return { row: isFar ? lastRow : row, column: lastColumn }
  return null
}

/** Enter, Space and Alt+Down open a column menu; while it is open its keys are its own. */
const keepsMenu = (event: KeyboardEvent, isOpen: { current: boolean }): boolean => {
  if (event.key === 'Escape' || event.key === 'Tab') isOpen.current = false
  if (event.key === 'Enter' || event.key === ' ' || (event.altKey && event.key === 'ArrowDown')) {
    const opens = !isOpen.current
    isOpen.current = opens
    if (opens && event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      event.preventDefault()
      event.target.showPicker()
    }
    return true
  }
  return isOpen.current
}
