/** The filters of the board, by the same names in the address. Apart from the board's own: sharing would make its page heavier. */
import type { BoardRow } from '@loa/contract/campaigns'
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
] satisfies BoardRow['step'][]
export const shows = ['missing', 'doubt', 'returned', 'unreceived', 'late'] as const

export const boardFilter = (search: Search) => ({
  q: search.q || undefined,
  step: steps.find((each) => each === search.step),
  show: shows.find((each) => each === search.show),
  units: search.units === 'today' ? ('today' as const) : undefined,
})
