/** Vietnamese first, English complete. Each feature holds its words in a file of its own, in both languages. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { makeWords, type Shape } from './make-words.ts'

export { makeWords }

export type Language = 'vi' | 'en'

const Current = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'vi',
  choose: () => {},
})

export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem('language') === 'en' ? 'en' : 'vi',
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choose = useCallback((chosen: Language) => {
    localStorage.setItem('language', chosen)
    setLanguage(chosen)
  }, [])
  return <Current value={{ language, choose }}>{children}</Current>
}

export const useLanguage = () => useContext(Current)

/** The words of a feature in the language chosen; functions take their values: `t.days(3)`. */
export const useWords = <T extends object>(words: { vi: T; en: Shape<T> }): T =>
  (useContext(Current).language === 'vi' ? words.vi : words.en) as T
