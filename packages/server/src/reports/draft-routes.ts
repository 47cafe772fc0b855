/** Drawing a report up, again from newer figures, its words, its supplements, and what replaces it. */
import { Problem } from '@loa/contract/problem'
import {
  DraftReport,
  RedraftReport,
  ReplaceReport,
  SaveReportText,
  SupplementReport,
} from '@loa/contract/reports'
import { findCampaign } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { findDispatchForUpdate, saveTree } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { type Actor, allow } from '../people/actor.ts'
import { findOutline, findTemplate } from '../report-templates/queries.ts'
import { supplementOutline } from '../report-templates/standard.ts'
import { findRound, findRoundForUpdate } from '../rounds/queries.ts'
import { today } from '../time.ts'
import { heirOf } from '../units/queries.ts'
import { draftReport, snapshotOf } from './draft.ts'
import { hasGaps } from './gaps.ts'
import type { ReportGround } from './ground.ts'
import {
  findReportForUpdate,
  findReportOfRound,
  listFollowing,
  type StoredReport,
  saveRedraft,
  saveText,
} from './queries.ts'
import { readGround, type Wanted } from './read-ground.ts'
import { bodyOf } from './report.ts'
import { showReport, wordsOf } from './show.ts'

export const draftRoutes = [
  route(DraftReport, async ({ db, actor, now, params }, { from, to, roundId, templateId, withGaps }) => {
    const campaign = orNotFound(await findCampaign(db, params.id), 'campaign', params.id)
    allow(actor, 'report.draft', campaign.ownerUnitId)
    if (campaign.state === 'drafting') throw new Problem('report.nothing-to-report')
    const round = roundId ? orNotFound(await findRoundForUpdate(db, roundId, now), 'round', roundId) : null
    if (round && round.campaignId !== params.id)
      throw new Problem('thing.not-found', { what: 'round', id: round.id })
    // Pressed twice, or by two people: a round has one report. Once it is out, it is supplemented or replaced.
    const there = round ? await findReportOfRound(db, round.id) : null
    if (there) return showReport(db, there, now)

    // The report is signed by the body of today, whoever gave the order.
    const unitId = await heirOf(db, campaign.ownerUnitId, today(now))
    const read = await readGround(db, campaign, {
      unitId,
      round,
      from: from ?? round?.from ?? null,
      to: to ?? round?.to ?? null,
      now,
    })
    const { missing, forms } = read.ground.gaps
    if (round && !withGaps && hasGaps(read.ground.gaps))
      throw new Problem('report.gaps', { units: missing.length, forms: forms.length })
    const id = await draftReport(db, {
      ...read,
      campaign,
      unitId,
      roundId: round?.id ?? null,
      outline: templateId
        ? orNotFound(await findTemplate(db, templateId), 'report-template', templateId).outline
        : await findOutline(db, unitId),
      kind: 'main',
      ofReportId: null,
      number: null,
      reason: null,
      by: actor.id,
      at: now,
    })
    return showReport(db, id, now)
  }),

  route(RedraftReport, async ({ db, actor, now, params }, { drafts }) => {
    const { report, campaign, dispatch } = await draftOf(db, actor, params.id)
    if (report.drafts !== drafts) throw new Problem('thing.changed', { at: report.asOf })
    const before = report.snapshot.ground as ReportGround
    const { ground: read, included } = await readGround(db, campaign, {
      unitId: report.ownerUnitId,
      round: report.roundId ? await findRound(db, report.roundId, now) : null,
      from: report.from,
      to: report.to,
      now,
      ...(await aroundOf(db, report, before)),
    })
    const ground = { ...read, reportId: params.id }
    await saveRedraft(db, params.id, {
      drafts: drafts + 1,
      asOf: now,
      snapshot: snapshotOf(ground, included),
      by: actor.id,
    })
    const body = bodyOf(ground, report.outline, wordsOf(report))
    await saveTree(db, dispatch.id, { ...dispatch.tree, ...body }, actor.id, now)
    await note(db, report, 'report.redrafted', actor.id, now, { draft: drafts + 1 })
    return showReport(db, params.id, now)
  }),

  route(SaveReportText, async ({ db, actor, now, params }, { version, text }) => {
    const { report, dispatch } = await draftOf(db, actor, params.id)
    if (!report.outline.some(({ id, kind }) => id === params.block && kind === 'text'))
      throw new Problem('report.no-such-block', { block: params.block })
    const standing = report.texts[params.block]
    // Said again word for word: it stands so already.
    if (standing?.text === text) return showReport(db, params.id, now)
    if ((standing?.version ?? 0) !== version)
      throw new Problem('thing.changed', { who: standing?.by ?? null, at: standing?.at ?? null })
    const written = { text, version: version + 1, by: actor.name, at: now }
    await saveText(db, params.id, { block: params.block, text: written, by: actor.id, at: now })
    const words = { ...wordsOf(report), [params.block]: text }
    const body = bodyOf(report.snapshot.ground as ReportGround, report.outline, words)
    await saveTree(db, dispatch.id, { ...dispatch.tree, ...body }, actor.id, now)
    await note(db, report, 'report.written', actor.id, now, { block: params.block, letters: text.length })
    return showReport(db, params.id, now)
  }),

  route(SupplementReport, async ({ db, actor, now, params }) => {
    const { report, campaign, cited } = await signedOf(db, actor, params.id)
    if (report.kind === 'supplement') throw new Problem('report.not-signed')
    const following = await listFollowing(db, params.id)
    if (following.some(({ kind }) => kind === 'replacement')) throw new Problem('report.replaced')
    const supplements = following.filter(({ kind }) => kind === 'supplement')
    const open = supplements.find(({ state }) => state === 'draft')
    if (open) return showReport(db, open.id, now)
    const last = supplements.at(-1)
    const before = last ? orNotFound(await findReportForUpdate(db, last.id), 'report', last.id) : report
    const number = supplements.length + 1
    const { isNew, ...read } = await readGround(db, campaign, {
      unitId: report.ownerUnitId,
      round: report.roundId ? await findRound(db, report.roundId, now) : null,
      from: report.from,
      to: report.to,
      now,
      after: { snapshot: before.snapshot, number, of: cited },
    })
    if (!isNew) throw new Problem('report.nothing-new')
    const id = await draftReport(db, {
      ...read,
      campaign,
      unitId: report.ownerUnitId,
      roundId: report.roundId,
      outline: supplementOutline,
      kind: 'supplement',
      ofReportId: params.id,
      number,
      reason: null,
      by: actor.id,
      at: now,
    })
    return showReport(db, id, now)
  }),

  route(ReplaceReport, async ({ db, actor, now, params }, { reason }) => {
    const { report, campaign, cited } = await signedOf(db, actor, params.id)
    const following = await listFollowing(db, params.id)
    const replaced = following.find(({ kind }) => kind === 'replacement')
    if (replaced) return showReport(db, replaced.id, now)
    const before = report.snapshot.ground as ReportGround
    const read = await readGround(db, campaign, {
      unitId: report.ownerUnitId,
      round: report.roundId ? await findRound(db, report.roundId, now) : null,
      from: report.from,
      to: report.to,
      now,
      replaces: { ...cited, reason },
    })
    const id = await draftReport(db, {
      ...read,
      campaign,
      unitId: report.ownerUnitId,
      roundId: report.roundId,
      outline:
        report.kind === 'supplement' || report.outline.length === 0
          ? await findOutline(db, report.ownerUnitId)
          : report.outline,
      texts: before.supplement ? {} : report.texts,
      kind: 'replacement',
      ofReportId: params.id,
      number: null,
      reason,
      by: actor.id,
      at: now,
    })
    return showReport(db, id, now)
  }),
]

