import { Problem } from '@loa/contract/problem'
import { ChangeRound, GetRound, ListRounds, OpenRound, roundKinds } from '@loa/contract/rounds'
import { findCampaign } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { readCalendar } from '../holidays/queries.ts'
import { addWorkingDays, nextWorkingDay, type WorkCalendar } from '../holidays/working-days.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { openRound } from './open.ts'
import {
  countRounds,
  findExpectedDue,
  findRound,
  findRoundForUpdate,
  listOwed,
  listRounds,
  saveDue,
} from './queries.ts'
import { checkRound, endOfOffice, finalRound, periodOf } from './round.ts'

export const roundRoutes = [
  route(ListRounds, async ({ db, now, params: { id }, query }) => {
    const campaign = orNotFound(await findCampaign(db, id), 'campaign', id)
    const rows = await listRounds(db, id, {
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
      now,
    })
    return {
      ...pageFrom(rows, query.limit, (row) => row.id, await countRounds(db, id)),
      proposed: proposals(await readCalendar(db), campaign, today(now)),
    }
  }),

  route(GetRound, async ({ db, now, params }) =>
    orNotFound(await findRound(db, params.id, now), 'round', params.id),
  ),

  route(OpenRound, async ({ db, actor, now, params, wake }, round) => {
    const campaign = orNotFound(await findCampaign(db, params.id), 'campaign', params.id)
    allow(actor, 'round.open', campaign.ownerUnitId)
    if (campaign.state !== 'running') throw new Problem('round.not-running')
    // The same days and kind above: that is what this round works towards.
    const owed = (await listOwed(db, params.id)).find(
      ({ kind, to }) => kind === round.kind && to === round.to,
    )
    checkRound(await readCalendar(db), round, owed ?? null)
    const id = await openRound(db, {
      ...round,
      campaignId: params.id,
      ownerUnitId: campaign.ownerUnitId,
      answersId: owed?.expectedId ?? null,
      by: actor.id,
      at: now,
    })
    await wake('round.opened', { campaignId: params.id, at: now })
    return orNotFound(await findRound(db, id, now), 'round', id)
  }),

  route(ChangeRound, async ({ db, actor, now, params }, { version, dueAt, upDueAt }) => {
    // Units see the round as well, but no row of it that can be locked: first who may, then the lock.
    const seen = orNotFound(await findRound(db, params.id, now), 'round', params.id)
    allow(actor, 'round.open', seen.ownerUnitId)
    const round = orNotFound(await findRoundForUpdate(db, params.id, now), 'round', params.id)
    if (round.version !== version) throw new Problem('thing.changed', { at: now })
    checkRound(await readCalendar(db), { ...round, dueAt, upDueAt }, await answered(db, round.answersId))
    await saveDue(db, params.id, { dueAt, upDueAt })
    await record(db, {
      unitId: round.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'round.changed',
      subject: 'campaign',
      subjectId: round.campaignId,
      data: { roundId: params.id, before: round.dueAt, after: dueAt },
    })
    return orNotFound(await findRound(db, params.id, now), 'round', params.id)
  }),
]

const answered = (db: Database, id: number | null) => (id === null ? null : findExpectedDue(db, id))

/** The rounds of the decree that today is in, and the final one. */
const proposals = (
  calendar: WorkCalendar,
  campaign: { from: string | null; to: string | null; deadline: string | null },
  day: string,
) => {
  const deadline = campaign.deadline ?? campaign.to
  return roundKinds.map((kind) =>
    kind === 'final'
      ? finalRound(
          calendar,
          { from: campaign.from, deadline: deadline ?? addWorkingDays(calendar, day, 2) },
          null,
        )
      : kind === 'other'
        ? { kind, from: null, to: day, cutOff: day, dueAt: endOfOffice(nextWorkingDay(calendar, day)) }
        : periodOf(calendar, kind, day),
  )
}
