import {
  GetNumbers,
  ListKeptNumbers,
  type Numbers,
  ReserveNumber,
  SaveNumberPlan,
  VoidNumber,
} from '@loa/contract/numbers'
import type { Database } from '../database/database.ts'
import { unnumbered } from '../dispatches/dispatch.ts'
import {
  addStep,
  clearFinal,
  findDispatchForUpdate,
  type StoredDispatch,
  saveState,
  saveTree,
} from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { type Actor, allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { checkPlanChange, checkVoid, seriesOf } from './number.ts'
import {
  countGiven,
  countKept,
  findNumberForUpdate,
  findPlan,
  listKept,
  listSeries,
  reserveNumber,
  savePlan,
  voidNumber,
} from './queries.ts'

export const numberRoutes = [
  route(GetNumbers, ({ db, actor, params }) => show(db, actor, params.year)),

  route(SaveNumberPlan, async ({ db, actor, now, params: { year } }, { kind, act }) => {
    const unitId = actor.unit.id
    allow(actor, 'number.plan', unitId)
    const before = await findPlan(db, unitId, year)
    checkPlanChange(year, before.kind, kind, await countGiven(db, unitId, year))
    await savePlan(db, { unitId, year, kind, act, by: actor.id, at: now })
    await record(db, {
      unitId,
      at: now,
      personId: actor.id,
      kind: 'number.plan-decided',
      subject: 'number-plan',
      subjectId: year,
      data: { before: before.kind, after: kind, act },
    })
    return show(db, actor, year)
  }),

  route(ListKeptNumbers, async ({ db, actor, params: { year }, query }) => {
    const filter = { unitId: actor.unit.id, year, state: query.state }
    const before = cursorId(query.cursor, fromTheTop)
    const rows = await listKept(db, { ...filter, before, limit: query.limit + 1 })
    return pageFrom(rows, query.limit, (row) => row.id, await countKept(db, filter))
  }),

  route(ReserveNumber, async ({ db, actor, now, params: { key } }, { type, purpose }) => {
    const unitId = actor.unit.id
    allow(actor, 'number.reserve', unitId)
    const year = Number(today(now).slice(0, 4))
    const { kind } = await findPlan(db, unitId, year)
    const series = seriesOf(kind, type)
    const given = { unitId, year, series, key, purpose, by: actor.id, at: now }
    const { number, isNew } = await reserveNumber(db, given)
    if (isNew)
      await record(db, {
        unitId,
        at: now,
        personId: actor.id,
        kind: 'number.reserved',
        subject: 'number',
        subjectId: number.id,
        data: { series, year, number: number.number, purpose },
      })
    return number
  }),

  route(VoidNumber, async ({ db, actor, now, params: { id } }, { reason }) => {
    const number = orNotFound(await findNumberForUpdate(db, id), 'number', id)
    allow(actor, 'number.void', number.unitId)
    checkVoid(number)
    if (number.dispatchId !== null) {
      const dispatch = orNotFound(
        await findDispatchForUpdate(db, number.dispatchId),
        'dispatch',
        number.dispatchId,
      )
      // Signed or issued while this waited for the lock.
      checkVoid(orNotFound(await findNumberForUpdate(db, id), 'number', id))
      await takeBack(db, dispatch, { by: actor.id, at: now, reason })
    }
    await voidNumber(db, id, { reason, by: actor.id, at: now })
    await record(db, {
      unitId: number.unitId,
      at: now,
      personId: actor.id,
      kind: 'number.voided',
      subject: 'number',
      subjectId: id,
      data: { series: number.series, year: number.year, number: number.number, code: number.code, reason },
    })
    return orNotFound(await findNumberForUpdate(db, id), 'number', id)
  }),
]

/** The dispatch waits for a number again; the pages that bore the old one are no longer what will be signed. */
const takeBack = async (
  db: Database,
  dispatch: StoredDispatch,
  { by, at, reason }: { by: string; at: string; reason: string },
) => {
  await saveTree(db, dispatch.id, unnumbered(dispatch.tree), by, at)
  await saveState(db, dispatch.id, { state: 'signed', by, at, returnReason: null })
  await clearFinal(db, dispatch.id)
  await addStep(db, {
    dispatchId: dispatch.id,
    step: 'void-number',
    at,
    by,
    note: `${dispatch.code}: ${reason}`,
  })
}

const show = async (db: Database, actor: Actor, year: number): Promise<Numbers> => {
  const unitId = actor.unit.id
  const plan = await findPlan(db, unitId, year)
  const next = await findPlan(db, unitId, year + 1)
  return {
    year,
    plan,
    nextPlan: next.fromYear === year + 1 ? next : null,
    series: await listSeries(db, unitId, year),
  }
}
