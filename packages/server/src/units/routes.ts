import { GetDirectory, GetUnit, GetUnitLife, GetUnitTree, ListUnits } from '@loa/contract/units'
import { orNotFound, route } from '../http/endpoint.ts'
import { pageFrom, pairCursor } from '../http/page.ts'
import { today } from '../time.ts'
import { contactRoutes } from './contact-routes.ts'
import { listFacilities } from './facility-queries.ts'
import { facilityRoutes } from './facility-routes.ts'
import { findLife, listContacts } from './life-queries.ts'
import { countUnits, listUnits } from './queries.ts'
import { countBranch, countTypes, findNode, listAbove, listBranch, listChangeDays } from './tree-queries.ts'

export const unitRoutes = [
  route(ListUnits, async ({ db, now, query }) => {
    const filter = { ...query, on: query.on ?? today(now), history: query.history === 'true' }
    const [rank, id] = pairCursor(query.cursor)
    const rows = await listUnits(db, filter, { after: { rank, id }, limit: query.limit + 1 })
    return pageFrom(rows, query.limit, (unit) => `${unit.rank}.${unit.id}`, await countUnits(db, filter))
  }),

  // Before /{id}, which would take these words for one.
  route(GetUnitTree, async ({ db, now, query: { on = today(now), parent, cursor = '', limit } }) => {
    const rows = await listBranch(db, { on, parent, after: cursor, limit: limit + 1 })
    return pageFrom(rows, limit, (unit) => unit.code, await countBranch(db, on, parent))
  }),

  route(GetDirectory, async ({ db, actor, now, query: { on = today(now) } }) => {
    const types = await countTypes(db, on)
    return {
      on,
      total: types.reduce((sum, { count }) => sum + count, 0),
      types,
      days: await listChangeDays(db),
      keeps: actor.keepsDirectory,
    }
  }),

  route(GetUnit, async ({ db, now, params, query }) => {
    const { on, ...unit } = orNotFound(
      await findNode(db, params.id, query.on ?? today(now)),
      'unit',
      params.id,
    )
    return {
      unit,
      on,
      above: await listAbove(db, unit, on),
      contacts: await listContacts(db, unit.id),
      facilities: await listFacilities(db, unit.id),
    }
  }),

  route(GetUnitLife, async ({ db, params }) => {
    const life = await findLife(db, params.id)
    orNotFound(life.units.find((unit) => unit.id === params.id) ?? null, 'unit', params.id)
    return life
  }),

  ...contactRoutes,
  ...facilityRoutes,
]
