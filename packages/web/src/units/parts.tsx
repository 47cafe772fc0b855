/** By today's units: the units of then whose duties this one holds. Nothing where it is the same unit. */
import type { UnitRef } from '@loa/contract/units'
import { useWords } from '../words/language.tsx'
import { thenTodayWords } from '../words/then-today.ts'

export const Parts = ({ unit, parts }: { unit: UnitRef; parts: UnitRef[] }) => {
  const t = useWords(thenTodayWords)
  const others = parts.filter((part) => part.id !== unit.id)
  if (others.length === 0) return null
  return (
    <span className="unit-parts" lang="vi" title={others.map(({ fullName }) => fullName).join('; ')}>
      {t.formerly(others.map(({ name }) => name).join(', '))}
    </span>
  )
}
