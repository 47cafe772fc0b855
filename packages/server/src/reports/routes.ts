import { Problem } from '@loa/contract/problem'
import type { Report } from '@loa/contract/reports'
import { DraftReport, GetReport, GetReportFile, ListReports } from '@loa/contract/reports'
import { boardTotals } from '../campaigns/board-queries.ts'
import { findCampaign } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { fileNameOf, issuedFile, layOut, mimes } from '../dispatches/files.ts'
import { dayInWords, typeName } from '../dispatches/phrases.ts'
import { findDispatch, insertDispatch } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { countUnits, listFigures, listHolders, listMissing, listUnitFigures } from '../figures/queries.ts'
import { type FileAnswer, orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { getUnit, heirOf } from '../units/queries.ts'
import { countReceived, countReports, findReport, insertReport, listReports } from './queries.ts'
import { type ReportGround, reportTree } from './report.ts'
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

  route(GetReport, async ({ db, params }) => showReport(db, params.id)),

  route(DraftReport, async ({ db, actor, now, params }, { from, to }) => {
    const campaign = orNotFound(await findCampaign(db, params.id), 'campaign', params.id)
    allow(actor, 'report.draft', campaign.ownerUnitId)
    if (campaign.state === 'drafting') throw new Problem('report.nothing-to-report')

    // The report is signed by the body of today, whoever gave the order.
    const unitId = await heirOf(db, campaign.ownerUnitId, today(now))
    const ground = await groundOf(db, campaign, { unitId, from: from ?? null, to: to ?? null, now })
    const dispatchId = await insertDispatch(db, {
      direction: 'out',
      ownerUnitId: unitId,
      state: 'draft',
      tree: reportTree(ground),
      messages: [],
      file: null,
      planOn: null,
      planWarnings: [],
      sourceDispatchId: campaign.sourceDispatchId,
      campaignId: params.id,
      simulated: campaign.simulated,
      by: actor.id,
      at: now,
    })
    if (dispatchId === null) throw new Error('an outgoing draft has no file that could clash')
    const id = await insertReport(db, {
      campaignId: params.id,
      ownerUnitId: unitId,
      dispatchId,
      asOf: now,
      from: from ?? null,
      to: to ?? null,
      by: actor.id,
      snapshot: {
        figures: ground.indicators.map(({ code, name, unit, amounts }) => ({
          indicator: code,
          name,
          unit,
          amounts,
        })),
        missing: ground.missing,
        ...(await countUnits(db, params.id, 'then')),
        ground,
      },
    })
    await record(db, {
      unitId,
      at: now,
      personId: actor.id,
      kind: 'report.drafted',
      subject: 'report',
      subjectId: id,
      data: { campaignId: params.id, dispatchId },
    })
    return showReport(db, id)
  }),

  routeInSteps(GetReportFile, {
    async handle({ db, params }) {
      const report = orNotFound(await findReport(db, params.id), 'report', params.id)
      const dispatch = orNotFound(await findDispatch(db, report.dispatchId), 'dispatch', report.dispatchId)
      return { kind: params.kind, report, dispatch }
    },
    async present(tools, { kind, report, dispatch }): Promise<FileAnswer> {
      const name = `bao-cao-${fileNameOf(dispatch)}`
      if (kind !== 'xlsx') return issuedFile(dispatch, kind) ?? layOut(tools, dispatch.tree, kind, name)
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

const showReport = async (db: Database, id: number): Promise<Report> => {
  const { snapshot, ...report } = orNotFound(await findReport(db, id), 'report', id)
  return {
    ...report,
    figures: snapshot.figures,
    missing: snapshot.missing,
    missingToday: await listHolders(db, report.campaignId, snapshot.missing),
  }
}

type Campaign = NonNullable<Awaited<ReturnType<typeof findCampaign>>>

/** Everything the report says, read in this one transaction. */
const groundOf = async (
  db: Database,
  campaign: Campaign,
  { unitId, from, to, now }: { unitId: number; from: string | null; to: string | null; now: string },
): Promise<ReportGround> => {
  const unit = await getUnit(db, unitId)
  const source = campaign.sourceDispatchId ? await findDispatch(db, campaign.sourceDispatchId) : null
  const own = campaign.dispatchId ? await findDispatch(db, campaign.dispatchId) : null
  const plans = new Map(
    (await boardTotals(db, campaign.id)).map(({ indicator, total }) => [indicator, total?.plan ?? null]),
  )
  const figures = await listFigures(db, campaign.id)
  return {
    title: campaign.title,
    simulated: campaign.simulated,
    from,
    to,
    asOf: today(now),
    letterhead: { ...unit.letterhead, issuer: unit.letterhead.issuer ?? unit.fullName },
    order: orderOf(source, unit.letterhead.issuer ?? unit.fullName),
    own: own ? { code: own.tree.number ? own.code : null, date: own.tree.date } : null,
    ...(await countReceived(db, campaign.id)),
    indicators: figures.map(({ units: _, ...indicator }) => ({
      ...indicator,
      plan: plans.get(indicator.code) ?? null,
    })),
    units: byUnit(await listUnitFigures(db, campaign.id)),
    missing: await listMissing(db, campaign.id, { units: 'then' }),
  }
}

type Source = Awaited<ReturnType<typeof findDispatch>>

/** The order that is answered: the dispatch from above itself, or the first document that our own one carries out. */
const orderOf = (source: Source, issuer: string): ReportGround['order'] => {
  if (!source) return null
  const { tree } = source
  const said = (type: string | null, code: string, date: string | null, from: string) => ({
    text: `${typeName(type)} số ${code}${date ? ` ${dayInWords(date)}` : ''} của ${from}`,
    issuer: from,
  })
  if (tree.number && tree.code && tree.issuer && tree.issuer !== issuer)
    return said(tree.type, tree.code, tree.date, tree.issuer)
  const cited = tree.references.find((reference) => reference.issuer)
  return cited?.issuer ? said(cited.type, cited.code, cited.date, cited.issuer) : null
}

const byUnit = (rows: Awaited<ReturnType<typeof listUnitFigures>>): ReportGround['units'] => {
  const units = new Map<number, ReportGround['units'][number]>()
  for (const { unit, indicator, declared, proved } of rows) {
    const entry = units.get(unit.id) ?? { unit, byIndicator: {} }
    if (indicator !== null) entry.byIndicator[indicator] = { declared: declared ?? 0, proved: proved ?? 0 }
    units.set(unit.id, entry)
  }
  return [...units.values()]
}
