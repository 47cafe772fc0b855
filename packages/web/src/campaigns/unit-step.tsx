/** Where a unit stands: six segments and a word; a refusal says why. */
import type { BoardRow } from '@loa/contract/campaigns'
import { IconArrowBackUp } from '@tabler/icons-react'
import { instantWords } from '../shell/format.ts'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { steps } from './use-board.ts'

/** The unit said no: it returned the dispatch, or it declined the duty. */
export const refusalOf = (row: BoardRow): 'returned' | 'declined' | null =>
  row.dutyState === 'declined' ? 'declined' : row.status === '02' ? 'returned' : null

export const useStepWords = () => {
  const t = useWords(campaignWords)
  return (row: BoardRow) => {
    const refusal = refusalOf(row)
    const since = row.stepAt ? ` ${t.since(instantWords(row.stepAt))}` : ''
    return refusal
      ? { word: t[refusal], long: `${t[refusal]}${since}${row.reason ? `: ${row.reason}` : ''}` }
      : { word: t.steps[row.step], long: `${t.steps[row.step]}${since}` }
  }
}

export const UnitStep = ({ row, isLong = false }: { row: BoardRow; isLong?: boolean }) => {
  const refusal = refusalOf(row)
  const words = useStepWords()(row)
  const at = steps.indexOf(row.step)
  return (
    <span className="unit-step">
      <span className="segments" aria-hidden>
        {steps.map((step, index) => (
          <i
            key={step}
            className={index < at || row.step === 'done' ? 'full' : index === at ? 'half' : undefined}
          />
        ))}
      </span>
      <span className={refusal ? 'step-word refused' : 'step-word'}>
        {refusal && <IconArrowBackUp size={13} aria-hidden />}
        {isLong ? words.long : words.word}
      </span>
    </span>
  )
}
