/** A hub in memory that loses, doubles, delays and reorders, and whose answers are lost before and after it did its work. */
import { type DocumentExchange, ExchangeTrouble, type Parcel, type Waiting } from '../ports.ts'
import type { Chance } from './chance.ts'

interface Lying {
  ref: string
  parcel: Parcel
  to: string
  state: 'waiting' | 'received'
  /** Not listed before that many more lists. */
  hidden: number
}

export class BadHub {
  readonly #lying: Lying[] = []
  readonly #chance: Chance
  #count = 0
  /** Set to false, it does everything right from then on. */
  isBad = true

  constructor(chance: Chance) {
    this.#chance = chance
  }

  /** The way of one body to it. */
  wayOf(body: string): DocumentExchange {
    return {
      send: (parcel) => this.#unsure(() => this.#take(parcel)),
      list: () => this.#unsure(() => this.#list(body)),
      fetch: ({ ref }) => this.#unsure(() => this.#find(ref).parcel.bytes),
      settle: ({ ref }) =>
        this.#unsure(() => {
          this.#find(ref).state = 'received'
        }),
      whereabouts: (refs) =>
        this.#unsure(
          () =>
            new Map(
              refs.flatMap((ref) =>
                this.#lying.filter((each) => each.ref === ref).map(({ state }) => [ref, state] as const),
              ),
            ),
        ),
    }
  }

  get isEmpty(): boolean {
    return this.#lying.every(({ state }) => state === 'received')
  }

  async #unsure<T>(work: () => T): Promise<T> {
    if (this.#happens(8)) throw new ExchangeTrouble('unreachable', 'down')
    const answer = work()
    if (this.#happens(8)) throw new ExchangeTrouble('unreachable', 'the answer was lost')
    return answer
  }

  #take(parcel: Parcel): { ref: string } {
    const ref = `${++this.#count}`
    if (this.#happens(6)) return { ref }
    const copies = this.#happens(4) ? 2 : 1
    for (const to of parcel.to)
      for (let copy = 0; copy < copies; copy++)
        this.#lying.push({
          ref: copy === 0 ? ref : `${ref}-again`,
          parcel,
          to,
          state: 'waiting',
          hidden: this.isBad ? this.#chance.below(6) : 0,
        })
    return { ref }
  }

  #list(body: string): Waiting[] {
    const mine = this.#lying.filter(({ to, state }) => to === body && state === 'waiting')
    for (const each of mine) each.hidden = this.isBad ? each.hidden - 1 : 0
    const ready = mine.filter(({ hidden }) => hidden <= 0)
    if (this.isBad && this.#chance.once(2)) ready.reverse()
    // Handed out once more although it was fetched.
    const old = this.#happens(5)
      ? this.#lying.filter(({ to, state }) => to === body && state === 'received')
      : []
    return [...old, ...ready].map(({ ref, parcel }) => ({ ref, kind: parcel.kind }))
  }

  #find(ref: string): Lying {
    const found = this.#lying.find((each) => each.ref === ref)
    if (!found) throw new ExchangeTrouble('refused', 'no such thing', '18')
    return found
  }

  #happens(inTimes: number): boolean {
    return this.isBad && this.#chance.once(inTimes)
  }
}
