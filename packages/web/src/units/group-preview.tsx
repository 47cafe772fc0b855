/** Whom the conditions mean on a day: who is in, and who is out by one condition only, each with its reason. */
import { type GroupQuery, type Member, PreviewAddressGroup } from '@loa/contract/address-groups'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { dayWords, numberWords, todayInVietnam } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Loaded } from '../shell/page.tsx'
import { addressGroupWords } from '../words/address-groups.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import type { GroupDraft } from './group-draft.ts'

interface PreviewProps {
  draft: GroupDraft
  onChange: (change: Partial<GroupDraft>) => void
  isFixed: boolean
}

export const GroupPreview = (props: PreviewProps) => {
  const t = useWords(addressGroupWords)
  const [on, setOn] = useState(todayInVietnam())
  return (
    <section className="panel" aria-label={t.preview}>
      <header>
        <h2>{t.preview}</h2>
        <TextInput
          className="preview-day"
          label={t.on}
          type="date"
          value={on}
          onChange={(event) => event.currentTarget.value && setOn(event.currentTarget.value)}
        />
      </header>
      <Part {...props} part="in" on={on} />
      <Part {...props} part="out" on={on} />
    </section>
  )
}

const Part = ({ draft, onChange, isFixed, part, on }: PreviewProps & { part: 'in' | 'out'; on: string }) => {
  const t = useWords(addressGroupWords)
  const { language } = useLanguage()
  const [query] = useDebouncedValue(draft.query, 300)
  const list = useInfiniteQuery({
    queryKey: keyOf(PreviewAddressGroup, part, on, query),
    queryFn: ({ pageParam, signal }) =>
      call(PreviewAddressGroup, {
        body: { query, on, part, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
        idempotencyKey: '',
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        const total = numberWords(language, pages[0]?.total ?? 0)
        return (
          <div className="group-part">
            <h3 role="status">{t[part](total)}</h3>
            {rows.length === 0 ? (
              <p className="meta">{part === 'in' ? t.inNone : t.outNone}</p>
            ) : (
              <ul>
                {rows.map((member) => (
                  <li key={member.id}>
                    <span lang="vi">{member.fullName}</span>
                    <span className="meta">
                      <Why member={member} />
                    </span>
                    {!isFixed && <ByHand member={member} draft={draft} onChange={onChange} />}
                  </li>
                ))}
              </ul>
            )}
            <MoreButton list={list} />
          </div>
        )
      }}
    </Loaded>
  )
}

const Why = ({ member: { why, validFrom, validTo } }: { member: Member }) => {
  const t = useWords(addressGroupWords)
  if (why === 'ended') return t.why.ended(dayWords(validTo))
  if (why === 'not-yet') return t.why['not-yet'](dayWords(validFrom))
  return t.why[why]
}

/** The one thing that changes it for this unit: leave it out, let it in again, or name it by hand. */
const ByHand = ({
  member,
  draft,
  onChange,
}: Pick<PreviewProps, 'draft' | 'onChange'> & { member: Member }) => {
  const t = useWords(addressGroupWords)
  const { id, why, fullName } = member
  const { exceptUnitIds, extraUnitIds } = draft.query
  const without = (ids: number[]) => ids.filter((each) => each !== id)
  const acts: Record<
    'query' | 'extra' | 'except' | 'out',
    [word: string, label: string, change: Partial<GroupQuery>]
  > = {
    query: [t.exclude, t.excludeLabel(fullName), { exceptUnitIds: [...exceptUnitIds, id] }],
    extra: [t.exclude, t.excludeLabel(fullName), { extraUnitIds: without(extraUnitIds) }],
    except: [t.takeBack, t.takeBackLabel(fullName), { exceptUnitIds: without(exceptUnitIds) }],
    out: [t.include, t.includeLabel(fullName), { extraUnitIds: [...extraUnitIds, id] }],
  }
  if (why === 'ended' || why === 'not-yet') return null
  const [word, label, change] = acts[why === 'query' || why === 'extra' || why === 'except' ? why : 'out']
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={label}
      onClick={() => onChange({ query: { ...draft.query, ...change }, named: [...draft.named, member] })}
    >
      {word}
    </Button>
  )
}
