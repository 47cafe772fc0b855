import { GetBoard, GetBoardFile, GetBoardStamp } from '@loa/contract/campaigns'
import type { Database } from '../database/database.ts'
import { mimes } from '../dispatches/files.ts'
import { orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { cursorId, pageFrom } from '../http/page.ts'
import { today } from '../time.ts'
import { boardStamp, boardTotals, countBoard, listBoard } from './board-queries.ts'
import { boardFileName, boardWorkbook } from './board-workbook.ts'
import { findCampaign, listIndicators } from './queries.ts'

/** More units than any province has. */
const fileLimit = 5000

export const boardRoutes = [
  route(GetBoard, async ({ db, now, params: { id }, query }) => {
    orNotFound(await findCampaign(db, id), 'campaign', id)
    const of = { campaignId: id, units: query.units, at: { day: today(now), now } }
    const rows = await listBoard(db, of, {
      ...query,
      after: cursorId(query.cursor, 0),
      limit: query.limit + 1,
    })
    const { total, ...counts } = await countBoard(db, of, query)
    return {
      ...pageFrom(rows, query.limit, (row) => row.ordinal, total),
      totals: await totalsOf(db, id),
      ...counts,
    }
  }),

  route(GetBoardStamp, async ({ db, params: { id } }) => ({
    stamp: orNotFound(await boardStamp(db, id), 'campaign', id),
  })),

  routeInSteps(GetBoardFile, {
    async handle({ db, now, params: { id }, query }) {
      const campaign = orNotFound(await findCampaign(db, id), 'campaign', id)
      const of = { campaignId: id, units: query.units, at: { day: today(now), now } }
      const rows = await listBoard(db, of, { ...query, after: 0, limit: fileLimit })
      const indicators = await listIndicators(db, id)
      return {
        workbook: boardWorkbook({ campaign, rows, indicators, at: now }),
        name: boardFileName(id, now),
      }
    },
    async present({ documents }, { workbook, name }) {
      const bytes = await documents.do('xlsx', { workbook })
      return { name, mime: mimes.xlsx, inline: false, content: { bytes } }
    },
  }),
]

const totalsOf = async (db: Database, campaignId: number) =>
  Object.fromEntries((await boardTotals(db, campaignId)).map(({ indicator, total }) => [indicator, total]))
