/** Who is signed in; asked once and kept. */
import type { Act } from '@loa/contract/acts'
import { GetSession } from '@loa/contract/people'
import { useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'

export const sessionQuery = {
  queryKey: keyOf(GetSession),
  queryFn: () => call(GetSession),
  staleTime: 60_000,
}

export const useSession = () => useQuery(sessionQuery).data

/** Whether the person works for that unit, or for the one that took it over. */
export const useWorksFor = (): ((unitId: number) => boolean) => {
  const session = useSession()
  return (unitId) => session?.ownUnits.includes(unitId) ?? false
}

/** May the person do this at all? The server decides; this only keeps buttons away that would be refused. */
export const useMay = (): ((act: Act) => boolean) => {
  const session = useSession()
  return (act) => session?.acts.includes(act) ?? false
}
