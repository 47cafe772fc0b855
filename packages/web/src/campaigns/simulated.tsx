/** Made by a simulation: said wherever such figures are shown. */
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import './simulated.css'

export const Simulated = () => {
  const t = useWords(shellWords)
  return (
    <span className="simulated" title={t.simulatedHelp}>
      {t.simulated}
    </span>
  )
}
