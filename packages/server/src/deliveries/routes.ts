import { ListDeliveries, SetDeliveryStatus } from '@loa/contract/deliveries'
import { record } from '../events/events.ts'
import { replyOfDelivery } from '../exchanges/reply.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { allow, ownUnits } from '../people/actor.ts'
import { giveBack } from '../recalls/give-back.ts'
import { checkMove, standingOf } from './delivery.ts'
import { addStatus, countDeliveries, findDeliveryForUpdate, listDeliveries, listEntries } from './queries.ts'

export const deliveryRoutes = [
  route(ListDeliveries, async ({ db, actor, query }) => {
    const filter = { ...query, units: ownUnits(actor) }
    const rows = await listDeliveries(db, {
      ...filter,
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, (row) => row.id, await countDeliveries(db, filter))
  }),

  route(SetDeliveryStatus, async ({ db, actor, now, params, wake }, { status, reason }) => {
    const delivery = orNotFound(await findDeliveryForUpdate(db, params.id), 'delivery', params.id)
    allow(actor, status === '06' ? 'delivery.finish' : 'delivery.receive', delivery.holderUnitId)
    // Said again by the same unit: it stands so already.
    // Taken before: an answer that was refused, or a step from before what was agreed to since.
    if (delivery.status === status || delivery.handling === status) return delivery
    if (status === '16' && delivery.recall === 'refused') return delivery

    const standing = standingOf(await listEntries(db, params.id))
    if (standing) checkMove(standing, status, { asked: delivery.asked, reason })
    if (status === '15' && delivery.asked === 'recall') {
      const files = await giveBack(db, delivery, { by: actor.id, at: now })
      if (files.length > 0) await wake('content.given-back', { files })
    }
    const entry = await addStatus(db, {
      deliveryId: params.id,
      status,
      at: now,
      by: actor.id,
      reason: reason ?? null,
    })
    await replyOfDelivery(db, delivery.incomingId, entry, { person: actor.name, now })
    if (delivery.incomingId !== null) {
      await wake('exchanges.due', {})
      if (status === '15' && delivery.asked === 'update')
        await wake('exchange.update-agreed', { incomingId: delivery.incomingId, by: actor.id, at: now })
    }
    await record(db, {
      unitId: delivery.holderUnitId,
      at: now,
      personId: actor.id,
      kind: `delivery.${status}`,
      subject: 'delivery',
      subjectId: params.id,
      data: reason ? { reason } : {},
    })
    return orNotFound(await findDeliveryForUpdate(db, params.id), 'delivery', params.id)
  }),
]
