/** What one unit claimed and proved for one indicator. A missing key is not zero: it is hatched and says so. */
import type { BoardRow } from '@loa/contract/campaigns'
import { IconCircleCheck, IconHelpOctagon } from '@tabler/icons-react'
import { type Numbers, useNumbers } from '../figures/indicator-words.ts'
import { ProofBar } from '../shell/state.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { refusalOf } from './unit-step.tsx'

export type Cell = NonNullable<BoardRow['cells'][string]>
/** Null: values of several units that are not added. */
export type Cells = BoardRow['cells']

/** Nothing was reported: no cell, or one that holds a plan only. */
export const reported = (cell: Cell | null | undefined): Cell | null =>
  cell && cell.activities > 0 ? cell : null

export const useMissingWord = () => {
  const t = useWords(campaignWords)
  return (row: BoardRow) => {
    if (refusalOf(row)) return t.notTaken
    return row.step === 'delivered' || row.step === 'opened' ? t.notReceived : t.notReported
  }
}

/** The cell as a sentence, for readers. */
export const useCellWords = () => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  return (cell: Cell) =>
    t.cellNumbers(
      number(cell.declared),
      cell.plan === null ? '' : number(cell.plan),
      number(cell.proved),
      cell.doubted > 0 ? number(cell.doubted) : '',
    )
}

export const MissingCell = ({
  word,
  plan,
  numbers,
}: {
  word: string
  plan: number | null
  numbers: Numbers
}) => (
  <span className="cell missing-cell">
    <span>{word}</span>
    {plan !== null && <span className="plan">/{numbers.number(plan)}</span>}
  </span>
)

export const AmountsCell = ({ cell, numbers, done }: { cell: Cell; numbers: Numbers; done: string }) => {
  const { number } = numbers
  const isWhole =
    cell.plan !== null && cell.proved >= cell.plan && cell.proved === cell.declared - cell.corrected
  return (
    <span className="cell">
      <span className="cell-numbers" aria-hidden>
        <span>
          <b>{number(cell.declared)}</b>
          {cell.plan !== null && <span className="plan">/{number(cell.plan)}</span>}
        </span>
        <span className="cell-proved">
          {isWhole ? (
            <>
              <IconCircleCheck size={12} /> {done}
            </>
          ) : (
            number(cell.proved)
          )}
          {cell.doubted > 0 && (
            <span className="cell-doubt">
              <IconHelpOctagon size={12} />
              {number(cell.doubted)}
            </span>
          )}
        </span>
      </span>
      <ProofBar amounts={cell} plan={cell.plan} />
    </span>
  )
}
