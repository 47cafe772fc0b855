import { GetBoard, GetCampaign, ListCampaigns } from '@loa/contract/campaigns'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { ownUnits } from '../people/actor.ts'
import { today } from '../time.ts'
import { boardTotals, countBoard, countSteps, listBoard } from './board-queries.ts'
import {
  countCampaigns,
  findCampaign,
  findMyDuty,
  findOpenRound,
  listCampaigns,
  listForms,
  listGroups,
  listIndicators,
  listTopics,
} from './queries.ts'
import { rolloverRoute } from './rollover-route.ts'
import { startRoute } from './start-routes.ts'

export const campaignRoutes = [
  startRoute,
  rolloverRoute,

  route(ListCampaigns, async ({ db, query }) => {
    const rows = await listCampaigns(db, {
      ...query,
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, (row) => row.id, await countCampaigns(db, query))
  }),

  route(GetCampaign, async ({ db, actor, params: { id } }) => {
    const campaign = orNotFound(await findCampaign(db, id), 'campaign', id)
    return {
      ...campaign,
      topics: await listTopics(db, id),
      forms: await listForms(db, id),
      groups: await listGroups(db, id),
      indicators: await listIndicators(db, id),
      openRoundId: await findOpenRound(db, id),
      myDutyId: await findMyDuty(db, id, ownUnits(actor)),
    }
  }),

  route(GetBoard, async ({ db, now, params: { id }, query }) => {
    orNotFound(await findCampaign(db, id), 'campaign', id)
    const of = { campaignId: id, units: query.units, day: today(now) }
    const rows = await listBoard(db, of, {
      ...query,
      after: cursorId(query.cursor, 0),
      limit: query.limit + 1,
    })
    const { total, missing, undecided } = await countBoard(db, of, query)
    const totals = await boardTotals(db, id)
    const steps = await countSteps(db, of)
    return {
      ...pageFrom(rows, query.limit, (row) => row.ordinal, total),
      totals: Object.fromEntries(totals.map(({ indicator, total }) => [indicator, total])),
      steps: Object.fromEntries(steps.map(({ step, units }) => [step, units])),
      missing,
      undecided,
    }
  }),
]
