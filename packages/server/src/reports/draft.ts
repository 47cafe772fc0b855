/** A report is drawn up: its ground read, its page laid into an outgoing dispatch, its snapshot kept. */
import type { Outline } from '@loa/contract/report-outline'
import type { ReportText } from '@loa/contract/reports'
import type { findCampaign } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { insertDispatch } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import type { ReportGround } from './ground.ts'
import { insertReport, type NewReport, type Snapshot, takeReportId } from './queries.ts'
import { reportTree } from './report.ts'

type Campaign = NonNullable<Awaited<ReturnType<typeof findCampaign>>>

export const snapshotOf = (ground: ReportGround, included: Snapshot['included']): Snapshot => ({
  figures: ground.indicators.map(({ code, name, unit, amounts }) => ({
    indicator: code,
    name,
    unit,
    amounts,
  })),
  missing: ground.missing,
  unitsAll: ground.units.length - ground.gaps.exempt.length,
  unitsReporting: ground.units.length - ground.gaps.exempt.length - ground.missing.length,
  included,
  ground,
})

export interface Drafting
  extends Pick<NewReport, 'kind' | 'ofReportId' | 'number' | 'reason' | 'roundId' | 'by'> {
  campaign: Campaign
  unitId: number
  ground: ReportGround
  included: Snapshot['included']
  outline: Outline
  texts?: Record<string, ReportText>
  at: string
}

export const draftReport = async (db: Database, drafting: Drafting): Promise<number> => {
  const { campaign, unitId, included, outline, texts = {}, by, at, ground: read, ...kind } = drafting
  const id = await takeReportId(db)
  const ground = { ...read, reportId: id }
  const words = Object.fromEntries(Object.entries(texts).map(([block, { text }]) => [block, text]))
  const dispatchId = await insertDispatch(db, {
    direction: 'out',
    ownerUnitId: unitId,
    state: 'draft',
    tree: reportTree(ground, outline, words),
    messages: [],
    file: null,
    planOn: null,
    planWarnings: [],
    sourceDispatchId: campaign.sourceDispatchId,
    campaignId: campaign.id,
    simulated: campaign.simulated,
    by,
    at,
  })
  if (dispatchId === null) throw new Error('an outgoing draft has no file that could clash')
  await insertReport(db, {
    id,
    ...kind,
    campaignId: campaign.id,
    ownerUnitId: unitId,
    dispatchId,
    asOf: at,
    from: ground.from,
    to: ground.to,
    snapshot: snapshotOf(ground, included),
    outline,
    texts,
    repliesToId: campaign.sourceDispatchId,
    by,
  })
  await record(db, {
    unitId,
    at,
    personId: by,
    kind: kindOfEvent[kind.kind],
    subject: 'report',
    subjectId: id,
    data: {
      campaignId: campaign.id,
      dispatchId,
      ...(kind.roundId ? { roundId: kind.roundId } : {}),
      ...(kind.ofReportId ? { of: kind.ofReportId } : {}),
      ...(kind.reason ? { reason: kind.reason } : {}),
      missing: ground.missing.length,
    },
  })
  return id
}

const kindOfEvent = {
  main: 'report.drafted',
  supplement: 'report.supplemented',
  replacement: 'report.replaced',
} as const
