/**
 * What the register says of a document is what its sender hears: entered (03), forwarded (04), being handled (05), finished (06). Only
 * who entered a delivery knows its register; so the states follow it and are not set a second time by hand.
 */
import type { DeliveryStatus } from '@loa/contract/deliveries'
import type { Database } from '../database/database.ts'
import { mayMove, standingOf } from '../deliveries/delivery.ts'
import { addStatus, findDeliveryForUpdate, findIncomingDelivery, listEntries } from '../deliveries/queries.ts'
import { replyOfDelivery } from './reply.ts'

/** True where somebody outside is to hear of it. What cannot follow (returned, recalled, finished) stays as it is. */
export const followRegister = async (
  db: Database,
  { dispatchId, deliveryId }: { dispatchId: number | null; deliveryId: number | null },
  status: Extract<DeliveryStatus, '03' | '04' | '05' | '06'>,
  { by, name, at }: { by: string; name: string; at: string },
): Promise<boolean> => {
  const delivery =
    deliveryId !== null
      ? await findDeliveryForUpdate(db, deliveryId)
      : dispatchId !== null
        ? await findIncomingDelivery(db, dispatchId)
        : null
  if (!delivery) return false
  const standing = standingOf(await listEntries(db, delivery.id))
  if (!standing || !mayMove(standing, status, delivery.asked)) return false
  const entry = await addStatus(db, { deliveryId: delivery.id, status, at, by, reason: null })
  await replyOfDelivery(db, delivery.incomingId, entry, { person: name, now: at })
  return delivery.incomingId !== null
}
