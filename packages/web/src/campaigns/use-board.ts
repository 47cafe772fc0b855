/** The board's rows and totals, and whether deliveries are still on their way. */
import { type Campaign, GetBoard, GetBoardStamp } from '@loa/contract/campaigns'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useWorksFor } from '../shell/session.ts'
import type { Search } from '../shell/use-filter.ts'

export const steps = [
  'delivered',
  'opened',
  'received',
  'assigned',
  'planned',
  'running',
  'proved',
  'reported',
] as const
export const shows = ['missing', 'doubt', 'returned', 'unreceived', 'late'] as const

/** Deliveries go out within seconds; a board left open does not ask for ever. */
const watchFor = 90_000

export const boardFilter = (search: Search) => {
  const step = steps.find((each) => each === search.step)
  const show = shows.find((each) => each === search.show)
  return {
    ...(search.q ? { q: search.q } : {}),
    ...(step ? { step } : {}),
    ...(show ? { show } : {}),
    ...(search.units === 'today' ? { units: 'today' as const } : {}),
  }
}

export const useBoard = (campaignId: number, campaign: Campaign | undefined, search: Search) => {
  const [openedAt] = useState(() => Date.now())
  const filter = boardFilter(search)
  // A unit sees its own row only: to it the others are not on their way, they are not shown.
  const isOwner = useWorksFor()(campaign?.owner.id ?? 0)
  const watched = isOwner ? campaign : undefined
  const cache = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: keyOf(GetBoard, campaignId, filter),
    queryFn: ({ pageParam }) =>
      call(GetBoard, {
        params: { id: campaignId },
        query: { ...filter, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const delivering = deliveredOf(watched, query.data?.pages[0]?.steps, filter.units)
  const isBusy = delivering !== null && Date.now() - openedAt < watchFor
  // A few bytes tell whether anything changed; only then the board is asked for, and nothing while nobody looks.
  const { data: stamp } = useQuery({
    queryKey: keyOf(GetBoardStamp, campaignId),
    queryFn: () => call(GetBoardStamp, { params: { id: campaignId } }),
    refetchInterval: isBusy ? 2000 : 5000,
    staleTime: 0,
  })
  const seen = useRef<string | null>(null)
  useEffect(() => {
    if (!stamp) return
    const isNew = seen.current !== null && seen.current !== stamp.stamp
    seen.current = stamp.stamp
    if (isNew) cache.invalidateQueries({ queryKey: keyOf(GetBoard, campaignId) })
  }, [stamp, cache, campaignId])
  return { query, delivering }
}

/** How many units the issued dispatch has reached; null when there is nothing to wait for. */
const deliveredOf = (
  campaign: Campaign | undefined,
  steps: Record<string, number> | undefined,
  units: 'today' | undefined,
) => {
  // By today's units several duties stand in one row: fewer rows than addressed units are no sign of letters on the way.
  if (units || !campaign || !steps || campaign.dispatchState !== 'issued') return null
  const done = Object.values(steps).reduce((sum, units) => sum + units, 0)
  return done < campaign.units ? { done, all: campaign.units } : null
}
