/** The language chosen in the office pages counts here too. */

import { fieldWords } from '../words/field.ts'
import type { Language } from '../words/language.tsx'

export const language: Language = localStorage.getItem('language') === 'en' ? 'en' : 'vi'
export const t = fieldWords[language] as typeof fieldWords.vi

export const chooseOther = (): void => {
  localStorage.setItem('language', language === 'vi' ? 'en' : 'vi')
  location.reload()
}
