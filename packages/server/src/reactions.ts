/** Event → what happens next. A reaction may run twice and must not mind. */
import { onDispatchIssued } from './deliveries/reaction.ts'
import type { Reaction } from './events/jobs.ts'

export const reactions: Record<string, Reaction> = {
  /** Freeze the files, deliver to the units, open a duty for each. */
  'dispatch.issued': onDispatchIssued,
}
