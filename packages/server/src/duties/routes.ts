import { AnswerDuty, type Duty, GetDuty, ListDuties, PlanDuty } from '@loa/contract/duties'
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { addStatus, findDeliveryOfDuty, markOpened } from '../deliveries/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { allow, ownUnits } from '../people/actor.ts'
import { answerDuty, checkAccepted } from './duty.ts'
import {
  countDuties,
  findDuty,
  findDutyForUpdate,
  findOrder,
  givenIndicators,
  listDuties,
  listHistory,
  listLines,
  markPlanned,
  type StoredDuty,
  saveDutyState,
  saveTargets,
  strangeIndicators,
  versionToAnswer,
} from './queries.ts'

export const dutyRoutes = [
  route(ListDuties, async ({ db, actor, query }) => {
    const filter = { units: ownUnits(actor), state: query.state }
    const rows = await listDuties(db, {
      ...filter,
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, (row) => row.id, await countDuties(db, filter))
  }),

  route(GetDuty, async ({ db, actor, now, params }) => {
    const duty = orNotFound(await findDuty(db, params.id), 'duty', params.id)
    await markOpened(db, { campaignId: duty.campaignId }, { units: ownUnits(actor), at: now })
    return showDuty(db, duty)
  }),

  route(AnswerDuty, async ({ db, actor, now, params }, { version, answer, reason }) => {
    const duty = orNotFound(await findDutyForUpdate(db, params.id), 'duty', params.id)
    allow(actor, 'duty.answer', duty.holderUnitId)
    checkVersion(duty, version)

    const state = answerDuty(duty.state, answer, reason)
    await saveDutyState(db, params.id, { state, reason: reason ?? null, at: now })
    await followWithDelivery(db, duty, answer, reason, actor.id, now)
    await record(db, {
      unitId: duty.holderUnitId,
      at: now,
      personId: actor.id,
      kind: `duty.${state}`,
      subject: 'duty',
      subjectId: params.id,
      data: reason ? { reason } : {},
    })
    return showDuty(db, orNotFound(await findDuty(db, params.id), 'duty', params.id))
  }),

  route(PlanDuty, async ({ db, actor, now, params }, { version, targets }) => {
    const duty = orNotFound(await findDutyForUpdate(db, params.id), 'duty', params.id)
    allow(actor, 'duty.plan', duty.holderUnitId)
    checkVersion(duty, version)
    checkAccepted(duty.state)
    const strange = await strangeIndicators(
      db,
      duty.campaignId,
      targets.map(({ indicator }) => indicator),
    )
    if (strange.length > 0) throw new Problem('activity.wrong-indicator', { indicator: strange.join(', ') })

    const given = await givenIndicators(db, params.id)
    const touched = targets.filter(({ indicator }) => given.includes(indicator))
    if (touched.length > 0)
      throw new Problem('duty.target-given', {
        indicator: touched.map(({ indicator }) => indicator).join(', '),
      })

    await saveTargets(db, params.id, targets, now)
    await markPlanned(db, params.id, now)
    await record(db, {
      unitId: duty.holderUnitId,
      at: now,
      personId: actor.id,
      kind: 'duty.planned',
      subject: 'duty',
      subjectId: params.id,
      data: { targets },
    })
    return showDuty(db, orNotFound(await findDuty(db, params.id), 'duty', params.id))
  }),
]

const checkVersion = (duty: StoredDuty, version: number) => {
  if (duty.version !== version) throw new Problem('thing.changed', { at: duty.updatedAt, state: duty.state })
}

/** Who takes the duty on has received the dispatch (03); who has done it is finished with it (06). */
const followWithDelivery = async (
  db: Database,
  duty: StoredDuty,
  answer: 'accept' | 'decline' | 'done',
  reason: string | undefined,
  by: string,
  at: string,
) => {
  const delivery = await findDeliveryOfDuty(db, duty.campaignId, duty.unitId)
  if (!delivery) return
  // A recall that is open is answered by itself; until then nothing moves.
  if (delivery.recall === 'asked' || delivery.recall === 'agreed') return
  const { handling } = delivery
  const isReceived = handling !== '01' && handling !== '02'
  const statuses =
    answer === 'decline'
      ? handling === '01'
        ? (['02'] as const)
        : []
      : answer === 'accept'
        ? isReceived
          ? []
          : (['03'] as const)
        : handling === '06'
          ? []
          : isReceived
            ? (['06'] as const)
            : (['03', '06'] as const)
  for (const status of statuses)
    await addStatus(db, {
      deliveryId: delivery.id,
      status,
      at,
      by,
      reason: status === '02' ? (reason ?? null) : null,
    })
}

const showDuty = async (db: Database, duty: StoredDuty): Promise<Duty> => ({
  ...duty,
  ...((await findOrder(db, duty.campaignId, duty.unitId)) ?? {
    deliveryId: null,
    deliveryStatus: null,
    dispatchId: null,
    dispatchCode: null,
  }),
  lines: await listLines(db, duty),
  targetsToAnswer: await versionToAnswer(db, duty.id),
  history: await listHistory(db, duty.id),
})
