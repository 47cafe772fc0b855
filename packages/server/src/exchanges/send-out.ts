/** An issued dispatch goes to the units that are reached from outside; so do its recall, its update, and the report on it. */
import { documentIdOf } from '@loa/edxml'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { type Entry, standingOf } from '../deliveries/delivery.ts'
import { hearStatus, listEntries } from '../deliveries/queries.ts'
import type { StoredDispatch } from '../dispatches/queries.ts'
import { hasten } from './connection-queries.ts'
import { deliveryOfSent, setAsked } from './incoming-queries.ts'
import { addLine } from './outgoing-queries.ts'
import { ask } from './reception.ts'

const Way = z.object({
  connectionId: z.number(),
  ownOrgan: z.string(),
  unitId: z.number(),
  organId: z.string(),
  unitName: z.string(),
})

/** Of the campaign's units, those that have an address by a connection of the sender; by the first of them where there are several. */
const listWays = (db: Database, campaignId: number, ownerUnitId: number) =>
  db.many(
    Way,
    sql`select distinct on (a.unit_id) c.id as connection_id, c.organ_id as own_organ, a.unit_id, a.organ_id, u.full_name as unit_name
        from campaign_units cu join exchange_addresses a on a.unit_id = cu.unit_id
        join exchange_connections c on c.id = a.connection_id and c.unit_id = ${ownerUnitId}
        join units u on u.id = a.unit_id where cu.campaign_id = ${campaignId} order by a.unit_id, c.enabled desc, c.id`,
  )

const idOf = (organId: string, { tree, id }: StoredDispatch): string =>
  tree.date && tree.number
    ? documentIdOf(organId, tree.date, tree.number, tree.symbol ?? '')
    : `${organId},${id}`

/** Run twice, it adds nothing. @returns the units that are reached from outside */
export const sendOut = async (
  db: Database,
  dispatch: StoredDispatch,
  { replaces, at }: { replaces: StoredDispatch | null; at: string },
): Promise<number[]> => {
  if (dispatch.campaignId === null) return []
  const ways = await listWays(db, dispatch.campaignId, dispatch.ownerUnitId)
  for (const { connectionId, ownOrgan, unitId, organId, unitName } of ways) {
    const documentId = idOf(ownOrgan, dispatch)
    await addLine(
      db,
      {
        connectionId,
        key: `${documentId} ${organId}`,
        kind: 'edoc',
        business: replaces ? 3 : 0,
        status: null,
        dispatchId: dispatch.id,
        unitId,
        incomingId: null,
        toOrgan: organId,
        toName: unitName,
        documentId,
        content: { at, replaces: replaces ? [idOf(ownOrgan, replaces)] : [] },
      },
      at,
    )
  }
  for (const id of new Set(ways.map(({ connectionId }) => connectionId))) await hasten(db, id, at)
  return ways.map(({ unitId }) => unitId)
}

/** The report on what came from outside goes back there. */
export const sendReportOut = async (db: Database, dispatch: StoredDispatch, at: string): Promise<void> => {
  const asked = await db.maybe(
    z.object({ connectionId: z.number(), ownOrgan: z.string(), fromOrgan: z.string(), fromName: z.string() }),
    sql`select i.connection_id, c.organ_id as own_organ, i.from_organ, i.from_name
        from campaigns k join exchange_incoming i on i.dispatch_id = k.source_dispatch_id
        join exchange_connections c on c.id = i.connection_id where k.id = ${dispatch.campaignId}
          and c.unit_id = ${dispatch.ownerUnitId}`,
  )
  if (!asked) return
  const documentId = idOf(asked.ownOrgan, dispatch)
  await addLine(
    db,
    {
      connectionId: asked.connectionId,
      key: `${documentId} ${asked.fromOrgan}`,
      kind: 'edoc',
      business: 0,
      status: null,
      dispatchId: dispatch.id,
      unitId: null,
      incomingId: null,
      toOrgan: asked.fromOrgan,
      toName: asked.fromName,
      documentId,
      content: { at },
    },
    at,
  )
  await hasten(db, asked.connectionId, at)
}

const Sent = z.object({
  connectionId: z.number(),
  unitId: z.number(),
  toOrgan: z.string(),
  toName: z.string(),
  documentId: z.string(),
})

/** Those outside are asked to give it back (business type 1) or to take in what changed (2). */
export const askOutside = async (
  db: Database,
  {
    dispatchId,
    asked,
    reason,
    at,
  }: { dispatchId: number; asked: 'recall' | 'update'; reason: string; at: string },
): Promise<void> => {
  const sent = await db.many(
    Sent,
    sql`select connection_id, unit_id, to_organ, to_name, document_id from exchange_outgoing
        where dispatch_id = ${dispatchId} and kind = 'edoc' and business in (0, 3) and unit_id is not null
          and state not in ('refused', 'dropped') order by id`,
  )
  const business = asked === 'recall' ? 1 : 2
  for (const { connectionId, unitId, toOrgan, toName, documentId } of sent) {
    const delivery = await deliveryOfSent(db, { dispatchId, unitId, at })
    const entry = await askedAt(db, delivery.id, { reason, at, asked })
    if (!entry) continue
    await addLine(
      db,
      {
        connectionId,
        key: `${documentId} ${toOrgan} ${business} ${entry.at}`,
        kind: 'edoc',
        business,
        status: null,
        dispatchId,
        unitId,
        incomingId: null,
        toOrgan,
        toName,
        documentId,
        content: { reason, at: entry.at, about: documentId },
      },
      at,
    )
  }
  for (const id of new Set(sent.map(({ connectionId }) => connectionId))) await hasten(db, id, at)
}

/** The step (13) as it stands; written here where nobody had told anything of it before. */
const askedAt = async (
  db: Database,
  deliveryId: number,
  { reason, at, asked }: { reason: string; at: string; asked: 'recall' | 'update' },
): Promise<Entry | null> => {
  const entries = await listEntries(db, deliveryId)
  // The receiver may have said something since; it is asked all the same.
  if (standingOf(entries)?.recall === 'asked')
    return entries.findLast(({ status }) => status === '13') ?? null
  if (entries.length > 0) return null
  const entry = ask(entries, reason, at)
  await setAsked(db, deliveryId, asked)
  await hearStatus(db, deliveryId, entry, at)
  return entry
}
