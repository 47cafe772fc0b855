/** An indicator and its numbers in the language of the person. */
import type { Indicator } from '@loa/contract/figures'
import { numberWords } from '../shell/format.ts'
import { useLanguage } from '../words/language.tsx'

export const useNumbers = () => {
  const { language } = useLanguage()
  return {
    language,
    number: (value: number) => numberWords(language, value),
    nameOf: (indicator: Indicator) => (language === 'vi' ? indicator.name : indicator.nameEn),
    unitOf: (indicator: Indicator) => (language === 'vi' ? indicator.unit : indicator.unitEn),
  }
}
export type Numbers = ReturnType<typeof useNumbers>
