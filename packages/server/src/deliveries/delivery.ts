/** Rules of a delivery's status (QCVN 102:2016/BTTTT codes; Decision 28/2018/QĐ-TTg, articles 5 and 10). Pure. */
import type { DeliveryStatus } from '@loa/contract/deliveries'
import { Problem } from '@loa/contract/problem'

const next: Record<DeliveryStatus, readonly DeliveryStatus[]> = {
  '01': ['02', '03'],
  '02': ['03'],
  '03': ['06'],
  '06': [],
}

/**
 * @throws Problem `delivery.wrong-status` for a step that cannot follow, `delivery.reason-missing` for a return without
 * a reason
 */
export const moveTo = (
  from: DeliveryStatus,
  to: DeliveryStatus,
  reason: string | undefined,
): DeliveryStatus => {
  if (!next[from].includes(to)) throw new Problem('delivery.wrong-status', { from, to })
  if (to === '02' && !reason?.trim()) throw new Problem('delivery.reason-missing')
  return to
}
