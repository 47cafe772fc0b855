/** What the directory page shows: the day, the unit chosen, the directory of that day. All of it stands in the address. */
import { GetDirectory, GetUnit, GetUnitTree, type UnitNode } from '@loa/contract/units'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { useSession } from '../shell/session.ts'
import { useFilter } from '../shell/use-filter.ts'

export const useDay = (): string => {
  const [search] = useFilter()
  return search.on ?? todayInVietnam()
}

export const useDirectory = () => {
  const on = useDay()
  return useQuery({
    queryKey: keyOf(GetDirectory, on),
    queryFn: () => call(GetDirectory, { query: { on } }),
    placeholderData: keepPreviousData,
  })
}

const unitQuery = (id: number, on: string) =>
  queryOptions({
    queryKey: keyOf(GetUnit, id, on),
    queryFn: () => call(GetUnit, { params: { id }, query: { on } }),
    placeholderData: keepPreviousData,
  })

/** The unit that the address names; else what stands at the top of the person's own unit. */
export const useChosenUnit = () => {
  const [search] = useFilter()
  const on = useDay()
  const own = useSession()?.person?.unit.id
  const named = search.unit ? Number(search.unit) : null
  const above = useQuery({ ...unitQuery(own ?? 0, on), enabled: named === null && own !== undefined })
  const top = above.data ? (above.data.above[0]?.id ?? above.data.unit.id) : null
  const id = named ?? top
  return useQuery({ ...unitQuery(id ?? 0, on), enabled: id !== null })
}

/** All that stands right below a unit on the day; the pages of a long branch come one after the other. */
export const branchQuery = (on: string, parent: string | null) =>
  queryOptions({
    queryKey: keyOf(GetUnitTree, on, parent),
    queryFn: async ({ signal }) => {
      const rows: UnitNode[] = []
      let cursor: string | undefined
      do {
        const query = {
          on,
          limit: 200,
          ...(parent === null ? {} : { parent }),
          ...(cursor ? { cursor } : {}),
        }
        const page = await call(GetUnitTree, { query, signal })
        rows.push(...page.rows)
        cursor = page.next ?? undefined
      } while (cursor)
      return rows
    },
    placeholderData: keepPreviousData,
  })
