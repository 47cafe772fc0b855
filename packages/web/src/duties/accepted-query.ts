/** The duties that the own unit has accepted: what it may work for. */
import { ListDuties } from '@loa/contract/duties'
import { queryOptions } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'

export const acceptedDutiesQuery = queryOptions({
  queryKey: keyOf(ListDuties, { state: 'accepted' }),
  queryFn: ({ signal }) => call(ListDuties, { query: { state: 'accepted', limit: 100 }, signal }),
})
