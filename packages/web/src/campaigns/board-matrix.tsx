/** The matrix: all units × where they stand × one indicator a form. An ARIA grid with one tab stop. */
import type { BoardRow } from '@loa/contract/campaigns'
import { useNavigate } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { figureHref, type OpenFigure } from '../figures/use-figure.ts'
import { useFilter } from '../shell/use-filter.ts'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import type { Cells } from './board-cell.tsx'
import { BoardHead } from './board-head.tsx'
import { BoardTotals } from './board-totals.tsx'
import { BoardUnit } from './board-unit.tsx'
import type { Column } from './columns.ts'
import type { Choice } from './use-choice.ts'
import { useGridKeys } from './use-grid-keys.ts'

export interface MatrixProps {
  rows: BoardRow[]
  columns: Column[]
  totals: Cells
  /** Units on the whole board, whatever is filtered. */
  units: number
  open: OpenFigure | null
  onFigure: (indicator: string, unit: number | null) => void
  /** Null where nobody is chosen: the person may not remind. */
  choice: Choice | null
}

export const BoardMatrix = ({ rows, columns, totals, units, open, onFigure, choice }: MatrixProps) => {
  const t = useWords(campaignWords)
  const [search] = useFilter()
  const navigate = useNavigate()
  const { table, onFocus, onKeyDown } = useGridKeys()
  const all = rows.map(({ dutyId }) => dutyId)
  const href = (indicator: string, unit: number | null) => figureHref(search, indicator, unit)

  // Hundreds of plain links under one listener: the address works in a new tab, a plain click stays in the page.
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-stop]') : null
    if (!link) return
    event.preventDefault()
    const { duty, figure, unit } = link.dataset
    if (duty) navigate({ to: '/duties/$id', params: { id: duty } })
    else if (figure) onFigure(figure, unit ? Number(unit) : null)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is acted on
    <div className="matrix-scroll" onClick={onClick} onFocus={onFocus} onKeyDown={onKeyDown}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA on a table */}
      <table className="matrix" ref={table} role="grid" aria-label={t.board}>
        <BoardHead
          columns={columns}
          choose={
            choice && {
              isOn: all.every((id) => choice.chosen.has(id)),
              isSome: all.some((id) => choice.chosen.has(id)),
              set: (on) => choice.set(all, on),
            }
          }
        />
        <tbody>
          {rows.map((row) => (
            <BoardUnit key={row.dutyId} {...{ row, columns, open, href, choice }} />
          ))}
        </tbody>
        <BoardTotals columns={columns} totals={totals} units={units} open={open} href={href} />
      </table>
    </div>
  )
}
