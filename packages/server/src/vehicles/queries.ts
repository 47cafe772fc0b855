import { Vehicle, VehicleTask } from '@loa/contract/vehicles'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'

const Stored = Vehicle.extend({ unitId: z.number() })
const columns = sql`v.id, ${unitJson} as unit, v.unit_id, v.plate, v.name, v.device_key_sha256 is not null as has_device, v.ended_on,
  v.version`
const vehicles = (now: string) => sql`select ${columns},
    (select count(*)::int from vehicle_tasks t where t.vehicle_id = v.id and t.ends_at >= ${now} and t.cancelled_reason is null) as tasks
  from vehicles v join units u on u.id = v.unit_id`

export const listVehicles = (
  db: Database,
  { after, limit, now }: { after: number; limit: number; now: string },
) => db.many(Stored, sql`${vehicles(now)} where v.id > ${after} order by v.id limit ${limit}`)

export const countVehicles = async (db: Database): Promise<number> =>
  (await db.one(z.object({ total: z.number() }), sql`select count(*)::int as total from vehicles`)).total

export const findVehicle = (db: Database, id: number, now: string) =>
  db.maybe(Stored, sql`${vehicles(now)} where v.id = ${id}`)

/** Locked: two tasks of one vehicle are not given the same hour. */
export const lockVehicle = (db: Database, id: number) =>
  db.maybe(
    z.object({ unitId: z.number(), endedOn: z.string().nullable() }),
    sql`select unit_id, ended_on from vehicles where id = ${id} for update`,
  )

/** Null: the unit has a vehicle of this plate. */
export const insertVehicle = async (
  db: Database,
  { unitId, plate, name, at }: { unitId: number; plate: string; name: string; at: string },
): Promise<number | null> =>
  (
    await db.maybe(
      z.object({ id: z.number() }),
      sql`insert into vehicles (unit_id, plate, name, created_at) values (${unitId}, ${plate}, ${name}, ${at})
          on conflict do nothing returning id`,
    )
  )?.id ?? null

export const isPlateTaken = async (
  db: Database,
  unitId: number,
  plate: string,
  id: number,
): Promise<boolean> =>
  (await db.maybe(
    z.object({ id: z.number() }),
    sql`select id from vehicles where unit_id = ${unitId} and plate = ${plate} and id <> ${id}`,
  )) !== null

/** True when it still stands at the version that the person saw. */
export const updateVehicle = async (
  db: Database,
  {
    id,
    plate,
    name,
    endedOn,
    version,
  }: { id: number; plate: string; name: string; endedOn: string | null; version: number },
): Promise<boolean> =>
  (await db.run(sql`update vehicles set plate = ${plate}, name = ${name}, ended_on = ${endedOn}, version = version + 1
      where id = ${id} and version = ${version}`)) === 1

export const saveDeviceKey = (db: Database, id: number, sha256: string) =>
  db.run(sql`update vehicles set device_key_sha256 = ${sha256} where id = ${id}`)

const StoredTask = VehicleTask.extend({ unitId: z.number() })
const taskColumns = sql`t.id, t.unit_id, json_build_object('id', v.id, 'plate', v.plate, 'name', v.name) as vehicle, ${unitJson} as unit,
  t.duty_id, json_build_object('id', k.id, 'title', k.title) as campaign, t.route, t.crew, t.starts_at, t.ends_at,
  t.cancelled_reason, t.version, (select count(*)::int from positions p where p.task_id = t.id) as positions`
const taskTables = sql`vehicle_tasks t join vehicles v on v.id = t.vehicle_id join units u on u.id = t.unit_id
  join duties d on d.id = t.duty_id join campaigns k on k.id = d.campaign_id`

interface TaskFilter {
  vehicle?: number | undefined
  duty?: number | undefined
}
const wanted = ({ vehicle, duty }: TaskFilter) =>
  all([vehicle && sql`t.vehicle_id = ${vehicle}`, duty && sql`t.duty_id = ${duty}`])

