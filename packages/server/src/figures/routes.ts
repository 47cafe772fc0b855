import { GetFigure, ListFigures } from '@loa/contract/figures'
import { findCampaign } from '../campaigns/queries.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, pageFrom } from '../http/page.ts'
import { countUnits, figureTotal, figureUnits, findIndicator, listFigures, listMissing } from './queries.ts'

export const figureRoutes = [
  route(ListFigures, async ({ db, params: { id }, query: { units } }) => {
    orNotFound(await findCampaign(db, id), 'campaign', id)
    return {
      indicators: await listFigures(db, id),
      ...(await countUnits(db, id, units)),
      missing: await listMissing(db, id, { units }),
    }
  }),

  route(GetFigure, async ({ db, params, query }) => {
    orNotFound(await findCampaign(db, params.id), 'campaign', params.id)
    const indicator = orNotFound(await findIndicator(db, params.indicator), 'indicator', params.indicator)
    const found = await figureUnits(db, params.id, params.indicator, {
      unit: query.unit,
      units: query.units,
      after: cursorId(query.cursor, 0),
      limit: query.limit + 1,
    })
    const { rows, next } = pageFrom(found, query.limit, (row) => row.ordinal, 0)
    return {
      indicator,
      amounts: await figureTotal(db, params.id, params.indicator, query),
      units: rows.map(({ ordinal: _, ...row }) => row),
      missing: query.unit
        ? []
        : await listMissing(db, params.id, { units: query.units, indicator: params.indicator }),
      next,
    }
  }),
]
