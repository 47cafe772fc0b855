/** The switch between units as they were then and those that answer today. The choice is in the address: `?units=today`. */
import { Switch } from '../shell/switch.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { thenTodayWords } from '../words/then-today.ts'

export type UnitsOf = 'then' | 'today'

/** What the address says; "then" where it says nothing. */
export const useUnitsOf = (): UnitsOf => {
  const [search] = useFilter()
  return search.units === 'today' ? 'today' : 'then'
}

/** @param changes what else leaves or enters the address with the choice: `{ cursor: null }` */
export const ThenToday = ({ changes = {} }: { changes?: Record<string, string | null> }) => {
  const t = useWords(thenTodayWords)
  const [, change] = useFilter()
  const value = useUnitsOf()
  return (
    <Switch
      label={t.label}
      value={value}
      onChange={(chosen) => change({ ...changes, units: chosen === 'today' ? 'today' : null })}
      options={[
        { value: 'then', label: t.asOfThen },
        { value: 'today', label: t.today },
      ]}
    />
  )
}
