import { ListVehicles } from '@loa/contract/vehicles'
import { queryOptions } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'

export const vehiclesQuery = queryOptions({
  queryKey: keyOf(ListVehicles),
  queryFn: ({ signal }) => call(ListVehicles, { query: { limit: 200 }, signal }),
})
