import { ListInRegister, ListOutRegister } from '@loa/contract/registers'
import { countArrivals, listArrivals } from '../arrivals/queries.ts'
import { route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { registerFileRoute } from './file-route.ts'
import { countOut, listOut } from './queries.ts'

export const registerRoutes = [
  registerFileRoute,

  route(ListOutRegister, async ({ db, actor, params: { year }, query }) => {
    const filter = { unitId: actor.unit.id, year, series: query.series }
    const before = cursorId(query.cursor, fromTheTop)
    const rows = await listOut(db, { ...filter, before, limit: query.limit + 1 })
    return pageFrom(rows, query.limit, (row) => row.id, await countOut(db, filter))
  }),

  route(ListInRegister, async ({ db, actor, params: { year }, query }) => {
    // A book is that of one body, as that of what goes out.
    const filter = { unitId: actor.unit.id, year, open: query.open ?? false }
    const before = cursorId(query.cursor, fromTheTop)
    const rows = await listArrivals(db, { ...filter, before, limit: query.limit + 1 })
    return pageFrom(rows, query.limit, (row) => row.id, await countArrivals(db, filter))
  }),
]
