/** Every way in ends here: a file that was read becomes an incoming dispatch with its proposals, once. */
import { plan } from '@loa/documents'
import { withGroups } from '../address-groups/resolve.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { today } from '../time.ts'
import { directoryOn } from '../units/queries.ts'
import { saveCameBy, saveDispatchFiles } from './file-queries.ts'
import { planDay } from './plan-day.ts'
import { insertProposals, proposalsOf } from './plan-queries.ts'
import { findDelivered, findDispatchOfFile, insertDispatch, saveLayout } from './queries.ts'
import type { Incoming } from './read-incoming.ts'

export interface WayIn {
  unit: { id: number; code: string }
  /** Units whose phrases and deliveries count: the unit and what it took over. */
  owners: readonly number[]
  /** Null where no person brought it. */
  by: string | null
  at: string
  cameBy: 'upload' | 'folder' | 'mail' | 'exchange' | 'package'
  cameFrom: string | null
}

/** `known`: the unit had the file already, and nothing was written. */
export const takeIn = async (
  db: Database,
  { file, tree, messages, layout, others }: Incoming,
  { unit, owners, by, at, cameBy, cameFrom }: WayIn,
): Promise<{ id: number; known: boolean }> => {
  const before = await findDispatchOfFile(db, unit.id, file.sha256)
  if (before) return { id: before.id, known: true }

  const on = planDay(tree, today(at))
  const read = plan(tree, { on, units: await directoryOn(db, on), home: unit.code })
  const proposed = { ...read, addressees: await withGroups(db, read.addressees, { owners: [...owners], on }) }
  const id = await insertDispatch(db, {
    direction: 'in',
    ownerUnitId: unit.id,
    state: 'read',
    tree,
    messages,
    file,
    planOn: on,
    planWarnings: proposed.warnings,
    // Sent to us within this Loa as well: what comes of it is reported to the body that sent it.
    sourceDispatchId: await findDelivered(db, [...owners], tree.code),
    campaignId: null,
    simulated: false,
    by,
    at,
  })
  if (id === null) {
    // Sent twice at the same moment: the other request was first.
    const other = await findDispatchOfFile(db, unit.id, file.sha256)
    if (!other) throw new Error(`dispatch of the file ${file.sha256} is not there`)
    return { id: other.id, known: true }
  }
  if (layout) await saveLayout(db, id, layout)
  await saveCameBy(db, id, { cameBy, cameFrom })
  await saveDispatchFiles(db, id, others)
  await insertProposals(db, id, proposalsOf(proposed))
  await record(db, {
    unitId: unit.id,
    at,
    personId: by,
    kind: 'dispatch.read',
    subject: 'dispatch',
    subjectId: id,
    data: {
      file: file.name,
      sha256: file.sha256,
      ...(cameBy === 'upload' ? {} : { by: cameBy, from: cameFrom }),
    },
  })
  return { id, known: false }
}
