import { GetMap, ListPlaces, ListPoints, pointLimit } from '@loa/contract/map'
import { route } from '../http/endpoint.ts'
import { cursorId, pageFrom } from '../http/page.ts'
import { today } from '../time.ts'
import { boundaryRoutes } from './boundary-routes.ts'
import { countPlaces, listPlaces, pointColumns } from './queries.ts'

export const mapRoutes = [
  ...boundaryRoutes,

  route(GetMap, async ({ tools }) => ({ hasTiles: tools.config.LOA_PMTILES !== undefined })),

  route(ListPoints, async ({ db, query, now }) => {
    const { longitudes, latitudes, states } = await pointColumns(db, query, today(now))
    const isCut = longitudes.length > pointLimit
    const cut = (column: number[]) => (isCut ? column.slice(0, pointLimit) : column)
    return { isCut, longitudes: cut(longitudes), latitudes: cut(latitudes), states: cut(states) }
  }),

  route(ListPlaces, async ({ db, query, now }) => {
    const { cursor, limit, west, south, east, north, ...filter } = query
    const offset = cursorId(cursor, 0)
    const wanted = { filter, day: today(now), frame: { west, south, east, north } }
    const rows = await listPlaces(db, wanted, { offset, limit: limit + 1 })
    return pageFrom(rows, limit, () => offset + limit, await countPlaces(db, wanted))
  }),
]
