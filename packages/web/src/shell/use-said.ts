/** The words for a problem. Most people never see one, so all but the most urgent are loaded with the first that happens. */
import { useEffect, useState } from 'react'
import { useLanguage } from '../words/language.tsx'
import { type Said, urgentProblems } from '../words/urgent-problems.ts'

/** Null while the words are on their way. */
export const useSaid = (code: string | null): Said | null => {
  const { language } = useLanguage()
  const urgent = urgentProblems[language] as Record<string, Said>
  const [loaded, setLoaded] = useState<{ code: string; language: string; said: Said } | null>(null)
  useEffect(() => {
    if (code === null || urgent[code]) return
    let isGone = false
    import('../words/problems.ts').then(
      ({ saidOf }) => !isGone && setLoaded({ code, language, said: saidOf(language, code) }),
      // The words could not be fetched: then that is the trouble.
      () => !isGone && setLoaded({ code, language, said: urgentProblems[language]['network.offline'] }),
    )
    return () => {
      isGone = true
    }
  }, [code, language, urgent])
  if (code === null) return null
  if (urgent[code]) return urgent[code]
  return loaded?.code === code && loaded.language === language ? loaded.said : null
}
