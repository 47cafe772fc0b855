import { ListEvents, ListMyEvents } from '@loa/contract/events'
import { route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { listEvents } from './queries.ts'

export const eventRoutes = [
  route(ListEvents, async ({ db, actor, query }) => {
    const isNarrow = query.person !== undefined || (query.subject !== undefined && query.id !== undefined)
    const rows = await listEvents(db, {
      ...query,
      // Row-level security shows what the person's units may see; without a thing or a person, one unit is read.
      unit: query.unit ?? (isNarrow ? undefined : actor.unit.id),
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, (row) => row.id, 0)
  }),

  route(ListMyEvents, async ({ db, actor, query }) => {
    const rows = await listEvents(db, {
      ...query,
      person: actor.id,
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, (row) => row.id, 0)
  }),
]
