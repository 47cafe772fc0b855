import type { BoardRow } from '@loa/contract/campaigns'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'

/** Where a unit stands, in a word; a refusal comes before the step. */
export const useStepWord = () => {
  const t = useWords(campaignWords)
  return ({ dutyState, status, step }: BoardRow): string =>
    dutyState === 'declined' ? t.declined : status === '02' ? t.returned : t.steps[step]
}
