/** What went wrong with a key or a signature, with the days, minutes or tries that belong to it. */
import { ApiProblem } from '../api.ts'
import { dayWords, instantWords } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { signatureWords } from '../words/signatures.ts'

export const SigningTrouble = ({ error }: { error: Error }) => {
  const t = useWords(signatureWords)
  const detail = error instanceof ApiProblem ? detailOf(t, error) : null
  return (
    <>
      <Trouble error={error} />
      {detail && <p className="small">{detail}</p>}
    </>
  )
}

const detailOf = (t: (typeof signatureWords)['vi'], { code, body }: ApiProblem): string | null => {
  const { left, until, from, to, who } = body.values ?? {}
  if (code === 'signing-key.wrong-pin') return t.left(Number(left))
  if (code === 'signing-key.locked') return t.until(instantWords(String(until)))
  if (code === 'signing-key.expired' || code === 'signing-key.not-yet-valid')
    return t.validDays(dayWords(String(from)), dayWords(String(to)))
  return who ? t.signer(String(who)) : null
}
