import { pointStates } from '@loa/contract/map'
import { numberWords } from '../shell/format.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import type { Circle } from './circle.ts'

/** "1.204 địa điểm: 800 ảnh đã chứng minh, 404 điểm treo". */
export const useCircleWords = () => {
  const t = useWords(mapWords)
  const { language } = useLanguage()
  return ({ count, counts }: Circle): string => {
    const parts = pointStates.flatMap((state, at) => {
      const many = counts[at] ?? 0
      return many > 0 ? [t.part(numberWords(language, many), t.states[state])] : []
    })
    const [only] = pointStates.filter((_, at) => (counts[at] ?? 0) > 0)
    return count === 1 && only
      ? t.single(t.states[only])
      : t.group(numberWords(language, count), parts.join(', '))
  }
}