const locked = async (db: Database, actor: Actor, id: number) => {
  const report = orNotFound(await findReportForUpdate(db, id), 'report', id)
  allow(actor, 'report.draft', report.ownerUnitId)
  const campaign = orNotFound(await findCampaign(db, report.campaignId), 'campaign', report.campaignId)
  const dispatch = orNotFound(
    await findDispatchForUpdate(db, report.dispatchId),
    'dispatch',
    report.dispatchId,
  )
  return { report, campaign, dispatch }
}

/** The report while it may still be worked on. @throws Problem `report.not-draft` */
const draftOf = async (db: Database, actor: Actor, id: number) => {
  const found = await locked(db, actor, id)
  if (found.dispatch.state !== 'draft') throw new Problem('report.not-draft', { state: found.dispatch.state })
  return found
}

/** The report once it is out: it has a number and a day that others cite. @throws Problem `report.not-signed` */
const signedOf = async (db: Database, actor: Actor, id: number) => {
  const found = await locked(db, actor, id)
  const { state, tree } = found.dispatch
  if (state !== 'issued' && state !== 'numbered') throw new Problem('report.not-signed', { state })
  return { ...found, cited: { code: tree.code ?? '', date: tree.date } }
}

/** What a supplement or a replacement was drawn up against stays the same when it is drawn up again. */
const aroundOf = async (
  db: Database,
  report: StoredReport,
  before: ReportGround,
): Promise<Pick<Wanted, 'after' | 'replaces'>> => {
  if (before.replaces) return { replaces: before.replaces }
  if (!before.supplement || !report.ofReportId) return {}
  const earlier = (await listFollowing(db, report.ofReportId)).filter(
    ({ kind, number }) => kind === 'supplement' && (number ?? 0) < (report.number ?? 0),
  )
  const last = earlier.at(-1)?.id ?? report.ofReportId
  const { snapshot } = orNotFound(await findReportForUpdate(db, last), 'report', last)
  return { after: { snapshot, number: before.supplement.number, of: before.supplement.of } }
}

const note = (
  db: Database,
  report: StoredReport,
  kind: string,
  personId: string,
  at: string,
  data: Record<string, unknown>,
) =>
  record(db, {
    unitId: report.ownerUnitId,
    at,
    personId,
    kind,
    subject: 'report',
    subjectId: report.id,
    data,
  })
