/** The board's rows and totals, and whether deliveries are still on their way. */
import { type Campaign, GetBoard } from '@loa/contract/campaigns'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useWorksFor } from '../shell/session.ts'
import type { Search } from '../shell/use-filter.ts'

export const steps = ['assigned', 'arrived', 'received', 'accepted', 'working', 'done'] as const
export const shows = ['missing', 'doubt', 'returned'] as const

/** Deliveries go out within seconds; a board left open does not ask for ever. */
const watchFor = 90_000

const boardFilter = (search: Search) => {
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
    refetchInterval: ({ state }) => {
      const steps = state.data?.pages[0]?.steps
      const isOut = deliveredOf(watched, steps, filter.units)
      return isOut && Date.now() - openedAt < watchFor ? 2000 : false
    },
  })
  return { query, delivering: deliveredOf(watched, query.data?.pages[0]?.steps, filter.units) }
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
