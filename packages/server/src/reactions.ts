/** Event → what happens next. A reaction may run twice and must not mind. */
import { onDispatchIssued } from './deliveries/reaction.ts'
import type { Reaction } from './events/jobs.ts'
import { onPhotoReceived } from './evidence/reaction.ts'
import { onExchangesDue } from './exchanges/reaction.ts'
import { onUpdateAgreed } from './exchanges/take-update.ts'
import { onFiguresChanged } from './figures/reaction.ts'
import { onDirectoryChanged } from './handovers/reaction.ts'
import { onContentGivenBack, onDispatchAsked } from './recalls/reaction.ts'
import { onRemindersDue } from './reminders/reaction.ts'
import { onRoundOpened } from './rounds/reaction.ts'
import { onDispatchNumbered } from './signatures/reaction.ts'
import { onUnitImportOrdered, onUnitImportStarted, onUnitImportTakenBack } from './unit-imports/reaction.ts'

export const reactions: Record<string, Reaction> = {
  /** Lay out the final pages, where they will be signed digitally. */
  'dispatch.numbered': onDispatchNumbered,
  /** Freeze the files, deliver to the units, open a duty for each. */
  'dispatch.issued': onDispatchIssued,
  /** Its receivers were asked to give it back, or to take in what changed. */
  'dispatch.asked': onDispatchAsked,
  /** Hand over what goes outside, fetch what lies ready; also each minute. */
  'exchanges.due': onExchangesDue,
  /** What changed in a document from outside takes its place. */
  'exchange.update-agreed': onUpdateAgreed,
  /** The files of what was given back are removed. */
  'content.given-back': onContentGivenBack,
  /** Duties of units that have ended go on; also each morning, for changes decided earlier. */
  'directory.changed': onDirectoryChanged,
  /** Open it, look for it among all others, say what is doubtful; also each morning, for what was left. */
  'photo.received': onPhotoReceived,
  /** Fold the periods that changed activities are in; also each morning, for what was left. */
  'figures.changed': onFiguresChanged,
  /** The units that have units of their own collect from them first. */
  'round.opened': onRoundOpened,
  /** What waits goes out in its hour; also each minute. */
  'reminders.due': onRemindersDue,
  /** Read the files of an import, and compare them with the directory. */
  'unit-import.read': onUnitImportStarted,
  /** Write the difference that was shown. */
  'unit-import.apply': onUnitImportOrdered,
  'unit-import.undo': onUnitImportTakenBack,
}
