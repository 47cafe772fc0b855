/** What the parts of the page read. Asked for together, so that nothing that comes later pushes what is there. */
import { ListCalendarFeeds, ListVenues } from '@loa/contract/gatherings'
import { queryOptions } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'

export const venuesQuery = queryOptions({
  queryKey: keyOf(ListVenues),
  queryFn: ({ signal }) => call(ListVenues, { query: { limit: 200 }, signal }),
})
export const feedsQuery = queryOptions({
  queryKey: keyOf(ListCalendarFeeds),
  queryFn: ({ signal }) => call(ListCalendarFeeds, { signal }),
})
