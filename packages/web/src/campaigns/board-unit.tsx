import type { BoardRow } from '@loa/contract/campaigns'
import { useNumbers } from '../figures/indicator-words.ts'
import type { OpenFigure } from '../figures/use-figure.ts'
import { instantWords } from '../shell/format.ts'
import { campaignWords } from '../words/campaigns.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { AmountsCell, MissingCell, reported, useCellWords, useMissingWord } from './board-cell.tsx'
import type { Column } from './columns.ts'
import { UnitNow } from './unit-now.tsx'
import { UnitStep, useStepWords } from './unit-step.tsx'
import type { Choice } from './use-choice.ts'

export interface BoardUnitProps {
  row: BoardRow
  columns: Column[]
  open: OpenFigure | null
  href: (indicator: string, unit: number | null) => string
  choice: Choice | null
}

export const BoardUnit = ({ row, columns, open, href, choice }: BoardUnitProps) => {
  const t = useWords(campaignWords)
  const forms = useWords(figureWords)
  const numbers = useNumbers()
  const missingWord = useMissingWord()(row)
  const cellWords = useCellWords()
  const step = useStepWords()(row)
  return (
    <tr aria-selected={choice ? choice.chosen.has(row.dutyId) : undefined}>
      <th scope="row" className="unit-cell">
        {choice && (
          <input
            type="checkbox"
            className="choose"
            tabIndex={-1}
            aria-label={t.chooseUnit(row.unit.name)}
            checked={choice.chosen.has(row.dutyId)}
            onChange={(event) => choice.set([row.dutyId], event.currentTarget.checked)}
          />
        )}
        <a
          href={`/duties/${row.dutyId}`}
          data-stop
          data-duty={row.dutyId}
          tabIndex={-1}
          title={row.unit.fullName}
        >
          {row.unit.name}
        </a>
        <UnitNow row={row} />
      </th>
      <td>
        <a
          href={`/duties/${row.dutyId}`}
          className="cell-link step-link"
          data-stop
          data-duty={row.dutyId}
          tabIndex={-1}
          aria-label={step.long}
        >
          <UnitStep row={row} />
        </a>
      </td>
      {columns.map(({ form, shown }) => {
        const cell = reported(row.cells[shown.code])
        const missing = row.cells[shown.code] === null ? forms.notAdded : missingWord
        const words = cell ? cellWords(cell) : missing
        return (
          <td key={form} className={cell ? undefined : 'hatch'}>
            <a
              href={href(shown.code, row.unit.id)}
              className="cell-link"
              data-stop
              data-figure={shown.code}
              data-unit={row.unit.id}
              tabIndex={-1}
              aria-label={`${t.cell(row.unit.name, forms.forms[form])}: ${words}`}
              aria-current={open?.indicator === shown.code && open.unit === row.unit.id ? 'true' : undefined}
            >
              {cell ? (
                <AmountsCell cell={cell} numbers={numbers} done={t.allDone} />
              ) : (
                <MissingCell word={missing} plan={row.cells[shown.code]?.plan ?? null} numbers={numbers} />
              )}
            </a>
          </td>
        )
      })}
      <td className="num newest" title={instantWords(row.lastAt)}>
        {row.lastAt ? instantWords(row.lastAt).slice(6, -5) : ''}
      </td>
    </tr>
  )
}
