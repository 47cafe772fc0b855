/** A dispatch that will be signed digitally has its number: its pages are laid out for the last time. */
import { findDispatch, findDispatchForUpdate, saveFinal } from '../dispatches/queries.ts'
import type { Reaction } from '../events/jobs.ts'
import { layOutFinal } from './final.ts'

export const onDispatchNumbered: Reaction = async (tools, data) => {
  const { dispatchId } = data as { dispatchId: number }
  const dispatch = await tools.pool.transaction('system', (db) => findDispatch(db, dispatchId))
  if (dispatch?.state !== 'numbered' || dispatch.finalSha256) return
  const final = await layOutFinal(tools, dispatch.tree)
  await tools.pool.transaction('system', async (db) => {
    const still = await findDispatchForUpdate(db, dispatchId)
    // Who was faster has signed, or a body that followed has taken the draft over.
    if (still?.version === dispatch.version && !still.finalSha256) await saveFinal(db, dispatchId, final)
  })
}
