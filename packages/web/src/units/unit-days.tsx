/** From when until when a unit is there, in words; and a mark for what is not there on the day. */
import { dayWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'

interface Days {
  validFrom: string | null
  validTo: string | null
}

export const useDaysWords = () => {
  const t = useWords(unitWords)
  return ({ validFrom, validTo }: Days): string =>
    `${validFrom ? t.from(dayWords(validFrom)) : t.unknownFrom}, ${validTo ? t.until(dayWords(validTo)) : t.stillThere}`
}

export const DayMark = ({ unit, on }: { unit: Days; on: string }) => {
  const t = useWords(unitWords)
  if (unit.validTo !== null && unit.validTo < on)
    return <StateBadge tone="none">{t.ended(dayWords(unit.validTo))}</StateBadge>
  if (unit.validFrom !== null && unit.validFrom > on)
    return <StateBadge tone="none">{t.begins(dayWords(unit.validFrom))}</StateBadge>
  return null
}
