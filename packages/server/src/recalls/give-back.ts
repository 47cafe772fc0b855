/** A receiver gives back what was recalled: the content goes, a stub stays, and what grew from it in this unit stops. */
import type { Database } from '../database/database.ts'
import type { StoredDelivery } from '../deliveries/queries.ts'
import { saveStub } from '../deliveries/queries.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { emptyCopy, listCopies, stopCampaign } from './queries.ts'
import { emptied, stopWords, stubOf } from './recall.ts'

/**
 * Before the status is written, in the same transaction.
 * @returns the files that may be removed once it is committed
 */
export const giveBack = async (
  db: Database,
  delivery: StoredDelivery,
  { by, at }: { by: string; at: string },
): Promise<string[]> => {
  const dispatch = await findDispatch(db, delivery.dispatchId)
  if (!dispatch) return []
  const stub = stubOf(dispatch.tree, delivery.reason, at)
  await saveStub(db, delivery.id, stub)
  const files: string[] = []
  for (const copy of await listCopies(db, delivery.dispatchId, delivery.holderUnitId)) {
    const own = await findDispatch(db, copy.id)
    if (!own) continue
    if (copy.campaignId !== null)
      await stopCampaign(db, copy.campaignId, {
        reason: stopWords(own.code, 'recalled', stub.reason),
        by,
        at,
      })
    await emptyCopy(db, copy.id, { tree: emptied(own.tree), at })
    files.push(...copy.files)
    await record(db, {
      unitId: copy.ownerUnitId,
      at,
      personId: by,
      kind: 'dispatch.emptied',
      subject: 'dispatch',
      subjectId: copy.id,
      data: { ...stub, files: copy.files },
    })
  }
  return files
}
