/** The signatures of a dispatch's PDF: one line, which opens who signed, when, and whether it holds. */
import { type FoundSignature, ListSignatures, type Signatures } from '@loa/contract/signatures'
import { useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { StateBadge, type Tone, Warning } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { signatureWords } from '../words/signatures.ts'
import './signatures.css'

const tones: Record<FoundSignature['state'], Tone> = {
  valid: 'ok',
  changed: 'bad',
  untrusted: 'ask',
  expired: 'ask',
  revoked: 'bad',
  unreadable: 'bad',
}

export const FoundSignatures = ({ dispatchId, version }: { dispatchId: number; version: number }) => {
  const t = useWords(signatureWords)
  const query = useQuery({
    queryKey: keyOf(ListSignatures, dispatchId, version),
    queryFn: () => call(ListSignatures, { params: { id: dispatchId } }),
    staleTime: 60_000,
  })
  if (query.error) return <Trouble error={query.error} onRetry={() => query.refetch()} />
  const found = query.data?.signatures ?? []
  if (found.length === 0)
    return (
      <p className="found-signatures">
        <b>{t.found}:</b>{' '}
        <span className="meta" role="status">
          {query.data ? t.none : t.looking}
        </span>
      </p>
    )
  const bad = found.filter(({ state }) => state !== 'valid').length + (wasAppended(found) ? 1 : 0)
  return (
    <details className="found-signatures" open={bad > 0}>
      <summary>
        <b>{t.found}:</b>{' '}
        <StateBadge tone={bad > 0 ? 'ask' : 'ok'}>
          {bad > 0 ? t.someBad(found.length, bad) : t.allGood(found.length)}
        </StateBadge>
      </summary>
      <Rows found={found} hasTrust={query.data?.hasTrust ?? false} />
    </details>
  )
}

/** Every signature but the last is followed by the next one; after the last there is to be nothing. */
const wasAppended = (found: Signatures['signatures']): boolean => found.at(-1)?.hasMoreAfter === true

const Rows = ({ found, hasTrust }: { found: FoundSignature[]; hasTrust: boolean }) => {
  const t = useWords(signatureWords)
  return (
    <>
      <ul>
        {found.map((each) => (
          <li key={each.field}>
            <b lang="vi">{each.signer ?? t.unknown}</b>{' '}
            <StateBadge tone={tones[each.state]}>{t.state[each.state]}</StateBadge>
            <span className="meta">
              {[
                each.issuer && t.by(each.issuer),
                each.provedAt
                  ? t.proved(instantWords(each.provedAt))
                  : each.saidAt && t.said(instantWords(each.saidAt)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {each.state !== 'valid' && (
              <span className="small">
                {each.state === 'untrusted' && !hasTrust ? t.noTrust : t.stateHelp[each.state]}
              </span>
            )}
          </li>
        ))}
      </ul>
      {wasAppended(found) && <Warning>{t.moreAfter}</Warning>}
    </>
  )
}
