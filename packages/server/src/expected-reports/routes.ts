import {
  AcceptCleanReports,
  AcceptReport,
  ExemptReport,
  type ExpectedReport,
  GetExpectedReport,
  ListDutyReports,
  ListExpectedReports,
  ReturnReport,
  SubmitReport,
} from '@loa/contract/expected-reports'
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { findDuty } from '../duties/queries.ts'
import { record } from '../events/events.ts'
import { takeIn } from '../figures/take-in.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { type Actor, allow, sightOf } from '../people/actor.ts'
import { countExpected, findRound } from '../rounds/queries.ts'
import { changesOf, takeStep, type Verb } from './expected-report.ts'
import {
  countMatching,
  countOfDuty,
  findBefore,
  findBelow,
  findExpected,
  findExpectedForUpdate,
  listCampaignForms,
  listComments,
  listExpected,
  listNow,
  listOfDuty,
  listSubmissions,
  type StoredExpected,
} from './queries.ts'
import { handIn } from './submit.ts'
import { acceptClean, insertComments, saveDecision } from './writes.ts'

export const expectedReportRoutes = [
  route(ListExpectedReports, async ({ db, actor, now, params: { id }, query }) => {
    const round = await findRound(db, id, now)
    // A unit knows the round, and of the others not whether they have reported.
    orNotFound(round && sightOf(actor).includes(round.ownerUnitId) ? round : null, 'round', id)
    const rows = await listExpected(db, id, query, {
      after: cursorId(query.cursor, 0),
      limit: query.limit + 1,
      now,
    })
    return {
      ...pageFrom(rows, query.limit, (row) => row.id, await countMatching(db, id, query, now)),
      counts: await countExpected(db, id, now),
    }
  }),

  route(ListDutyReports, async ({ db, now, params: { id }, query }) => {
    orNotFound(await findDuty(db, id), 'duty', id)
    const rows = await listOfDuty(db, id, {
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
      now,
    })
    return pageFrom(rows, query.limit, (row) => row.id, await countOfDuty(db, id))
  }),

  route(GetExpectedReport, async ({ db, now, params }) => show(db, params.id, now)),

  route(SubmitReport, async ({ db, actor, now, params }, { version, forms, narrative, withGaps }) => {
    const expected = await locked(db, params.id, now)
    allow(actor, 'report.submit', expected.holderUnitId)
    checkVersion(expected, version)
    const gaps = (await findBelow(db, params.id))?.gaps ?? []
    if (gaps.length > 0 && !withGaps) throw new Problem('expected-report.gaps', { units: gaps.length })
    await handIn(db, expected, { forms, narrative, gaps, by: actor.id, at: now })
    return show(db, params.id, now)
  }),

  route(ReturnReport, async ({ db, actor, now, params }, { version, comments }) => {
    const { expected, state } = await reviewed({ db, actor, now }, params.id, version, 'return')
    await insertComments(db, expected, comments, actor.id, now)
    await saveDecision(db, params.id, { state, by: actor.id, at: now })
    // It may have been accepted before, and then it counted.
    await takeIn(db, [params.id], now)
    await noteDecision(db, expected, 'returned', actor.id, now, { comments: comments.length })
    return show(db, params.id, now)
  }),

  route(AcceptReport, async ({ db, actor, now, params }, { version }) => {
    const { expected, state } = await reviewed({ db, actor, now }, params.id, version, 'accept')
    await saveDecision(db, params.id, { state, by: actor.id, at: now })
    await takeIn(db, [params.id], now)
    await noteDecision(db, expected, 'accepted', actor.id, now)
    return show(db, params.id, now)
  }),

  route(ExemptReport, async ({ db, actor, now, params }, { version, reason }) => {
    const { expected, state } = await reviewed({ db, actor, now }, params.id, version, 'exempt')
    await saveDecision(db, params.id, { state, reason, by: actor.id, at: now })
    await noteDecision(db, expected, 'exempted', actor.id, now, { reason })
    return show(db, params.id, now)
  }),

  route(AcceptCleanReports, async ({ db, actor, now, params }) => {
    const round = orNotFound(await findRound(db, params.id, now), 'round', params.id)
    allow(actor, 'report.review', round.ownerUnitId)
    const accepted = await acceptClean(db, params.id, actor.id, now)
    await takeIn(
      db,
      accepted.map(({ id }) => id),
      now,
    )
    // One line of the log for all of them: each is named in it.
    if (accepted.length > 0)
      await record(db, {
        unitId: round.ownerUnitId,
        at: now,
        personId: actor.id,
        kind: 'expected-report.accepted',
        subject: 'campaign',
        subjectId: round.campaignId,
        data: { roundId: params.id, reports: accepted.map(({ id }) => id) },
      })
    const { submitted } = await countExpected(db, params.id, now)
    return { accepted: accepted.length, left: submitted }
  }),
]

const locked = async (db: Database, id: number, now: string) =>
  orNotFound(await findExpectedForUpdate(db, id, now), 'expected-report', id)

const checkVersion = (expected: StoredExpected, version: number) => {
  if (expected.version !== version)
    throw new Problem('thing.changed', { at: expected.submittedAt, state: expected.state })
}

/** The report, locked, as the person of the owner's side saw it and may decide upon it. */
const reviewed = async (
  { db, actor, now }: { db: Database; actor: Actor; now: string },
  id: number,
  version: number,
  verb: Verb,
) => {
  const expected = await locked(db, id, now)
  allow(actor, 'report.review', expected.ownerUnitId)
  checkVersion(expected, version)
  return { expected, state: takeStep(expected.state, verb) }
}

/** Told to the unit: the line stands in its own log as well as in that of the owner. */
const noteDecision = (
  db: Database,
  expected: StoredExpected,
  what: 'returned' | 'accepted' | 'exempted',
  personId: string,
  at: string,
  data: Record<string, unknown> = {},
) =>
  record(db, {
    unitId: expected.ownerUnitId,
    at,
    personId,
    kind: `expected-report.${what}`,
    subject: 'expected-report',
    subjectId: expected.id,
    data: { ...data, unitId: expected.unitId },
  })

const show = async (db: Database, id: number, now: string): Promise<ExpectedReport> => {
  const expected = orNotFound(await findExpected(db, id, now), 'expected-report', id)
  const indicators = await listNow(db, expected)
  const before = await findBefore(db, expected)
  const submissions = await listSubmissions(db, id)
  const below = await findBelow(db, id)
  return {
    ...expected,
    forms: await listCampaignForms(db, expected.campaignId),
    indicators: indicators.map(({ amounts: _, plan: __, ...indicator }) => indicator),
    lines: indicators.map(({ code, amounts, plan }) => ({
      indicator: code,
      amounts,
      plan,
      before: before.find((line) => line.indicator === code)?.amounts.declared ?? null,
    })),
    // The newest first; each is compared with the one that was before it.
    submitted: submissions.map((submission, index) => ({
      ...submission,
      changes:
        index + 1 < submissions.length
          ? changesOf(submissions[index + 1]?.figures ?? [], submission.figures)
          : [],
    })),
    comments: await listComments(db, id),
    below,
  }
}
