/** A round in one phrase: "Tháng 15/5 – 14/6/2023". */
import type { Round } from '@loa/contract/rounds'
import { dayWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { roundWords } from '../words/rounds.ts'

export const useRoundWords = () => {
  const t = useWords(roundWords)
  return ({ kind, from, to }: Pick<Round, 'kind' | 'from' | 'to'>): string => {
    // The year once, where both days have the same.
    const first = from && from.slice(0, 4) === to.slice(0, 4) ? dayWords(from).slice(0, -5) : dayWords(from)
    return `${t.kinds[kind]} ${t.days(first, dayWords(to))}`
  }
}
