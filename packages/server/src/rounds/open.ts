/** Rounds that open by themselves: the final one when the dispatch is issued, and those below one that was opened. */
import { findCampaign } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { readCalendar } from '../holidays/queries.ts'
import { insertRound, listCampaignsBelow, listOwed, type NewRound } from './queries.ts'
import { finalRound, type Period, roundBelow } from './round.ts'

/** Opens the round with its expected reports, and says so in the log once. */
export const openRound = async (db: Database, round: NewRound): Promise<number> => {
  const { id, isNew } = await insertRound(db, round)
  if (isNew)
    await record(db, {
      unitId: round.ownerUnitId,
      at: round.at,
      personId: round.by,
      kind: 'round.opened',
      subject: 'campaign',
      subjectId: round.campaignId,
      data: { roundId: id, kind: round.kind, from: round.from, to: round.to, dueAt: round.dueAt },
    })
  return id
}

/**
 * The campaign has just gone out to its units: its final round opens, where it has a deadline or the body above expects a
 * report. What the body above has opened already opens here too, due before it.
 */
export const openFirstRounds = async (db: Database, campaignId: number, at: string): Promise<void> => {
  const campaign = await findCampaign(db, campaignId)
  if (!campaign) return
  const owed = await listOwed(db, campaignId)
  const calendar = await readCalendar(db)
  const final = owed.find(({ kind }) => kind === 'final') ?? null
  const base = { campaignId, ownerUnitId: campaign.ownerUnitId, by: null, at }
  const last = campaign.deadline
    ? finalRound(calendar, { from: campaign.from, deadline: campaign.deadline }, final)
    : null
  // A dispatch that goes out after its own deadline expects nothing by itself.
  const isAhead = last !== null && Temporal.Instant.compare(last.dueAt, at) > 0
  if (isAhead) await openRound(db, { ...base, ...last, answersId: final?.expectedId ?? null })
  for (const each of owed)
    if (each !== final || !isAhead)
      await openRound(db, {
        ...base,
        ...roundBelow(calendar, periodIn(each)),
        upDueAt: each.dueAt,
        answersId: each.expectedId,
      })
}

const periodIn = ({ kind, from, to, cutOff, dueAt }: Period): Period => ({ kind, from, to, cutOff, dueAt })

/** A round was opened: the units that have units of their own collect from them first, and so on down. */
export const openBelow = async (db: Database, campaignId: number, at: string): Promise<void> => {
  const calendar = await readCalendar(db)
  for (const below of await listCampaignsBelow(db, campaignId)) {
    for (const each of await listOwed(db, below.campaignId))
      await openRound(db, {
        ...below,
        ...roundBelow(calendar, periodIn(each)),
        upDueAt: each.dueAt,
        answersId: each.expectedId,
        by: null,
        at,
      })
    await openBelow(db, below.campaignId, at)
  }
}
