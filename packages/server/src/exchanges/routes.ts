import {
  AddConnection,
  ChangeConnection,
  type Connection,
  DropParcel,
  guestKeyLength,
  ListAddresses,
  ListConnections,
  ListParcels,
  ListTaken,
  PollConnection,
  RemoveAddress,
  RetryParcel,
  SetAddress,
} from '@loa/contract/exchanges'
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route, type Tools } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { dropPlace } from '../inboxes/drop-folder.ts'
import { type Actor, allow, mayActFor, ownUnits } from '../people/actor.ts'
import { seal } from '../signatures/sealed-file.ts'
import { tokenHash } from '../token.ts'
import {
  deleteAddress,
  findAddress,
  findConnection,
  findConnectionForUpdate,
  hasten,
  insertConnection,
  listAddresses,
  listConnections,
  type StoredConnection,
  saveAddress,
  saveConnection,
} from './connection-queries.ts'
import { listTaken } from './incoming-queries.ts'
import { exchangeFolder, sealOwner } from './open-exchange.ts'
import { countLines, findLineForUpdate, listLines, saveLineState } from './outgoing-queries.ts'

export const exchangeRoutes = [
  route(ListConnections, async ({ db, actor, tools }) => ({
    rows: await listConnections(db, ownUnits(actor)),
    folder: exchangeFolder(tools.config),
    dropFolder: dropPlace(tools, ''),
    may: { change: mayActFor(actor, 'exchange.change', actor.unit.id) },
  })),

  route(AddConnection, async ({ db, actor, now, tools, wake }, { secret, ...given }) => {
    allow(actor, 'exchange.change', actor.unit.id)
    checkPlace(given.kind, given, null)
    const kept = keptOf(tools, actor.unit.id, given.kind, secret)
    checkGuest(given, kept.keySha256)
    const id = await insertConnection(db, actor.unit.id, { ...given, ...kept }, { by: actor.id, at: now })
    if (id === null) throw new Problem('exchange.there-already')
    await writeDown(db, actor, now, id, 'added', {
      name: given.name,
      place: given.place,
      organId: given.organId,
    })
    await wake('exchanges.due', {})
    return shown(db, id)
  }),

  route(
    ChangeConnection,
    async ({ db, actor, now, params: { id }, tools, wake }, { secret, version, ...given }) => {
      const connection = await mine(db, actor, id)
      if (connection.version !== version)
        throw new Problem('thing.changed', { who: null, at: null, state: null })
      checkPlace(connection.kind, given, connection)
      // A secret is for the address it was given for: whoever turns the address elsewhere gives it anew.
      const { sealed, keySha256, kind } = connection
      const before =
        given.place === connection.place || kind === 'guest'
          ? { sealed, keySha256 }
          : { sealed: null, keySha256: null }
      const kept = secret ? keptOf(tools, connection.unitId, kind, secret) : before
      checkGuest({ ...given, kind }, kept.keySha256)
      // A guest knows itself by its name.
      const systemId = kind === 'guest' ? connection.systemId : given.systemId
      await saveConnection(db, id, { ...given, systemId, ...kept }, { by: actor.id, at: now }).catch(
        (error: unknown) => {
          throw isUniqueViolation(error) ? new Problem('exchange.there-already') : error
        },
      )
      await writeDown(db, actor, now, id, 'changed', { ...given, secret: Boolean(secret) })
      await wake('exchanges.due', {})
      return shown(db, id)
    },
  ),

  route(PollConnection, async ({ db, actor, now, params: { id }, wake }) => {
    await mine(db, actor, id)
    await hasten(db, id, now)
    await wake('exchanges.due', {})
    return shown(db, id)
  }),

  route(ListAddresses, async ({ db, params: { id }, query }) => {
    const connection = orNotFound(await findConnection(db, id), 'exchange', id)
    const rows = await listAddresses(db, id, { after: cursorId(query.cursor, 0), limit: query.limit + 1 })
    return pageFrom(rows, query.limit, ({ unit }) => unit.id, connection.addresses)
  }),

  route(SetAddress, async ({ db, actor, now, params: { id, unit } }, { organId }) => {
    await mine(db, actor, id)
    if ((await saveAddress(db, id, { unitId: unit, organId })) === 0)
      throw new Problem('exchange.address-taken')
    await writeDown(db, actor, now, id, 'addressed', { unit, organId })
    return orNotFound(await findAddress(db, id, unit), 'unit', unit)
  }),

  route(RemoveAddress, async ({ db, actor, now, params: { id, unit } }) => {
    await mine(db, actor, id)
    if ((await deleteAddress(db, id, unit)) > 0)
      await writeDown(db, actor, now, id, 'addressed', { unit, organId: null })
    return {}
  }),

  route(ListParcels, async ({ db, params: { id }, query }) => {
    orNotFound(await findConnection(db, id), 'exchange', id)
    const before = cursorId(query.cursor, fromTheTop)
    const rows = await listLines(db, id, { show: query.show, before, limit: query.limit + 1 })
    return pageFrom(rows, query.limit, (row) => row.id, await countLines(db, id, query.show))
  }),

  route(RetryParcel, async ({ db, actor, now, params: { id }, wake }) => {
    const parcel = await refusedOne(db, actor, id)
    await saveLineState(db, id, { state: 'waiting', said: null, at: now })
    await hasten(db, parcel.connectionId, now)
    await writeDown(db, actor, now, parcel.connectionId, 'retried', {
      parcel: id,
      documentId: parcel.documentId,
    })
    await wake('exchanges.due', {})
    return orNotFound(await findLineForUpdate(db, id), 'exchange', id)
  }),

  route(DropParcel, async ({ db, actor, now, params: { id } }, { reason }) => {
    const parcel = await refusedOne(db, actor, id)
    await saveLineState(db, id, { state: 'dropped', said: reason, at: now })
    await writeDown(db, actor, now, parcel.connectionId, 'dropped', {
      parcel: id,
      documentId: parcel.documentId,
      reason,
    })
    return orNotFound(await findLineForUpdate(db, id), 'exchange', id)
  }),

  route(ListTaken, async ({ db, params: { id } }) => {
    orNotFound(await findConnection(db, id), 'exchange', id)
    return { rows: await listTaken(db, id) }
  }),
]

