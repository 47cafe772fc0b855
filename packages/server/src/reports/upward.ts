/**
 * A report was issued. Where the body above works in this Loa too, its dispatch having been delivered here, the report is
 * delivered to it and stands there as the report that was expected, with its figures.
 */
import type { FigureLine, FormSaid } from '@loa/contract/expected-reports'
import type { Database } from '../database/database.ts'
import { deliverReport } from '../deliveries/queries.ts'
import { record } from '../events/events.ts'
import { findExpectedForUpdate } from '../expected-reports/queries.ts'
import { handIn } from '../expected-reports/submit.ts'
import { isHandedIn } from '../expected-reports/writes.ts'
import { findRound, listOwed, noteReported } from '../rounds/queries.ts'
import type { ReportGround } from './ground.ts'
import { findReportOfDispatch } from './queries.ts'

export const deliverUpward = async (
  db: Database,
  { dispatchId, by, at }: { dispatchId: number; by: string; at: string },
): Promise<void> => {
  const report = await findReportOfDispatch(db, dispatchId)
  if (!report) return
  if (report.roundId) await noteReported(db, report.roundId, at)
  if (await isHandedIn(db, report.id)) return
  const round = report.roundId ? await findRound(db, report.roundId, at) : null
  // A report of no round answers what is due next.
  const owed = round ? round.answersId : ((await listOwed(db, report.campaignId))[0]?.expectedId ?? null)
  const expected = owed ? await findExpectedForUpdate(db, owed, at) : null
  if (!expected) return
  const ground = report.snapshot.ground as ReportGround
  await handIn(db, expected, {
    figures: figuresOf(ground),
    forms: formsOf(ground),
    narrative: '',
    gaps: ground.gaps.missing.map((unit) => ({ unit, state: 'waiting' as const })),
    document: { reportId: report.id, dispatchId },
    by,
    at,
  })
  await deliverReport(db, { dispatchId, to: expected.ownerUnitId, from: report.ownerUnitId, at })
  await record(db, {
    unitId: expected.ownerUnitId,
    at,
    personId: null,
    kind: 'delivery.01',
    subject: 'dispatch',
    subjectId: dispatchId,
  })
}

/** Where the values of several units are not added there is no one value to hand on. */
const figuresOf = ({ indicators }: ReportGround): FigureLine[] =>
  indicators.flatMap(({ code, amounts }) =>
    amounts && amounts.activities > 0 ? [{ indicator: code, amounts }] : [],
  )

/** None for the body only where every unit that was to report has said so. */
const formsOf = ({ forms, gaps, units, missing }: ReportGround): FormSaid[] => {
  const asked = units.length - gaps.exempt.length
  return forms
    .filter(
      (form) =>
        missing.length === 0 &&
        asked > 0 &&
        gaps.none.filter(({ forms: none }) => none.includes(form)).length === asked,
    )
    .map((form) => ({ form, says: 'none', reason: '' }))
}
