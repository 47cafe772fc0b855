import { Link } from '@tanstack/react-router'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'

export const NotFound = () => {
  const t = useWords(shellWords)
  return (
    <main id="main" className="page-main">
      <h1>{t.noPage}</h1>
      <p>{t.noPageHelp}</p>
      <Link to="/">{t.toHome}</Link>
    </main>
  )
}
