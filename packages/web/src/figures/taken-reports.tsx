/** Numbers that came with the signed report of a unit, from its own campaign: each opens in that document. */
import { Link } from '@tanstack/react-router'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { useNumbers } from './indicator-words.ts'

export const TakenReports = ({
  taken,
}: {
  taken: { dispatchId: number; code: string | null; declared: number }[]
}) => {
  const t = useWords(figureWords)
  const { number } = useNumbers()
  if (taken.length === 0) return null
  return (
    <ul className="figure-taken">
      {taken.map(({ dispatchId, code, declared }) => (
        <li key={dispatchId}>
          <Link to="/dispatches/$id" params={{ id: String(dispatchId) }}>
            {t.takenFrom(code ?? '')}
          </Link>{' '}
          <b>{number(declared)}</b>
        </li>
      ))}
    </ul>
  )
}
