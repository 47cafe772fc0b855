import type { Act } from '@loa/contract/acts'

/** A person's eyes: the units, what the person may do, and the day. */
export interface Eyes {
  day: string
  now: string
  person: string
  units: readonly number[]
  may: (act: Act) => boolean
}
