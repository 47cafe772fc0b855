/** What drives, its tasks, and where it drove in them. Positions outside a task are never kept. */
import { z } from 'zod'
import { ById, ByUuid, Day, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { UnitRef } from './units.ts'

export const Vehicle = z.object({
  id: Id,
  unit: UnitRef,
  plate: z.string(),
  name: z.string(),
  hasDevice: z.boolean(),
  endedOn: Day.nullable(),
  version: Version,
  /** Tasks that run now or are to come. */
  tasks: z.number().int(),
})
export type Vehicle = z.infer<typeof Vehicle>

const plate = z.string().trim().min(4).max(20)
const name = z.string().trim().min(2).max(100)

export const ListVehicles = endpoint({
  method: 'get',
  path: '/api/vehicles',
  access: 'vehicle.read',
  summary: 'Vehicles of the own units and below',
  query: PageQuery,
  answer: pageOf(Vehicle),
})

export const AddVehicle = endpoint({
  method: 'post',
  path: '/api/vehicles',
  access: 'vehicle.save',
  summary: 'Add a vehicle by its plate',
  body: z.object({ plate, name }),
  answer: Vehicle,
})

export const SaveVehicle = endpoint({
  method: 'put',
  path: '/api/vehicles/{id}',
  access: 'vehicle.save',
  summary: 'Change its name or plate, or say since when it is no longer used',
  params: ById,
  body: z.object({ plate, name, endedOn: Day.nullable(), version: Version }),
  answer: Vehicle,
})

export const GiveDeviceKey = endpoint({
  method: 'post',
  path: '/api/vehicles/{id}/device',
  access: 'vehicle.save',
  summary: 'A new key for the device of a vehicle, shown once; the old one ends',
  params: ById,
  secret: true,
  answer: z.object({ key: z.string(), path: z.string() }),
})

/** `jump`: faster than anything drives; `stuck`: the very same place again and again; `gap`: nothing heard. */
export const oddities = ['jump', 'stuck', 'gap'] as const

const Spot = z.object({ latitude: z.number(), longitude: z.number() })

export const Track = z.object({
  /** Kilometres driven, jumps left out. */
  kilometres: z.number(),
  movingMinutes: z.number(),
  points: z.number().int(),
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
  trips: z.array(z.object({ from: Instant, to: Instant, kilometres: z.number() })),
  stops: z.array(Spot.extend({ from: Instant, to: Instant, minutes: z.number() })),
  odd: z.array(z.object({ kind: z.enum(oddities), from: Instant, to: Instant, points: z.number().int() })),
  /** At most 500 places, for drawing. */
  line: z.array(Spot),
})
export type Track = z.infer<typeof Track>

export const VehicleTask = z.object({
  id: z.uuid(),
  vehicle: z.object({ id: Id, plate: z.string(), name: z.string() }),
  unit: UnitRef,
  dutyId: Id,
  campaign: z.object({ id: Id, title: z.string() }),
  route: z.string(),
  crew: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  cancelledReason: z.string().nullable(),
  positions: z.number().int(),
  version: Version,
})
export type VehicleTask = z.infer<typeof VehicleTask>

export const ListVehicleTasks = endpoint({
  method: 'get',
  path: '/api/vehicle-tasks',
  access: 'vehicle.read',
  summary: 'Tasks of vehicles, the newest first',
  query: PageQuery.extend({ vehicle: Id.optional(), duty: Id.optional() }),
  answer: pageOf(VehicleTask),
})

export const SaveVehicleTask = endpoint({
  method: 'put',
  path: '/api/vehicle-tasks/{id}',
  access: 'vehicle.save',
  summary: 'A drive for an accepted duty: which vehicle, where, from when until when',
  params: ByUuid,
  body: z
    .object({
      vehicleId: Id,
      dutyId: Id,
      route: z.string().trim().min(2).max(500),
      crew: z.string().trim().max(300).default(''),
      startsAt: Instant,
      endsAt: Instant,
      version: Version.optional(),
    })
    .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), {
      path: ['endsAt'],
      message: 'order',
    })
    .refine(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= 86_400_000, {
      path: ['endsAt'],
      message: 'day',
    }),
  answer: VehicleTask,
})

export const CancelVehicleTask = endpoint({
  method: 'post',
  path: '/api/vehicle-tasks/{id}/cancel',
  access: 'vehicle.save',
  summary: 'It does not drive, and why',
  params: ByUuid,
  body: z.object({ version: Version, reason: z.string().trim().min(2).max(500) }),
  answer: VehicleTask,
})

export const GetVehicleTask = endpoint({
  method: 'get',
  path: '/api/vehicle-tasks/{id}',
  access: 'vehicle.read',
  summary: 'A task with what its positions say: trips, stops, and what is odd about them',
  params: ByUuid,
  answer: VehicleTask.extend({ track: Track }),
})

export const ImportGpx = endpoint({
  method: 'put',
  path: '/api/vehicle-tasks/{id}/gpx',
  access: 'vehicle.save',
  summary:
    'Positions from a GPX file; points outside the task are left out, points known already are there once',
  params: ByUuid,
  sends: 'bytes',
  answer: z.object({
    added: z.number().int(),
    known: z.number().int(),
    outside: z.number().int(),
    unreadable: z.number().int(),
    task: VehicleTask.extend({ track: Track }),
  }),
})

/** As the apps of OsmAnd and Traccar send it, one position a request. */
const Sent = z.object({
  id: z.string().min(10).max(200),
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
  /** Seconds or milliseconds since 1970, or ISO 8601; now where it is missing. */
  timestamp: z.string().max(40).optional(),
  /** Knots, as the protocol has it. */
  speed: z.coerce.number().min(0).max(1000).optional(),
  accuracy: z.coerce.number().min(0).max(100_000).optional(),
})
export const SendPosition = endpoint({
  method: 'post',
  path: '/api/positions',
  access: 'public',
  summary: 'A position of a device (OsmAnd and Traccar protocol); kept inside a task of its vehicle only',
  query: Sent,
  answer: z.object({ kept: z.boolean() }),
})
export const AskPosition = endpoint({
  method: 'get',
  path: '/api/positions',
  access: 'public',
  summary: 'The same for devices that send by GET',
  query: Sent,
  answer: z.object({ kept: z.boolean() }),
})