const mine = async (db: Database, actor: Actor, id: number): Promise<StoredConnection> => {
  const connection = orNotFound(await findConnectionForUpdate(db, id), 'exchange', id)
  allow(actor, 'exchange.change', connection.unitId)
  return connection
}

/** Only what was refused is decided by a person; what waits is handed over by itself. */
const refusedOne = async (db: Database, actor: Actor, id: number) => {
  const parcel = orNotFound(await findLineForUpdate(db, id), 'exchange', id)
  allow(actor, 'exchange.change', parcel.ownerUnitId)
  if (parcel.state !== 'refused') throw new Problem('exchange.not-refused')
  return parcel
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'

/** What Loa itself moves files into, below the drop folder of the unit that runs it. */
const ownFolders = ['done', 'failed']

/**
 * @throws Problem `exchange.wrong-place`: a hub or mailbox is an address, a folder one plain name below the folder that was set,
 * which itself stays with the unit that runs Loa (`ensureDropFolder`);
 * `exchange.no-organ` where the exchange would not know who we are
 */
const checkPlace = (
  kind: Connection['kind'],
  { place, organId }: { place: string; organId: string },
  before: { place: string } | null,
): void => {
  const knowsBodies = kind === 'hub' || kind === 'folder' || kind === 'guest'
  if (knowsBodies !== (organId !== '')) throw new Problem('exchange.no-organ')
  const isRight =
    kind === 'hub'
      ? isAddress(place, /^https?:$/, false)
      : kind === 'mail'
        ? isAddress(place, /^imaps?:$/, true)
        : kind === 'guest' ||
          (/^[\w-]{1,60}$/.test(place) && !(kind === 'drop' && ownFolders.includes(place))) ||
          (kind === 'drop' && place === '.' && before?.place === '.')
  if (!isRight) throw new Problem('exchange.wrong-place', { kind })
}

const isAddress = (place: string, protocol: RegExp, withUser: boolean): boolean => {
  const url = URL.parse(place)
  return (
    url !== null &&
    protocol.test(url.protocol) &&
    !url.password &&
    !url.search &&
    !url.hash &&
    (url.username !== '') === withUser
  )
}

/** What we must say ourselves is sealed; of what a guest says to us the hash is enough. */
const keptOf = (
  { secret }: Tools,
  unitId: number,
  kind: Connection['kind'],
  words: string | undefined,
): { sealed: Buffer | null; keySha256: string | null } => ({
  sealed: words && kind !== 'guest' ? seal(secret, sealOwner(unitId), Buffer.from(words, 'utf8')) : null,
  keySha256: words && kind === 'guest' && words.length >= guestKeyLength ? tokenHash(words) : null,
})

/** @throws Problem `exchange.guest-key`: a guest has a name of its own and a long key */
const checkGuest = (
  { kind, systemId }: { kind: Connection['kind']; systemId: string | null },
  keySha256: string | null,
): void => {
  if (kind === 'guest' && (!systemId || keySha256 === null)) throw new Problem('exchange.guest-key')
}

const shown = async (db: Database, id: number): Promise<Connection> =>
  orNotFound(await findConnection(db, id), 'exchange', id)

const writeDown = (
  db: Database,
  actor: Actor,
  at: string,
  id: number,
  what: string,
  data: Record<string, unknown>,
) =>
  record(db, {
    unitId: actor.unit.id,
    at,
    personId: actor.id,
    kind: `exchange.${what}`,
    subject: 'exchange',
    subjectId: id,
    data,
  })
