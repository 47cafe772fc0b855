/** All points that an address asks for. Apart from the page: they are on their way while its script still comes. */
import { ListPoints, pointStates } from '@loa/contract/map'
import { call, keyOf, queryClient } from '../api.ts'
import type { Search } from '../shell/use-filter.ts'

export const placeFilterOf = (search: Search) => ({
  campaign: Number(search.campaign) || undefined,
  unit: Number(search.unit) || undefined,
  kind: (['site', 'photo'] as const).find((each) => each === search.kind),
  state: pointStates.find((each) => each === search.state),
})
export type PlaceFilter = ReturnType<typeof placeFilterOf>

/** Real places; a campaign opens on its tiles. */
export const isPlacesView = ({ campaign, view }: Search): boolean => !Number(campaign) || view === 'points'

export const pointsQuery = (filter: PlaceFilter) => ({
  queryKey: keyOf(ListPoints, filter),
  queryFn: ({ signal }: { signal: AbortSignal }) => call(ListPoints, { query: filter, signal }),
  staleTime: 60_000,
})

export const fetchPoints = (search: Search): void => {
  if (isPlacesView(search)) void queryClient.prefetchQuery(pointsQuery(placeFilterOf(search)))
}
