/** Where a unit stands: six segments and a word; a refusal says why. */
import type { BoardRow } from '@loa/contract/campaigns'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { steps } from './use-board.ts'

/** The unit said no: it returned the dispatch, or it declined the duty. */
export const refusalOf = (row: BoardRow): 'returned' | 'declined' | null =>
  row.dutyState === 'declined' ? 'declined' : row.status === '02' ? 'returned' : null

export const useStepWords = () => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  const ageWords = (at: string) => {
    const days = Math.floor((Date.now() - Date.parse(at)) / 86_400_000)
    return days < 1 ? t.today : t.days(number(days))
  }
  return (row: BoardRow) => {
    const refusal = refusalOf(row)
    const since = row.stepAt ? ` ${t.since(instantWords(row.stepAt))}` : ''
    const { still } = row
    const why =
      still && (still.count === null ? t.still[still.why] : `${number(still.count)} ${t.still[still.why]}`)
    const age = row.stepAt ? ageWords(row.stepAt) : ''
    const word = refusal ? t[refusal] : t.steps[row.step]
    const reason = refusal ? row.reason : why
    return {
      word,
      age,
      why: reason ?? '',
      /** What is in the way, and for how long. */
      short: [why ?? word, age].filter(Boolean).join(' '),
      long: `${word}${since}${reason ? `: ${reason}` : ''}`,
    }
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
            className={index < at || row.step === 'reported' ? 'full' : index === at ? 'half' : undefined}
          />
        ))}
      </span>
      <span className="step-age">{words.age}</span>
      <span className={refusal ? 'step-word refused' : 'step-word'}>
        {refusal && <IconArrowBackUp size={13} aria-hidden />}
        {isLong ? words.long : words.word}
        {!isLong && words.why && <span className="step-why">: {words.why}</span>}
      </span>
    </span>
  )
}
