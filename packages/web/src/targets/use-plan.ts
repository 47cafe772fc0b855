/** The plan while it is worked on: the kept one, what is typed, and whether they differ. */
import type { Campaign } from '@loa/contract/campaigns'
import {
  GetTargets,
  PreviewTargets,
  PublishTargets,
  SaveTargets,
  type TargetException,
  type TargetPlan,
  type TargetRule,
} from '@loa/contract/targets'
import type { UnitRef } from '@loa/contract/units'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { type Draft, isSame, rebase } from './rebase.ts'

export const newRule = (campaign: Campaign): TargetRule => ({
  units: { types: [], belowUnitId: null, words: '', areas: [], exceptUnitIds: [], extraUnitIds: [] },
  facility: null,
  indicator: campaign.indicators.find(({ main }) => main)?.code ?? campaign.indicators[0]?.code ?? '',
  topics: [],
  amount: 1,
  per: 'once',
  eachTopic: false,
  from: null,
  to: null,
})

export const usePlan = (plan: TargetPlan) => {
  const cache = useQueryClient()
  const kept: Draft = { rules: plan.rules, exceptions: plan.exceptions }
  const [draft, setDraft] = useState<Draft>(kept)
  const [seen, setSeen] = useState({ version: plan.version, kept })
  if (seen.version !== plan.version) {
    setSeen({ version: plan.version, kept })
    setDraft((before) => rebase(before, seen.kept, kept))
  }
  // Units that an exception was typed for and the server has not named yet.
  const [named, setNamed] = useState<UnitRef[]>([])
  const isChanged = !isSame(draft, kept)
  const take = (saved: TargetPlan) => {
    cache.setQueryData(keyOf(GetTargets, plan.campaignId), saved)
    const kept = { rules: saved.rules, exceptions: saved.exceptions }
    setSeen({ version: saved.version, kept })
    setDraft(kept)
  }
  const params = { id: plan.campaignId }
  const save = useMutation({
    mutationFn: () => call(SaveTargets, { params, body: { ...draft, version: plan.version } }),
    onSuccess: take,
  })
  const publish = useMutation({
    mutationFn: async (note: string) => {
      const { version } = isChanged
        ? await call(SaveTargets, { params, body: { ...draft, version: plan.version } })
        : plan
      return call(PublishTargets, { params, body: { version, note } })
    },
    onSuccess: (published) => {
      take(published)
      cache.invalidateQueries()
    },
    // What was kept before the refusal stays kept.
    onError: () => cache.invalidateQueries({ queryKey: keyOf(GetTargets, plan.campaignId) }),
  })
  return {
    draft,
    named: [...plan.named, ...named],
    isChanged,
    save,
    publish,
    setRules: (rules: TargetRule[]) => setDraft((before) => ({ ...before, rules })),
    setException: (
      unit: UnitRef,
      indicator: string,
      change: Pick<TargetException, 'amount' | 'reason'> | null,
    ) => {
      setNamed((before) => [...before, unit])
      setDraft((before) => ({
        ...before,
        exceptions: [
          ...before.exceptions.filter((each) => each.unitId !== unit.id || each.indicator !== indicator),
          ...(change ? [{ unitId: unit.id, indicator, ...change }] : []),
        ],
      }))
    },
  }
}
export type Plan = ReturnType<typeof usePlan>

/** What the draft yields, asked again when typing has stopped. */
export const usePreview = (campaignId: number, draft: Draft, show: 'all' | 'changed') => {
  const [settled] = useDebouncedValue(draft, 400)
  return useInfiniteQuery({
    queryKey: keyOf(PreviewTargets, campaignId, settled, show),
    queryFn: ({ pageParam, signal }) =>
      call(PreviewTargets, {
        params: { id: campaignId },
        body: { ...settled, show, limit: 40, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}
