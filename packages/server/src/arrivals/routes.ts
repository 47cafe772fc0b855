import {
  type Arrival,
  type ArrivalStand,
  ForwardArrival,
  GetArrival,
  GetArrivalStand,
  HandleArrival,
  ListHandlers,
  ListUnregistered,
  RegisterArrival,
} from '@loa/contract/arrivals'
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { findDispatch, findDispatchForUpdate, type StoredDispatch } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { followRegister } from '../exchanges/follow-register.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { arrivalSeries, lastNumber } from '../numbers/queries.ts'
import { type Actor, allow, mayActFor, ownUnits } from '../people/actor.ts'
import { today } from '../time.ts'
import { checkEntry, checkForward, checkHandle } from './arrival.ts'
import { paperRoute } from './paper-route.ts'
import {
  addEntry,
  countUnregistered,
  findArrival,
  findArrivalForUpdate,
  findArrivalOf,
  insertArrival,
  listHandlers,
  listTwins,
  listUnregistered,
} from './queries.ts'

export const arrivalRoutes = [
  paperRoute,

  route(ListUnregistered, async ({ db, actor, query }) => {
    const units = ownUnits(actor)
    const before = cursorId(query.cursor, fromTheTop)
    const rows = await listUnregistered(db, { units, before, limit: query.limit + 1 })
    return pageFrom(rows, query.limit, (row) => row.id, await countUnregistered(db, units))
  }),

  route(GetArrivalStand, async ({ db, actor, now, params: { id } }) => {
    const dispatch = orNotFound(await findDispatch(db, id), 'dispatch', id)
    checkIncoming(dispatch)
    return standOf(db, actor, now, dispatch)
  }),

  route(
    RegisterArrival,
    async ({ db, actor, now, params: { id }, wake }, { arrivedOn, note, despiteTwin }) => {
      const dispatch = orNotFound(await findDispatchForUpdate(db, id), 'dispatch', id)
      allow(actor, 'arrival.register', dispatch.ownerUnitId)
      checkIncoming(dispatch)
      // Entered already, perhaps by a request whose answer was lost: it keeps its number.
      if (!(await findArrivalOf(db, id))) {
        const facts = factsOf(dispatch)
        const twins = await listTwins(db, dispatch.ownerUnitId, facts)
        checkEntry({ arrivedOn, despiteTwin }, { today: today(now), twins })
        const arrivalId = await insertArrival(db, {
          unitId: dispatch.ownerUnitId,
          arrivedOn,
          of: { dispatchId: id },
          ...facts,
          note,
          by: actor.id,
          at: now,
        })
        // Its sender outside hears that it was received (03).
        const of = { dispatchId: id, deliveryId: null }
        if (await followRegister(db, of, '03', { by: actor.id, name: actor.name, at: now }))
          await wake('exchanges.due', {})
        await writeDown(db, actor, now, {
          unitId: dispatch.ownerUnitId,
          kind: 'arrival.registered',
          id: arrivalId,
          data: { dispatchId: id, arrivedOn, ...(twins.length > 0 ? { despite: twins[0]?.number } : {}) },
        })
      }
      return standOf(db, actor, now, dispatch)
    },
  ),

  route(GetArrival, async ({ db, actor, params: { id } }) =>
    standWith(actor, orNotFound(await findArrival(db, id), 'arrival', id)),
  ),

  route(ListHandlers, async ({ db, actor, now, params: { id } }) => {
    const { unitId } = orNotFound(await findArrival(db, id), 'arrival', id)
    allow(actor, 'arrival.forward', unitId)
    return { people: await listHandlers(db, unitId, today(now)) }
  }),

  route(
    ForwardArrival,
    async ({ db, actor, now, params: { id }, wake }, { version, lead, helpers, dueOn, words }) => {
      const arrival = await locked(db, id, version)
      allow(actor, 'arrival.forward', arrival.unitId)
      checkForward(arrival, dueOn, today(now))
      const people = new Map(
        (await listHandlers(db, arrival.unitId, today(now))).map((each) => [each.id, each]),
      )
      const named = (personId: string) => {
        const person = people.get(personId)
        if (!person) throw new Problem('arrival.unknown-handler', { person: personId })
        return { id: person.id, name: person.name }
      }
      const entry = {
        lead: named(lead),
        helpers: helpers.filter((each) => each !== lead).map(named),
        dueOn,
        words,
      }
      await addEntry(db, id, { kind: 'forwarded', at: now, by: actor.id, ...entry, replyCode: null })
      if (await followRegister(db, arrival, '04', { by: actor.id, name: actor.name, at: now }))
        await wake('exchanges.due', {})
      await writeDown(db, actor, now, { unitId: arrival.unitId, kind: 'arrival.forwarded', id, data: entry })
      return standWith(actor, orNotFound(await findArrival(db, id), 'arrival', id))
    },
  ),

  route(
    HandleArrival,
    async ({ db, actor, now, params: { id }, wake }, { version, words, replyCode, finished }) => {
      const arrival = await locked(db, id, version)
      allow(actor, 'arrival.handle', arrival.unitId)
      checkHandle(arrival)
      const kind = finished ? 'finished' : 'progress'
      const entry = { words, lead: null, helpers: [], dueOn: null, replyCode }
      await addEntry(db, id, { kind, at: now, by: actor.id, ...entry })
      const told = finished ? '06' : '05'
      if (await followRegister(db, arrival, told, { by: actor.id, name: actor.name, at: now }))
        await wake('exchanges.due', {})
      await writeDown(db, actor, now, {
        unitId: arrival.unitId,
        kind: `arrival.${kind}`,
        id,
        data: { words, replyCode },
      })
      return standWith(actor, orNotFound(await findArrival(db, id), 'arrival', id))
    },
  ),
]

