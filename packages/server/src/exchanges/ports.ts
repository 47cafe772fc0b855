/** What the courier needs: a way to the other side, and a place to keep what waits. */

/** A package larger than this is neither sent nor fetched. */
export const mostPackageBytes = 75_000_000

/** Something to hand over: the package as it goes, always the same bytes for the same thing. */
export interface Parcel {
  id: string
  kind: 'edoc' | 'status'
  from: string
  to: readonly string[]
  bytes: Uint8Array
}

/** What lies ready for us on the other side. */
export interface Waiting {
  ref: string
  kind: 'edoc' | 'status'
}

/**
 * One way to other bodies: a hub, another Loa, a folder. Each call may fail by `ExchangeTrouble`, before or after it had its
 * effect; whoever calls says it again, and the receiver minds nothing that comes twice.
 */
export interface DocumentExchange {
  /** Resolves with the name the other side gave it. */
  send(parcel: Parcel): Promise<{ ref: string }>
  list(): Promise<Waiting[]>
  /** Null: it is larger than a package may be. */
  fetch(waiting: Waiting): Promise<Uint8Array | null>
  /** It is stored (`done`), or cannot be read (`fail`): either way it is not listed again. */
  settle(waiting: Waiting, how: 'done' | 'fail'): Promise<void>
  /** Where what we sent is now; absent where the other side cannot say. */
  whereabouts?(refs: readonly string[]): Promise<Map<string, 'waiting' | 'received'>>
  close?(): Promise<void>
}

/**
 * `unreachable`: network, time, an answer that is none: said again later. `refused`: the other side understood and said no,
 * with a code: shown to a person and not repeated.
 */
export class ExchangeTrouble extends Error {
  readonly kind: 'unreachable' | 'refused'
  readonly code: string | null
  constructor(kind: 'unreachable' | 'refused', said: string, code: string | null = null) {
    super(said)
    this.kind = kind
    this.code = code
  }
}

export interface Outgoing extends Parcel {
  /** How often it was tried before this time. */
  tries: number
}

export type Outcome =
  | { state: 'handed'; ref: string }
  | { state: 'waiting'; said: string; nextAt: string }
  | { state: 'refused'; said: string; code: string | null }

/** Each method is one transaction. */
export interface CourierStore {
  /** What was being handed over when the process died is due again. */
  resume(): Promise<void>
  /** Takes one that is due and marks it; nobody else takes it then. */
  takeDue(now: string): Promise<Outgoing | null>
  saveOutcome(id: string, outcome: Outcome, now: string): Promise<void>
  /** References of what was handed over and not yet heard of, oldest first, a few. */
  handedOver(): Promise<string[]>
  saveReceived(refs: readonly string[], now: string): Promise<void>
  /** The other side does not know them (any more): to be handed over once more. */
  saveLost(refs: readonly string[], now: string): Promise<void>
  /** Stores what came (null: too large to be fetched); `known` when it was there. Everything that follows from it is in the same transaction. */
  receive(waiting: Waiting, bytes: Uint8Array | null, now: string): Promise<'stored' | 'known' | 'unreadable'>
}
