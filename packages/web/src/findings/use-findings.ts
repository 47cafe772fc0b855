/** What was found in a dispatch, which finding is chosen, and putting one aside. */
import { type Finding, ListFindings, PutFindingAside } from '@loa/contract/findings'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useMay } from '../shell/session.ts'

/** A finding with the number that stands on the page and in the list. */
export interface Numbered extends Finding {
  number: number
}

export const useFindings = (dispatchId: number, version: number) => {
  const cache = useQueryClient()
  const key = keyOf(ListFindings, dispatchId, version)
  const query = useQuery({
    queryKey: key,
    queryFn: () => call(ListFindings, { params: { id: dispatchId } }),
    // A version is checked once.
    staleTime: 60_000,
  })
  const [selected, select] = useState<string | null>(null)
  const all = useMemo(() => numbered(query.data?.findings ?? []), [query.data])
  const mayPutAside = useMay()('finding.put-aside')
  const putAside = useMutation({
    mutationFn: ({ key, reason }: { key: string; reason: string | null }) =>
      call(PutFindingAside, { params: { id: dispatchId, key }, body: { reason } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: key }),
  })
  const [open, aside] = useMemo(
    () => [all.filter(({ aside }) => aside === null), all.filter(({ aside }) => aside !== null)],
    [all],
  )
  return {
    query,
    open,
    aside,
    selected,
    select,
    mayPutAside,
    putAside,
  }
}
export type FindingsWork = ReturnType<typeof useFindings>

const rank = { error: 0, warning: 1, info: 2 }

/** The worst first, and within that in the order of the page. */
const numbered = (findings: readonly Finding[]): Numbered[] =>
  [...findings]
    .sort((left, right) => rank[left.severity] - rank[right.severity])
    .map((finding, at) => ({ ...finding, number: at + 1 }))
