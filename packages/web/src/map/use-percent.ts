import { useLanguage } from '../words/language.tsx'

/** 0.57 → "57 %". */
export const usePercent = () => {
  const { language } = useLanguage()
  return (share: number) => `${Math.floor(share * 100 + 1e-9).toLocaleString(language)} %`
}
