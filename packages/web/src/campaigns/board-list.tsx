/** The board on a phone: the same units as a list; each unit's numbers unfold. */
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { campaignWords } from '../words/campaigns.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { AmountsCell, reported, useCellWords, useMissingWord } from './board-cell.tsx'
import type { MatrixProps } from './board-matrix.tsx'
import { UnitNow } from './unit-now.tsx'
import { refusalOf, UnitStep } from './unit-step.tsx'

export const BoardList = ({ rows, columns, totals, units, onFigure, choice }: MatrixProps) => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  return (
    <div className="board-list">
      <details className="board-item">
        <summary>
          <b>{t.total}</b> <span className="meta">{t.totalUnits(number(units))}</span>
        </summary>
        <Figures
          columns={columns}
          cells={totals}
          missing={t.notReported}
          onFigure={(code) => onFigure(code, null)}
        />
      </details>
      {rows.map((row) => (
        <ListUnit key={row.dutyId} {...{ row, columns, onFigure, choice }} />
      ))}
    </div>
  )
}

const ListUnit = ({
  row,
  columns,
  onFigure,
  choice,
}: Pick<MatrixProps, 'columns' | 'onFigure' | 'choice'> & { row: MatrixProps['rows'][number] }) => {
  const t = useWords(campaignWords)
  const missing = useMissingWord()(row)
  const known = columns.filter(({ shown }) => reported(row.cells[shown.code])).length
  return (
    <details className="board-item">
      <summary>
        <b>{row.unit.name}</b>
        <UnitNow row={row} />
        <UnitStep row={row} isLong={refusalOf(row) !== null} />
        <span className={known === 0 ? 'state missing' : 'meta'}>
          {known === 0 ? missing : `${known}/${columns.length}`}
        </span>
      </summary>
      {choice && (
        <label className="board-item-choose">
          <input
            type="checkbox"
            checked={choice.chosen.has(row.dutyId)}
            onChange={(event) => choice.set([row.dutyId], event.currentTarget.checked)}
          />
          {t.chooseUnit(row.unit.name)}
        </label>
      )}
      <Link className="board-item-link" to="/duties/$id" params={{ id: String(row.dutyId) }}>
        {t.openDuty}
      </Link>
      <Figures
        columns={columns}
        cells={row.cells}
        missing={missing}
        onFigure={(code) => onFigure(code, row.unit.id)}
      />
    </details>
  )
}

const Figures = ({
  columns,
  cells,
  missing,
  onFigure,
}: {
  columns: MatrixProps['columns']
  cells: MatrixProps['totals']
  missing: string
  onFigure: (code: string) => void
}) => {
  const t = useWords(campaignWords)
  const forms = useWords(figureWords)
  const numbers = useNumbers()
  const cellWords = useCellWords()
  return (
    <ul>
      {columns.map(({ form, shown }) => {
        const cell = reported(cells[shown.code])
        return (
          <li key={form}>
            <button type="button" onClick={() => onFigure(shown.code)}>
              <span>
                {forms.forms[form]} <span className="meta">{numbers.unitOf(shown)}</span>
              </span>
              {cell ? (
                <>
                  <span className="for-readers">{cellWords(cell)}</span>
                  <AmountsCell cell={cell} numbers={numbers} done={t.allDone} />
                </>
              ) : (
                <span className="state missing">{cells[shown.code] === null ? forms.notAdded : missing}</span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
