/** Units were divided or abolished while the campaign runs: somebody has to say who goes on. */
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { Warning } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { thenTodayWords } from '../words/then-today.ts'

export const BoardUndecided = ({ campaignId, count }: { campaignId: number; count: number }) => {
  const t = useWords(thenTodayWords)
  const { number } = useNumbers()
  if (count === 0) return null
  return (
    <Warning>
      {t.undecidedUnits(number(count))}{' '}
      <Link to="/handovers" search={{ campaign: String(campaignId) }}>
        {t.choose}
      </Link>
    </Warning>
  )
}
