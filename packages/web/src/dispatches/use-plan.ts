/** The plan of a dispatch, what is selected and typed in it, and the decisions sent for it. */
import { DecidePlan, type decisions, GetPlan, type Proposal } from '@loa/contract/plans'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { useMay } from '../shell/session.ts'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { decisionOn, type Edit, untouched } from './decision.ts'
import { tagsOf } from './marks.ts'

interface Sent {
  proposalId: number
  version: number
  decision: (typeof decisions)[number]
  value?: Proposal['value']
}

export const usePlan = (dispatchId: number, isOpen: boolean) => {
  const t = useWords(planWords)
  const cache = useQueryClient()
  const mayDecide = useMay()('plan.decide') && isOpen
  const key = keyOf(GetPlan, dispatchId)
  const query = useQuery({ queryKey: key, queryFn: () => call(GetPlan, { params: { id: dispatchId } }) })
  const proposals = query.data?.proposals ?? []
  const tags = tagsOf(proposals)

  const [chosen, setChosen] = useState<string | null>(null)
  const [edits, setEdits] = useState<ReadonlyMap<number, Edit>>(new Map())
  const [said, setSaid] = useState('')
  // Until something is chosen, the first that waits is next.
  const selected = chosen ?? keyOfProposal(mayDecide ? proposals.find(isWaiting) : undefined)

  const editOf = (id: number) => edits.get(id) ?? untouched
  const edit = (id: number, change: Partial<Edit>) =>
    setEdits((before) => new Map(before).set(id, { ...(before.get(id) ?? untouched), ...change }))

  const send = useMutation({
    mutationFn: (sent: Sent[]) => call(DecidePlan, { params: { id: dispatchId }, body: { decisions: sent } }),
    onSuccess: (plan, sent) => {
      cache.setQueryData(key, plan)
      cache.invalidateQueries({ queryKey: ['home'] })
      setEdits((before) => {
        const left = new Map(before)
        for (const { proposalId } of sent) left.delete(proposalId)
        return left
      })
      const [only] = sent
      setSaid(
        sent.length === 1 && only
          ? t.saved(tags.get(only.proposalId) ?? '', t.decision[only.decision])
          : t.savedMany(sent.length),
      )
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'thing.changed') query.refetch()
    },
  })

  const goToNext = (from: Proposal | undefined) => {
    const index = from ? proposals.indexOf(from) : -1
    const next =
      proposals.slice(index + 1).find(isWaiting) ?? proposals.find((each) => each !== from && isWaiting(each))
    if (next) setChosen(`p${next.id}`)
  }
  const confirm = (...wanted: Proposal[]) => {
    if (wanted.length === 0 || send.isPending) return
    send.mutate(
      wanted.map((proposal) => decisionOn(proposal, editOf(proposal.id), t)),
      { onSuccess: () => goToNext(wanted.at(-1)) },
    )
  }
  const decide = (proposal: Proposal, decision: 'rejected' | 'waiting') => {
    setChosen(`p${proposal.id}`)
    send.mutate([{ proposalId: proposal.id, version: proposal.version, decision }], {
      onSuccess: () => decision === 'rejected' && goToNext(proposal),
    })
  }
  const current = proposals.find(({ id }) => `p${id}` === selected)
  return {
    query,
    proposals,
    tags,
    mayDecide,
    selected,
    isChosen: chosen !== null,
    current,
    select: setChosen,
    editOf,
    edit,
    send,
    confirm,
    decide,
    said,
  }
}
export type PlanWork = ReturnType<typeof usePlan>

export const isWaiting = (proposal: Proposal) => proposal.decision === 'waiting'
const keyOfProposal = (proposal: Proposal | undefined) => (proposal ? `p${proposal.id}` : null)
