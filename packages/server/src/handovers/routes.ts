import { DecideHandovers, ListHandovers } from '@loa/contract/handovers'
import { Problem } from '@loa/contract/problem'
import { record } from '../events/events.ts'
import { route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { isValidOn } from '../units/queries.ts'
import { decide } from './handover.ts'
import { countHandovers, findHandoversForUpdate, listHandovers, saveDecision } from './queries.ts'

export const handoverRoutes = [
  route(ListHandovers, async ({ db, query }) => {
    const filter = { ...query, ...(query.open ? { open: query.open === 'true' } : { open: undefined }) }
    const rows = await listHandovers(db, {
      ...filter,
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, (row) => row.id, await countHandovers(db, filter))
  }),

  route(DecideHandovers, async ({ db, actor, now }, { ids, toUnitId }) => {
    const asked = await findHandoversForUpdate(db, ids)
    const lost = ids.find((id) => !asked.some((handover) => handover.id === id))
    if (lost !== undefined) throw new Problem('thing.not-found', { what: 'handover', id: lost })
    // Only the unit that gave the duty chooses: those who might get it would choose for themselves.
    for (const handover of asked) {
      allow(actor, 'handover.decide', handover.ownerUnitId)
      decide(handover, toUnitId)
    }
    if (!(await isValidOn(db, toUnitId, today(now)))) throw new Problem('unit.ended', { id: toUnitId })

    const open = asked.filter(({ decidedAt }) => decidedAt === null)
    await saveDecision(db, { ids: open.map(({ id }) => id), toUnitId, by: actor.id, at: now })
    for (const { dutyId, ownerUnitId, from } of open)
      await record(db, {
        unitId: ownerUnitId,
        at: now,
        personId: actor.id,
        kind: 'duty.handed-over',
        subject: 'duty',
        subjectId: dutyId,
        data: { fromUnitId: from.id, toUnitId },
      })
    return { decided: open.length }
  }),
]
