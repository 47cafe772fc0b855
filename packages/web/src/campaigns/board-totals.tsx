import { useNumbers } from '../figures/indicator-words.ts'
import type { OpenFigure } from '../figures/use-figure.ts'
import { campaignWords } from '../words/campaigns.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { type Cells, reported, useCellWords } from './board-cell.tsx'
import type { Column } from './columns.ts'

export const BoardTotals = ({
  columns,
  totals,
  units,
  open,
  href,
}: {
  columns: Column[]
  totals: Cells
  units: number
  open: OpenFigure | null
  href: (indicator: string, unit: number | null) => string
}) => {
  const t = useWords(campaignWords)
  const forms = useWords(figureWords)
  const { number } = useNumbers()
  const cellWords = useCellWords()
  return (
    <tfoot>
      <tr>
        <th scope="row" className="unit-cell">
          {t.total}
        </th>
        <td className="meta">{t.totalUnits(number(units))}</td>
        {columns.map(({ form, shown }) => {
          const cell = reported(totals[shown.code])
          const missing = totals[shown.code] === null ? forms.notAdded : t.notReported
          return (
            <td key={form}>
              <a
                href={href(shown.code, null)}
                className="cell-link total-link"
                data-stop
                data-figure={shown.code}
                tabIndex={-1}
                aria-label={`${t.cell(t.total, forms.forms[form])}: ${cell ? cellWords(cell) : missing}`}
                aria-current={open?.indicator === shown.code && open.unit === null ? 'true' : undefined}
              >
                {cell ? (
                  <>
                    <span>
                      <span className="figure-link">{number(cell.declared)}</span>
                      {cell.plan !== null && <span className="plan">/{number(cell.plan)}</span>}
                    </span>
                    <span className="total-proved">{t.provedShort(number(cell.proved))}</span>
                  </>
                ) : (
                  <span className="plan">{missing}</span>
                )}
              </a>
            </td>
          )
        })}
        <td />
      </tr>
    </tfoot>
  )
}
