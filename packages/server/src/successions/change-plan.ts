/** What is known around an act, and what the rules make of it. */
import type { SuccessionKind, Unit } from '@loa/contract/units'

export type NewUnit = Omit<Unit, 'id' | 'validFrom' | 'validTo'>

/** What the directory says around the act. */
export interface ChangeFacts {
  today: string
  /** The units that the act is about, by their ids. */
  from: Unit[]
  /** Units that go on and take over. */
  targets: Unit[]
  /** Rows that have one of the new codes on the day or later. */
  holders: Unit[]
  /** Rows there on the day: those that are to be parents, and all above them. */
  parents: Unit[]
  /** Rows below one of `from` on the day or later. */
  children: Unit[]
}

export interface ChangePlan {
  ends: Unit[]
  begins: NewUnit[]
  successions: { from: number; to: Heir | null; kind: SuccessionKind; share: 'full' | 'partial' }[]
  moves: { unit: Unit; parentCode: string }[]
  /** Goes on as it is, and takes over. */
  targets: Unit[]
}
/** A unit that is there already, or the place in `begins`. */
export type Heir = { unitId: number } | { begins: number }