/** The newest first; the cursor is beginning and id of the last row. */
export const listTasks = (
  db: Database,
  filter: TaskFilter & { after: { at: string; id: string } | null; limit: number },
) =>
  db.many(
    StoredTask,
    sql`select ${taskColumns} from ${taskTables} where ${all([
      wanted(filter),
      filter.after && sql`(t.starts_at, t.id) < (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`,
    ])} order by t.starts_at desc, t.id desc limit ${filter.limit}`,
  )

export const countTasks = async (db: Database, filter: TaskFilter): Promise<number> =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from vehicle_tasks t where ${wanted(filter)}`,
    )
  ).total

export const findTask = (db: Database, id: string) =>
  db.maybe(StoredTask, sql`select ${taskColumns} from ${taskTables} where t.id = ${id}`)

/** Another task of the vehicle within these hours. */
export const findClash = (
  db: Database,
  task: { id: string; vehicleId: number; startsAt: string; endsAt: string },
) =>
  db.maybe(
    z.object({ route: z.string(), startsAt: z.string(), endsAt: z.string() }),
    sql`select route, starts_at, ends_at from vehicle_tasks where vehicle_id = ${task.vehicleId} and id <> ${task.id}
        and cancelled_reason is null and starts_at < ${task.endsAt} and ends_at > ${task.startsAt} order by starts_at limit 1`,
  )

export interface TaskValues {
  id: string
  vehicleId: number
  unitId: number
  ownerUnitId: number
  dutyId: number
  route: string
  crew: string
  startsAt: string
  endsAt: string
  by: string
  at: string
}

/** False when the id is taken. */
export const insertTask = async (db: Database, task: TaskValues): Promise<boolean> =>
  (await db.run(sql`insert into vehicle_tasks (id, vehicle_id, unit_id, owner_unit_id, duty_id, route, crew, starts_at, ends_at,
      created_by, created_at)
    values (${task.id}, ${task.vehicleId}, ${task.unitId}, ${task.ownerUnitId}, ${task.dutyId}, ${task.route}, ${task.crew},
      ${task.startsAt}, ${task.endsAt}, ${task.by}, ${task.at}) on conflict (id) do nothing`)) === 1

/** Positions that fall out of the new hours are taken away: nothing is kept outside a task. */
export const updateTask = async (db: Database, task: TaskValues): Promise<void> => {
  await db.run(sql`update vehicle_tasks set route = ${task.route}, crew = ${task.crew}, starts_at = ${task.startsAt},
      ends_at = ${task.endsAt}, version = version + 1 where id = ${task.id}`)
  await db.run(
    sql`delete from positions where task_id = ${task.id} and not at between ${task.startsAt} and ${task.endsAt}`,
  )
}

export const cancelTask = (db: Database, id: string, reason: string) =>
  db.run(sql`update vehicle_tasks set cancelled_reason = ${reason}, version = version + 1 where id = ${id}`)

const Place = z.object({ at: z.string(), latitude: z.number(), longitude: z.number() })
export const listPositions = (db: Database, taskId: string) =>
  db.many(Place, sql`select at, latitude, longitude from positions where task_id = ${taskId} order by at`)

/** How many are new. */
export const insertPositions = (
  db: Database,
  taskId: string,
  positions: { at: string; latitude: number; longitude: number; speed: number | null }[],
): Promise<number> =>
  db.run(sql`insert into positions (task_id, at, latitude, longitude, speed, source)
    select ${taskId}, p.at, p.latitude, p.longitude, p.speed, 'gpx'
    from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) as p (at timestamptz, latitude float8, longitude float8, speed real)
    on conflict do nothing`)

/** Kept only where the device's vehicle has a task at that time; true when it has. */
export const keepSent = async (
  db: Database,
  sent: {
    keySha256: string
    at: string
    latitude: number
    longitude: number
    speed: number | null
    accuracy: number | null
  },
): Promise<boolean> =>
  (
    await db.one(
      z.object({ kept: z.boolean() }),
      sql`select loa_keep_position(${sent.keySha256}, ${sent.at}::timestamptz, ${sent.latitude}::float8, ${sent.longitude}::float8,
        ${sent.speed}::real, ${sent.accuracy}::real) as kept`,
    )
  ).kept
