/** Các lần sửa: who changed the draft when, and what, word by word. */
import { ListDraftVersions } from '@loa/contract/drafts'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { remarkWords } from '../words/draft-remarks.ts'
import { useWords } from '../words/language.tsx'
import './drafts.css'

const Difference = lazy(async () => ({ default: (await import('./difference.tsx')).Difference }))

export const Versions = ({ dispatchId, version }: { dispatchId: number; version: number }) => {
  const t = useWords(remarkWords)
  const { data } = useQuery({
    queryKey: keyOf(ListDraftVersions, dispatchId, version),
    queryFn: () => call(ListDraftVersions, { params: { id: dispatchId } }),
  })
  const [shown, setShown] = useState<number | null>(null)
  if (!data || data.versions.length === 0) return null
  const first = data.versions.at(-1)?.number
  return (
    <details className="versions">
      <summary>{t.versions}</summary>
      <ol>
        {data.versions.map((each) => (
          <li key={each.number}>
            <button
              type="button"
              aria-expanded={shown === each.number}
              onClick={() => setShown(shown === each.number ? null : each.number)}
            >
              {t.version(each.person?.name ?? 'Loa', instantWords(each.at))}
              {each.number === first && <span className="meta"> · {t.first}</span>}
            </button>
            {shown === each.number && (
              <Suspense fallback={null}>
                <Difference
                  dispatchId={dispatchId}
                  version={each}
                  now={version}
                  isFirst={each.number === first}
                />
              </Suspense>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
