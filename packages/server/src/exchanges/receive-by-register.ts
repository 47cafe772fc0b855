/** Entered in the register of incoming documents is received: what came from outside is told so (03). */
import type { Database } from '../database/database.ts'
import { addStatus, findIncomingDelivery } from '../deliveries/queries.ts'
import { replyOfDelivery } from './reply.ts'

/** True where somebody outside is to hear of it. */
export const receiveByRegister = async (
  db: Database,
  dispatchId: number,
  { by, name, at }: { by: string; name: string; at: string },
): Promise<boolean> => {
  const delivery = await findIncomingDelivery(db, dispatchId)
  if (delivery?.status !== '01') return false
  const entry = await addStatus(db, { deliveryId: delivery.id, status: '03', at, by, reason: null })
  await replyOfDelivery(db, delivery.incomingId, entry, { person: name, now: at })
  return true
}
