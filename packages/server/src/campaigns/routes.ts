import { GetCampaign, ListCampaigns } from '@loa/contract/campaigns'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { ownUnits } from '../people/actor.ts'
import { boardRoutes } from './board-routes.ts'
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

  ...boardRoutes,
]
