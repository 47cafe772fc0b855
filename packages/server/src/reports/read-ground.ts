/** Reads in one transaction everything a report says. */

import { boardTotals } from '../campaigns/board-queries.ts'
import type { findCampaign } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { dayInWords, typeName } from '../dispatches/phrases.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { listCampaignForms } from '../expected-reports/queries.ts'
import { totalOf } from '../figures/total.ts'
import type { StoredRound } from '../rounds/queries.ts'
import { today } from '../time.ts'
import { getUnit } from '../units/queries.ts'
import { listFollowedTotals, listReportIndicators, listTopicAmounts, listUnitAmounts } from './amounts.ts'
import type { CitedReport, Gaps, ReportGround, UnitFigures } from './ground.ts'
import { countReceived, listHandedIn, type Snapshot } from './queries.ts'

type Campaign = NonNullable<Awaited<ReturnType<typeof findCampaign>>>
type HandedIn = Awaited<ReturnType<typeof listHandedIn>>[number]

export interface Wanted {
  /** The body of today that signs. */
  unitId: number
  round: StoredRound | null
  from: string | null
  to: string | null
  now: string
  /** A supplement: what the report before it was made of, and which. */
  after?: { snapshot: Snapshot; number: number; of: CitedReport }
  replaces?: CitedReport & { reason: string }
}

export const readGround = async (
  db: Database,
  campaign: Campaign,
  { unitId, round, from, to, now, after, replaces }: Wanted,
): Promise<{ ground: ReportGround; included: Snapshot['included']; isNew: boolean }> => {
  const unit = await getUnit(db, unitId)
  const range = { from, to }
  const handedIn = round ? await listHandedIn(db, round.id) : null
  const there = handedIn?.filter(isIn) ?? null
  const standing = await listUnitAmounts(db, campaign.id, range)
  const ids = there && new Set(there.map((each) => each.unit.id))
  const taken = after ? takenBefore(after.snapshot, there ?? []) : null
  const units = standing.map((each): UnitFigures => {
    if (ids && !ids.has(each.unit.id)) return { ...each, byIndicator: {} }
    // What stood in the report before stands as it was signed; only what came after it is new.
    return taken?.get(each.unit.id) ?? each
  })
  const gaps = handedIn ? gapsOf(handedIn) : { ...noGaps, missing: silent(standing) }
  const came = there?.filter(({ unit: { id } }) => taken && !taken.has(id)).map((each) => each.unit) ?? []
  const indicators = await listReportIndicators(db, campaign.id)
  const sinceBeginning = from === null ? units : await listUnitAmounts(db, campaign.id, { from: null, to })
  const lastTime = await listFollowedTotals(db, campaign.id)
  const plans = new Map(
    (await boardTotals(db, campaign.id)).map(({ indicator, total }) => [indicator, total?.plan ?? null]),
  )
  const source = campaign.sourceDispatchId ? await findDispatch(db, campaign.sourceDispatchId) : null
  // Delivered within this Loa: the sender's own words, and not what was read from its page.
  const above = source?.sourceDispatchId ? await findDispatch(db, source.sourceDispatchId) : null
  const own = campaign.dispatchId ? await findDispatch(db, campaign.dispatchId) : null
  const issuer = unit.letterhead.issuer ?? unit.fullName
  const ground: ReportGround = {
    campaignId: campaign.id,
    title: campaign.title,
    simulated: campaign.simulated,
    round: round && { kind: round.kind, from: round.from, to: round.to, cutOff: round.cutOff },
    from,
    to,
    asOf: today(now),
    at: now,
    letterhead: { ...unit.letterhead, issuer },
    order: orderOf(above ?? source, issuer),
    own: own ? { code: own.tree.number ? own.code : null, date: own.tree.date } : null,
    ...(await countReceived(db, campaign.id)),
    forms: await listCampaignForms(db, campaign.id),
    indicators: indicators.map((indicator) => ({
      ...indicator,
      amounts: totalOf(indicator.aggregation, valuesOf(indicator.code, units)),
      plan: plans.get(indicator.code) ?? null,
      cumulative: totalOf(indicator.aggregation, valuesOf(indicator.code, sinceBeginning)),
      last: lastTime.get(indicator.code) ?? null,
    })),
    units,
    topics: await listTopicAmounts(
      db,
      campaign.id,
      range,
      standing.map((each) => each.unit.id).filter((id) => !ids || ids.has(id)),
    ),
    gaps,
    missing: gaps.missing,
    supplement: after ? { number: after.number, of: after.of, came } : null,
    replaces: replaces ?? null,
  }
  return {
    ground,
    included: there?.map(({ expectedId, submission }) => ({ expectedId, submission })) ?? [],
    isNew: came.length > 0,
  }
}

const valuesOf = (code: string, units: UnitFigures[]) =>
  units.flatMap(({ byIndicator }) => byIndicator[code] ?? [])

const noGaps: Gaps = { missing: [], forms: [], exempt: [], none: [] }
const isIn = ({ state }: HandedIn) => state === 'submitted' || state === 'accepted'
const silent = (units: UnitFigures[]) =>
  units.filter(({ byIndicator }) => Object.keys(byIndicator).length === 0).map(({ unit }) => unit)

const gapsOf = (handedIn: HandedIn[]): Gaps => {
  const said = (says: 'none' | 'not-reported') =>
    handedIn.filter(isIn).flatMap(({ unit, forms }) => {
      const named = forms.filter((each) => each.says === says).map(({ form }) => form)
      return named.length > 0 ? [{ unit, forms: named }] : []
    })
  return {
    missing: handedIn
      .filter(({ state }) => state === 'waiting' || state === 'returned')
      .map(({ unit }) => unit),
    forms: said('not-reported'),
    exempt: handedIn.flatMap(({ state, unit, reason }) =>
      state === 'exempt' ? [{ unit, reason: reason ?? '' }] : [],
    ),
    none: said('none'),
  }
}

/** The units whose figures the report before holds by the same submission. */
const takenBefore = ({ included, ground }: Snapshot, there: HandedIn[]): Map<number, UnitFigures> => {
  const before = new Map(included.map(({ expectedId, submission }) => [expectedId, submission]))
  const units = new Map((ground as ReportGround).units.map((each) => [each.unit.id, each]))
  return new Map(
    there.flatMap(({ expectedId, submission, unit }) => {
      const figures = units.get(unit.id)
      return before.get(expectedId) === submission && figures ? [[unit.id, figures]] : []
    }),
  )
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
