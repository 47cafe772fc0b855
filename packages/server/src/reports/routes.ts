import { GetReport, GetReportFile, ListReports, ListReportTexts } from '@loa/contract/reports'
import { fileNameOf, issuedFile, layOut, mimes } from '../dispatches/files.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { type FileAnswer, orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { findSignedFile } from '../signatures/queries.ts'
import { draftRoutes } from './draft-routes.ts'
import type { ReportGround } from './ground.ts'
import { countReports, countTexts, findReport, listReports, listTexts } from './queries.ts'
import { showReport } from './show.ts'
import { reportWorkbook } from './workbook.ts'

export const reportRoutes = [
  route(ListReports, async ({ db, query }) => {
    const rows = await listReports(db, {
      ...query,
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, (row) => row.id, await countReports(db, query))
  }),

  route(GetReport, async ({ db, now, params }) => showReport(db, params.id, now)),

  ...draftRoutes,

  route(ListReportTexts, async ({ db, params, query }) => {
    orNotFound(await findReport(db, params.id), 'report', params.id)
    const rows = await listTexts(db, params.id, params.block, {
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, (row) => row.id, await countTexts(db, params.id, params.block))
  }),

  routeInSteps(GetReportFile, {
    async handle({ db, params }) {
      const report = orNotFound(await findReport(db, params.id), 'report', params.id)
      const dispatch = orNotFound(await findDispatch(db, report.dispatchId), 'dispatch', report.dispatchId)
      const signed = await findSignedFile(db, dispatch.id)
      return { kind: params.kind, report, dispatch, signed }
    },
    async present(tools, { kind, report, dispatch, signed }): Promise<FileAnswer> {
      const name = `bao-cao-${fileNameOf(dispatch)}`
      if (kind !== 'xlsx')
        return issuedFile(dispatch, kind, signed) ?? layOut(tools, dispatch.tree, kind, name)
      const workbook = reportWorkbook(report.snapshot.ground as ReportGround)
      return {
        name: `${name}.xlsx`,
        mime: mimes.xlsx,
        inline: false,
        content: { bytes: await tools.documents.do('xlsx', { workbook }) },
      }
    },
  }),
]
