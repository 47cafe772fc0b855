import { commonSeries } from '@loa/contract/numbers'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'

/** 5 → 05, as it is printed. */
export const printed = (number: number): string => String(number).padStart(2, '0')

export const useSeriesName = () => {
  const t = useWords(registerWords)
  const { types } = useWords(dispatchWords)
  return (series: string) => (series === commonSeries ? t.commonSeries : (types[series] ?? series))
}
