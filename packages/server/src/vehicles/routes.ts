import { Problem } from '@loa/contract/problem'
import {
  AddVehicle,
  AskPosition,
  GiveDeviceKey,
  ListVehicles,
  SaveVehicle,
  SendPosition,
} from '@loa/contract/vehicles'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { type Context, orNotFound, route } from '../http/endpoint.ts'
import { cursorId, pageFrom } from '../http/page.ts'
import { type Actor, allow } from '../people/actor.ts'
import { newToken, tokenHash } from '../token.ts'
import {
  countVehicles,
  findVehicle,
  insertVehicle,
  isPlateTaken,
  keepSent,
  listVehicles,
  saveDeviceKey,
  updateVehicle,
} from './queries.ts'
import { taskRoutes } from './task-routes.ts'
import { instantOf } from './track.ts'

export const vehicleRoutes = [
  ...taskRoutes,

  route(ListVehicles, async ({ db, query, now }) => {
    const rows = await listVehicles(db, { after: cursorId(query.cursor, 0), limit: query.limit + 1, now })
    return pageFrom(rows, query.limit, ({ id }) => id, await countVehicles(db))
  }),

  route(AddVehicle, async ({ db, actor, now }, { plate, name }) => {
    allow(actor, 'vehicle.save', actor.unit.id)
    const id = await insertVehicle(db, { unitId: actor.unit.id, plate: plateOf(plate), name, at: now })
    if (id === null) throw new Problem('vehicle.plate-taken', { plate: plateOf(plate) })
    await note(db, actor, now, 'vehicle.added', {
      unitId: actor.unit.id,
      id,
      data: { plate: plateOf(plate), name },
    })
    return orNotFound(await findVehicle(db, id, now), 'vehicle', id)
  }),

  route(SaveVehicle, async ({ db, actor, now, params }, { plate, ...values }) => {
    const vehicle = orNotFound(await findVehicle(db, params.id, now), 'vehicle', params.id)
    allow(actor, 'vehicle.save', vehicle.unitId)
    if (await isPlateTaken(db, vehicle.unitId, plateOf(plate), vehicle.id))
      throw new Problem('vehicle.plate-taken', { plate: plateOf(plate) })
    if (!(await updateVehicle(db, { ...values, plate: plateOf(plate), id: vehicle.id })))
      throw new Problem('thing.changed')
    await note(db, actor, now, 'vehicle.changed', {
      unitId: vehicle.unitId,
      id: vehicle.id,
      data: { ...values, plate: plateOf(plate) },
    })
    return orNotFound(await findVehicle(db, params.id, now), 'vehicle', params.id)
  }),

  route(GiveDeviceKey, async ({ db, actor, now, params }) => {
    const vehicle = orNotFound(await findVehicle(db, params.id, now), 'vehicle', params.id)
    allow(actor, 'vehicle.save', vehicle.unitId)
    const key = newToken()
    await saveDeviceKey(db, vehicle.id, tokenHash(key))
    await note(db, actor, now, 'vehicle.device-given', { unitId: vehicle.unitId, id: vehicle.id, data: {} })
    return { key, path: SendPosition.path }
  }),

  route(SendPosition, (context) => keep(context)),
  route(AskPosition, (context) => keep(context)),
]

/** A device that is told no would send the same again and again: what is not kept is answered as well. */
const keep = async ({ db, query, now }: Context<typeof SendPosition>) => {
  const at = instantOf(query.timestamp, now)
  if (at === null)
    throw new Problem('request.invalid', {}, [{ path: 'query.timestamp', message: 'timestamp' }])
  const kept = await keepSent(db, {
    keySha256: tokenHash(query.id),
    at,
    latitude: query.lat,
    longitude: query.lon,
    // The protocol counts knots.
    speed: query.speed === undefined ? null : Math.round(query.speed * 18.52) / 10,
    accuracy: query.accuracy ?? null,
  })
  return { kept }
}

/** 34a 123.45 → 34A-12345, as plates are written on papers. */
const plateOf = (plate: string): string => {
  const letters = plate.toUpperCase().replace(/[^0-9A-ZĐ]/g, '')
  const match = /^(\d{2}[A-ZĐ])(\d{4,5})$/.exec(letters) ?? /^(\d{2}[A-ZĐ]\d)(\d{5})$/.exec(letters)
  return match ? `${match[1]}-${match[2]}` : plate.toUpperCase().trim()
}

const note = (
  db: Database,
  actor: Actor,
  at: string,
  kind: string,
  { unitId, id, data }: { unitId: number; id: number; data: Record<string, unknown> },
) => record(db, { unitId, at, personId: actor.id, kind, subject: 'vehicle', subjectId: id, data })
