/** Event → what happens next. A reaction may run twice and must not mind. */
import { onDispatchIssued } from './deliveries/reaction.ts'
import type { Reaction } from './events/jobs.ts'
import { onDirectoryChanged } from './handovers/reaction.ts'

export const reactions: Record<string, Reaction> = {
  /** Freeze the files, deliver to the units, open a duty for each. */
  'dispatch.issued': onDispatchIssued,
  /** Duties of units that have ended go on; also each morning, for changes decided earlier. */
  'directory.changed': onDirectoryChanged,
}