/** @throws Problem `thing.changed` when somebody wrote on the slip meanwhile */
const locked = async (db: Database, id: number, version: number): Promise<Arrival> => {
  const arrival = orNotFound(await findArrivalForUpdate(db, id), 'arrival', id)
  if (arrival.version !== version) {
    const last = arrival.entries.at(-1)
    throw new Problem('thing.changed', { who: last?.person.name ?? null, at: last?.at ?? null, state: null })
  }
  return arrival
}

const checkIncoming = ({ direction }: StoredDispatch) => {
  if (direction !== 'in') throw new Problem('arrival.not-incoming')
}

const factsOf = ({ issuer: author, code, date: dated, type, subject }: StoredDispatch) => ({
  author,
  code,
  dated,
  type,
  subject,
})

const standOf = async (
  db: Database,
  actor: Actor,
  now: string,
  dispatch: StoredDispatch,
): Promise<ArrivalStand> => {
  const arrival = await findArrivalOf(db, dispatch.id)
  if (arrival) return standWith(actor, arrival)
  const unitId = dispatch.ownerUnitId
  const year = Number(today(now).slice(0, 4))
  return {
    arrival: null,
    twins: await listTwins(db, unitId, factsOf(dispatch)),
    nextNumber: 1 + (await lastNumber(db, { unitId, year, series: arrivalSeries })),
    may: { register: mayActFor(actor, 'arrival.register', unitId), forward: false, handle: false },
  }
}

const standWith = (actor: Actor, arrival: Arrival): ArrivalStand => {
  const isOpen = arrival.finishedAt === null
  return {
    arrival,
    twins: [],
    nextNumber: arrival.number,
    may: {
      register: false,
      forward: isOpen && mayActFor(actor, 'arrival.forward', arrival.unitId),
      handle: isOpen && arrival.forwardedAt !== null && mayActFor(actor, 'arrival.handle', arrival.unitId),
    },
  }
}

const writeDown = (
  db: Database,
  actor: Actor,
  at: string,
  { unitId, kind, id, data }: { unitId: number; kind: string; id: number; data: Record<string, unknown> },
) => record(db, { unitId, at, personId: actor.id, kind, subject: 'arrival', subjectId: id, data })
