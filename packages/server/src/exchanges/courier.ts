/**
 * Hands over what waits and fetches what lies ready, over ports: the same code with PostgreSQL and a hub, and in the test with
 * a hub that loses, doubles, delays and reorders. It may die at any point and be started again.
 */
import { type CourierStore, type DocumentExchange, ExchangeTrouble } from './ports.ts'
import { againAt } from './retry.ts'

export interface Run {
  handed: number
  stored: number
  refused: number
  /** Why it broke off; null when the other side answered to the end. */
  trouble: string | null
}

const atOnce = 200

export const runCourier = async (
  store: CourierStore,
  exchange: DocumentExchange,
  clock: () => string,
): Promise<Run> => {
  const run: Run = { handed: 0, stored: 0, refused: 0, trouble: null }
  // What lies there is fetched also when nothing can be handed over, and the other way round.
  for (const part of [handOver, lookAfter, collect])
    try {
      await part(store, exchange, clock, run)
    } catch (error) {
      if (!(error instanceof ExchangeTrouble)) throw error
      run.trouble = error.message
    }
  return run
}

type Part = (store: CourierStore, exchange: DocumentExchange, clock: () => string, run: Run) => Promise<void>

const handOver: Part = async (store, exchange, clock, run) => {
  for (let count = 0; count < atOnce; count++) {
    const parcel = await store.takeDue(clock())
    if (!parcel) return
    try {
      const { ref } = await exchange.send(parcel)
      await store.saveOutcome(parcel.id, { state: 'handed', ref }, clock())
      run.handed += 1
    } catch (error) {
      if (!(error instanceof ExchangeTrouble)) throw error
      const { kind, code, message: said } = error
      if (kind === 'refused') {
        run.refused += 1
        await store.saveOutcome(parcel.id, { state: 'refused', said, code }, clock())
        continue
      }
      const now = clock()
      await store.saveOutcome(parcel.id, { state: 'waiting', said, nextAt: againAt(parcel.tries, now) }, now)
      // Asked again later, not once for each parcel.
      throw error
    }
  }
}

/** Handed over is not arrived: what the other side lost is handed over once more. */
const lookAfter: Part = async (store, exchange, clock) => {
  if (!exchange.whereabouts) return
  const refs = await store.handedOver()
  if (refs.length === 0) return
  const where = await exchange.whereabouts(refs)
  const at = (place: 'received' | undefined) => refs.filter((ref) => where.get(ref) === place)
  await store.saveReceived(at('received'), clock())
  await store.saveLost(at(undefined), clock())
}

const collect: Part = async (store, exchange, clock, run) => {
  let fault: { error: unknown } | null = null
  for (const waiting of (await exchange.list()).slice(0, atOnce))
    try {
      const bytes = await exchange.fetch(waiting)
      const how = await store.receive(waiting, bytes, clock())
      if (how === 'stored') run.stored += 1
      // Died before this: it is listed again, found known, and settled then.
      await exchange.settle(waiting, how === 'unreadable' ? 'fail' : 'done')
    } catch (error) {
      if (error instanceof ExchangeTrouble && error.kind === 'unreachable') throw error
      // Of this one only: the others behind it are fetched all the same, then it is told.
      fault ??= { error }
    }
  if (fault) throw fault.error
}
