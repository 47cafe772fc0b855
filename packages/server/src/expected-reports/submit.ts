/** A report is handed in: by a person of the unit with the figures as they stand, or as the signed document of the unit. */
import type { FigureLine, FormSaid, Gap } from '@loa/contract/expected-reports'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { findingsOf, formsSaid, takeStep } from './expected-report.ts'
import { findBefore, listCampaignForms, listNow, type StoredExpected } from './queries.ts'
import { insertSubmission } from './writes.ts'

export interface HandedIn {
  forms: readonly FormSaid[]
  narrative: string
  gaps: Gap[]
  /** The figures of the document; by hand they are read as they stand. */
  figures?: FigureLine[]
  document?: { reportId: number; dispatchId: number }
  by: string | null
  at: string
}

/** @throws Problem `expected-report.wrong-state` when it was accepted already */
export const handIn = async (db: Database, expected: StoredExpected, given: HandedIn): Promise<void> => {
  takeStep(expected.state, given.document ? 'send' : 'submit')
  const now = await listNow(db, expected)
  const figures =
    given.figures ?? now.flatMap(({ code, amounts }) => (amounts ? [{ indicator: code, amounts }] : []))
  const formOf = new Map(now.map(({ code, form }) => [code, form]))
  const forms = formsSaid(
    await listCampaignForms(db, expected.campaignId),
    figures.flatMap(({ indicator, amounts }) => {
      const form = formOf.get(indicator)
      return form ? [{ indicator, form, activities: amounts.activities }] : []
    }),
    given.forms,
  )
  const number = expected.submissions + 1
  await insertSubmission(db, {
    expectedId: expected.id,
    number,
    unitId: expected.holderUnitId,
    figures,
    forms,
    narrative: given.narrative.trim(),
    gaps: given.gaps,
    findings: findingsOf({ figures, before: await findBefore(db, expected), forms, gaps: given.gaps.length }),
    reportId: given.document?.reportId ?? null,
    dispatchId: given.document?.dispatchId ?? null,
    by: given.by,
    at: given.at,
  })
  await record(db, {
    unitId: expected.holderUnitId,
    at: given.at,
    personId: given.by,
    kind: 'expected-report.submitted',
    subject: 'expected-report',
    subjectId: expected.id,
    data: {
      number,
      figures: figures.length,
      ...(given.gaps.length > 0 ? { gaps: given.gaps.length } : {}),
      ...(given.document ? { dispatchId: given.document.dispatchId } : {}),
    },
  })
}
