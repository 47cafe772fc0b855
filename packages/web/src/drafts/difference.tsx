/** What one change of a draft changed, word by word. */
import { CompareDraftVersion, type DraftChangeShown, type DraftVersion } from '@loa/contract/drafts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Loaded } from '../shell/page.tsx'
import { Switch } from '../shell/switch.tsx'
import { remarkWords } from '../words/draft-remarks.ts'
import { useWords } from '../words/language.tsx'

export const Difference = ({
  dispatchId,
  version: { number },
  now,
  isFirst,
}: {
  dispatchId: number
  version: DraftVersion
  now: number
  isFirst: boolean
}) => {
  const t = useWords(remarkWords)
  const [against, setAgainst] = useState<'before' | 'now'>(isFirst ? 'now' : 'before')
  const query = useQuery({
    queryKey: keyOf(CompareDraftVersion, dispatchId, number, against, now),
    queryFn: () =>
      call(CompareDraftVersion, { params: { id: dispatchId, number }, query: { with: against } }),
  })
  return (
    <>
      {!isFirst && (
        <Switch
          label={t.versions}
          value={against}
          onChange={setAgainst}
          options={[
            { value: 'before', label: t.what },
            { value: 'now', label: t.toNow },
          ]}
        />
      )}
      <Loaded query={query}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="meta">{t.same}</p>
          ) : (
            <ul className="draft-changes">
              {changes.map((change, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a change has no other name, and nothing moves here
                <Change key={at} change={change} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

const Change = ({ change: { field, paragraph, parts } }: { change: DraftChangeShown }) => {
  const t = useWords(remarkWords)
  const place = field === 'body' ? (paragraph === null ? t.gone : t.paragraph(paragraph)) : t.fields[field]
  return (
    <li>
      <span className="meta">{place}</span>
      <p lang="vi">
        {parts.map(({ kind, text }, at) => {
          if (kind === 'same') return text
          return kind === 'added' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <ins key={at} title={t.added}>
              {text}
            </ins>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <del key={at} title={t.removed}>
              {text}
            </del>
          )
        })}
      </p>
    </li>
  )
}
