/** An issued dispatch: its files are frozen, then it is delivered to the resolved units of that day. */
import { publicAddress } from '../config.ts'
import type { Database } from '../database/database.ts'
import { findDispatch, type StoredDispatch, saveFiles } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import type { Reaction } from '../events/jobs.ts'
import { sendOut, sendReportOut } from '../exchanges/send-out.ts'
import { passOn } from '../handovers/pass-on.ts'
import { noteAll } from '../handovers/reaction.ts'
import { findRecall, findReplaces, stopCampaign } from '../recalls/queries.ts'
import { stopWords } from '../recalls/recall.ts'
import { deliverUpward } from '../reports/upward.ts'
import { openFirstRounds } from '../rounds/open.ts'
import { findSignedFile } from '../signatures/queries.ts'
import { today } from '../time.ts'
import { deliverToUnits, saveReplaced } from './queries.ts'

export const onDispatchIssued: Reaction = async ({ config, pool, blobs, documents }, data) => {
  const { dispatchId, by, at } = data as { dispatchId: number; by: string; at: string }
  const dispatch = await pool.transaction('system', (db) => findDispatch(db, dispatchId))
  if (!dispatch) throw new Error(`dispatch ${dispatchId} is not there`)
  const give = { tree: dispatch.tree, linkBase: publicAddress(config) }
  // What was signed is what goes out, byte for byte.
  const signed = await pool.transaction('system', (db) => findSignedFile(db, dispatchId))
  const pdf = signed ?? (await blobs.put(await documents.do('pdf', give))).sha256
  const docx = await blobs.put(await documents.do('docx', give))
  await pool.transaction('system', async (db) => {
    await saveFiles(db, dispatchId, { pdf, docx: docx.sha256 })
    const replaces = await takePlace(db, dispatch, { by, at })
    if (dispatch.type === 'bao-cao') {
      await deliverUpward(db, { dispatchId, by, at })
      await sendReportOut(db, dispatch, at)
    }
    if (!dispatch.campaignId || dispatch.type === 'bao-cao') return
    const outside = await sendOut(db, dispatch, { replaces, at })
    const units = await deliverToUnits(db, {
      dispatchId,
      campaignId: dispatch.campaignId,
      ownerUnitId: dispatch.ownerUnitId,
      outside,
      at,
    })
    if (units.length === 0 && outside.length === 0) return
    await record(db, {
      unitId: dispatch.ownerUnitId,
      at,
      personId: by,
      kind: 'dispatch.delivered',
      subject: 'dispatch',
      subjectId: dispatchId,
      data: { units, ...(outside.length > 0 ? { outside } : {}) },
    })
    // Frozen when the campaign was planned: what has ended since goes to its successors.
    await noteAll(db, await passOn(db, { day: today(at), at }), at)
    await openFirstRounds(db, dispatch.campaignId, at)
    for (const unitId of units)
      await record(db, {
        unitId,
        at,
        personId: null,
        kind: 'delivery.01',
        subject: 'dispatch',
        subjectId: dispatchId,
      })
  })
}

/** What it replaces goes no further, and says by what it was replaced. Run twice, it changes nothing. */
const takePlace = async (
  db: Database,
  dispatch: StoredDispatch,
  { by, at }: { by: string; at: string },
): Promise<StoredDispatch | null> => {
  const oldId = await findReplaces(db, dispatch.id)
  const old = oldId === null ? null : await findDispatch(db, oldId)
  if (!old) return null
  await saveReplaced(db, old.id, dispatch.id)
  const campaignId = (await findRecall(db, old.id))?.campaignId ?? null
  if (campaignId === null || campaignId === dispatch.campaignId) return old
  const stopped = await stopCampaign(db, campaignId, {
    reason: stopWords(old.code, 'replaced', dispatch.code ?? ''),
    by,
    at,
  })
  await record(db, {
    unitId: old.ownerUnitId,
    at,
    personId: by,
    kind: 'dispatch.replaced',
    subject: 'dispatch',
    subjectId: old.id,
    data: { by: dispatch.id, code: dispatch.code, duties: stopped.length },
  })
  return old
}
