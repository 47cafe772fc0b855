/** Why a correction was not written; somebody else was faster is said with who and when. */
import { ApiProblem } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { Warning } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { correctionWords } from '../words/corrections.ts'
import { useWords } from '../words/language.tsx'

export const Refused = ({ error }: { error: Error | null }) => {
  const t = useWords(correctionWords)
  if (!error) return null
  if (!(error instanceof ApiProblem) || error.code !== 'thing.changed') return <Trouble error={error} />
  const { who, at } = error.body.values ?? {}
  return (
    <div role="alert">
      <Warning>{t.changed(String(who ?? t.somebody), instantWords(at ? String(at) : null))}</Warning>
    </div>
  )
}
