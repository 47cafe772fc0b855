import { GetOverview } from '@loa/contract/overviews'
import { boardTotals } from '../campaigns/board-queries.ts'
import { findCampaign, listIndicators } from '../campaigns/queries.ts'
import { countUnits, listMissing } from '../figures/queries.ts'
import { noAmounts } from '../figures/total.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { findRound } from '../rounds/queries.ts'
import { today } from '../time.ts'
import {
  countDoubted,
  findRoundOfDay,
  listMilestones,
  listNewestReports,
  listWeekFigures,
} from './queries.ts'
import { courseOf, weeksOf } from './weeks.ts'

/** Named on the page; the board has the rest. */
const namedUnits = 12

export const overviewRoutes = [
  route(GetOverview, async ({ db, now, params: { id } }) => {
    const campaign = orNotFound(await findCampaign(db, id), 'campaign', id)
    const main = (await listIndicators(db, id)).filter((indicator) => indicator.main)
    const totals = new Map((await boardTotals(db, id)).map(({ indicator, total }) => [indicator, total]))
    const figures = await listWeekFigures(db, campaign)
    const weeks = weeksOf(figures)
    const missing = await listMissing(db, id, { units: 'then' })
    const { unitsAll, unitsReporting } = await countUnits(db, id, 'then')
    const next = await findRoundOfDay(db, id, now)
    return {
      today: today(now),
      deadline: campaign.deadline,
      units: { all: unitsAll, received: campaign.received, reporting: unitsReporting },
      doubted: await countDoubted(db, id),
      forms: main.map((indicator) => {
        const total = totals.get(indicator.code)
        return { indicator, total: total === undefined ? { ...noAmounts, plan: null } : total }
      }),
      weeks,
      course: courseOf(main, figures, weeks),
      milestones: await listMilestones(db, id),
      missing: { units: missing.slice(0, namedUnits), all: missing.length },
      round: next && (await findRound(db, next.id, now)),
      reports: await listNewestReports(db, id),
    }
  }),
]
