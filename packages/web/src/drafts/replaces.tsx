/** Thay thế: which issued dispatch this draft will replace; the receivers of the old one are asked when this one is issued. */
import { ListDispatches } from '@loa/contract/dispatches'
import { GetRecall, SetReplaced } from '@loa/contract/recalls'
import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { remarkWords } from '../words/draft-remarks.ts'
import { useWords } from '../words/language.tsx'
import './drafts.css'

export const Replaces = ({ dispatchId }: { dispatchId: number }) => {
  const t = useWords(remarkWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="versions" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.replaces}</summary>
      {isOpen && <Choice dispatchId={dispatchId} />}
    </details>
  )
}

const Choice = ({ dispatchId }: { dispatchId: number }) => {
  const t = useWords(remarkWords)
  const cache = useQueryClient()
  const queryKey = keyOf(GetRecall, dispatchId)
  const stand = useQuery({ queryKey, queryFn: () => call(GetRecall, { params: { id: dispatchId } }) })
  const issued = useQuery({
    queryKey: keyOf(ListDispatches, 'issued', dispatchId),
    queryFn: () => call(ListDispatches, { query: { direction: 'out', state: 'issued', limit: 100 } }),
  })
  const set = useMutation({
    mutationFn: (chosen: number | null) =>
      call(SetReplaced, { params: { id: dispatchId }, body: { dispatchId: chosen } }),
    onSuccess: (recall) => cache.setQueryData(queryKey, recall),
  })
  if (!stand.data || !issued.data) return null
  const now = stand.data.replaces
  const rows = issued.data.rows.filter(({ id }) => id !== now?.id)
  return (
    <>
      <NativeSelect
        size="xs"
        label={t.replacesWhich}
        description={t.replacesHelp}
        disabled={set.isPending}
        value={now ? String(now.id) : ''}
        onChange={(event) => set.mutate(event.currentTarget.value ? Number(event.currentTarget.value) : null)}
        data={[
          { value: '', label: t.replacesNone },
          ...(now ? [{ value: String(now.id), label: now.code ?? String(now.id) }] : []),
          ...rows.map(({ id, code, subject }) => ({
            value: String(id),
            label: [code, subject?.slice(0, 80)].filter(Boolean).join(' · '),
          })),
        ]}
      />
      {set.error && <Trouble error={set.error} />}
      {set.isSuccess && (
        <p className="note ok" role="status">
          {now ? t.replacesSet(now.code ?? '') : t.replacesCleared}
        </p>
      )}
    </>
  )
}
