/**
 * The states of one document at one receiver (codes of the message standard; words of Decision 28/2018/QĐ-TTg, article
 * 10(2h)). Both sides keep the same entries and come to the same standing, in whatever order these arrived. Pure.
 */
import type { DeliveryStatus } from '@loa/contract/deliveries'
import { Problem } from '@loa/contract/problem'

/** One step that was told. `at`: by the clock of the body that took it. */
export interface Entry {
  status: DeliveryStatus
  at: string
  reason: string | null
}

export interface Standing {
  /** What counts now: an open or agreed recall before all else. */
  status: DeliveryStatus
  /** How far the receiver has come with it, recall or not. */
  handling: DeliveryStatus
  recall: 'none' | 'asked' | 'agreed' | 'refused'
  reason: string | null
}

const handlingCodes: readonly DeliveryStatus[] = ['01', '02', '03', '04', '05', '06']
/** The agreement ends the matter, so it outweighs what was told in the same second. */
const recallCodes: readonly DeliveryStatus[] = ['13', '16', '15']

/** Depends on the entries only, never on their order. Nothing told yet is "arrived" to nobody: null. */
export const standingOf = (entries: readonly Entry[]): Standing | null => {
  const last = (codes: readonly DeliveryStatus[]) =>
    entries
      .filter(({ status }) => codes.includes(status))
      .reduce<Entry | null>((best, entry) => (best && isAfter(best, entry, codes) ? best : entry), null)
  // A document that came twice is sometimes said to have arrived again.
  const handling = last(handlingCodes.slice(1)) ?? last(['01'])
  const recall = last(recallCodes)
  if (!handling && !recall) return null
  const shown = recall && recall.status !== '16' ? recall : handling
  return {
    status: shown?.status ?? '01',
    handling: handling?.status ?? '01',
    recall: recall
      ? ({ '13': 'asked', '15': 'agreed', '16': 'refused' } as const)[recall.status as '13']
      : 'none',
    reason: (recall ?? shown)?.reason ?? null,
  }
}

const isAfter = (a: Entry, b: Entry, codes: readonly DeliveryStatus[]): boolean => {
  const [first, second] = [Date.parse(a.at), Date.parse(b.at)]
  return first === second ? codes.indexOf(a.status) > codes.indexOf(b.status) : first > second
}

/** Told once, heard twice. */
export const isKnown = (entries: readonly Entry[], { status, at }: Entry): boolean =>
  entries.some((entry) => entry.status === status && Date.parse(entry.at) === Date.parse(at))

const next: Record<string, readonly DeliveryStatus[]> = {
  '01': ['02', '03'],
  '02': ['03'],
  '03': ['04', '05', '06'],
  '04': ['05', '06'],
  '05': ['04', '06'],
  '06': [],
}
const reasoned: readonly DeliveryStatus[] = ['02', '13', '16']

/** What a sender asked for; null where it asked for nothing. */
export type Asked = 'recall' | 'update' | null

/** Whether a receiver's step can follow on what stands. Who agreed to an update still has the document, and goes on with it. */
export const mayMove = ({ recall, handling }: Standing, to: DeliveryStatus, asked: Asked): boolean => {
  if (recall === 'asked') return to === '15' || to === '16'
  return (recall !== 'agreed' || asked === 'update') && (next[handling] ?? []).includes(to)
}

/**
 * What a receiver may do next; while a recall is open, only its answer.
 * @throws Problem `delivery.wrong-status` for a step that cannot follow, `delivery.reason-missing` for a return or a
 * refusal without a reason (Decision 28/2018/QĐ-TTg, articles 5(4) and 9)
 */
export const checkMove = (
  standing: Standing,
  to: DeliveryStatus,
  { asked, reason }: { asked: Asked; reason: string | null | undefined },
): void => {
  if (!mayMove(standing, to, asked)) throw new Problem('delivery.wrong-status', { from: standing.status, to })
  if (reasoned.includes(to) && !reason?.trim()) throw new Problem('delivery.reason-missing')
}

const day = 24 * 3_600_000

/**
 * The moment that goes with the next entry: now, yet never before what was heard already, so that clocks that differ or are
 * put back turn no order round. A clock a day and more ahead is not followed. The wire has whole seconds.
 */
export const stampFor = (entries: readonly Entry[], now: string, own: (entry: Entry) => boolean): string => {
  const clock = Math.floor(Date.parse(now) / 1000) * 1000
  const times = entries.flatMap((entry) => {
    const at = Date.parse(entry.at)
    return own(entry) || at < clock + day ? [at + 1000] : []
  })
  return new Date(Math.max(clock, ...times)).toISOString()
}
