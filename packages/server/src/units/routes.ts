import { ListUnits } from '@loa/contract/units'
import { route } from '../http/endpoint.ts'
import { cursorId, pageFrom } from '../http/page.ts'
import { today } from '../time.ts'
import { countUnits, listUnits } from './queries.ts'

export const unitRoutes = [
  route(ListUnits, async ({ db, now, query }) => {
    const filter = { on: query.on ?? today(now), q: query.q, type: query.type }
    const rows = await listUnits(db, { ...filter, after: cursorId(query.cursor, 0), limit: query.limit + 1 })
    return pageFrom(rows, query.limit, (unit) => unit.id, await countUnits(db, filter))
  }),
]
