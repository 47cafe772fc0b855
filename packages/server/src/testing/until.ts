/** The server's own jobs deliver; a test waits for what it needs to see, not for a length of time. */
import { setTimeout as pause } from 'node:timers/promises'
import { ListDeliveries } from '@loa/contract/deliveries'
import type { Worker } from '../in-process.ts'

export const untilDelivered = (person: Worker, dispatches = 1) =>
  until(
    async () =>
      (await person.call(ListDeliveries, { query: { box: 'out', limit: 1 } })).total >= 39 * dispatches,
  )

export const until = async (holds: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come about within 30 s')
    await pause(100)
  }
}
