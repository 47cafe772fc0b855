/** A report as its reader sees it: the page by blocks, what is missing, what changed, and the documents around it. */
import type { Report } from '@loa/contract/reports'
import type { Database } from '../database/database.ts'
import { listHolders } from '../figures/queries.ts'
import { orNotFound } from '../http/endpoint.ts'
import { findRound } from '../rounds/queries.ts'
import { changesBetween } from './changes.ts'
import type { ReportGround } from './ground.ts'
import { countNewer, findDraft, findLink, findReport, listFollowing, type StoredReport } from './queries.ts'
import { pageOf } from './report.ts'

export const showReport = async (db: Database, id: number, now: string): Promise<Report> => {
  const { snapshot, ofReportId, ...report } = orNotFound(await findReport(db, id), 'report', id)
  const ground = snapshot.ground as ReportGround
  const round = report.roundId ? await findRound(db, report.roundId, now) : null
  const following = await listFollowing(db, id)
  const before = report.drafts > 1 ? await findDraft(db, id, report.drafts - 1) : null
  return {
    ...report,
    figures: snapshot.figures,
    parts: partsOf(ground),
    missing: snapshot.missing,
    missingToday: await listHolders(db, report.campaignId, snapshot.missing),
    round,
    // Reports from before gaps were told apart know only who was missing.
    gaps: ground.gaps ?? { missing: snapshot.missing, forms: [], exempt: [], none: [] },
    page: report.outline.length > 0 ? pageOf(ground, report.outline, wordsOf(report)) : [],
    changes: before ? changesBetween(before.snapshot.ground as ReportGround, ground) : null,
    newer: await countNewer(db, report.roundId, report.asOf),
    of: ofReportId ? await findLink(db, ofReportId) : null,
    supplements: following.filter(({ kind }) => kind === 'supplement'),
    replacedBy: following.find(({ kind }) => kind === 'replacement') ?? null,
  }
}

/** Reports from before rounds keep declared and proved of each unit only: theirs open as they stand today. */
const partsOf = ({ round, supplement, units }: ReportGround): Report['parts'] => {
  const parts: Report['parts'] = {}
  if (!round && !supplement) return parts
  for (const { unit, byIndicator } of units)
    for (const [indicator, amounts] of Object.entries(byIndicator)) {
      parts[indicator] ??= []
      parts[indicator].push({ unit, amounts })
    }
  return parts
}

export const wordsOf = ({ texts }: Pick<StoredReport, 'texts'>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([block, { text }]) => [block, text]))
