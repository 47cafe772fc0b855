import { Problem } from '@loa/contract/problem'
import {
  CancelVehicleTask,
  GetVehicleTask,
  ImportGpx,
  ListVehicleTasks,
  SaveVehicleTask,
} from '@loa/contract/vehicles'
import type { Database } from '../database/database.ts'
import { checkAccepted } from '../duties/duty.ts'
import { findDuty, markPlanned } from '../duties/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { pageFrom, timeCursor } from '../http/page.ts'
import { type Actor, allow } from '../people/actor.ts'
import { today } from '../time.ts'
import {
  cancelTask,
  countTasks,
  findClash,
  findTask,
  insertPositions,
  insertTask,
  listPositions,
  listTasks,
  lockVehicle,
  updateTask,
} from './queries.ts'
import { trackOf } from './track.ts'

const sizeLimit = 20_000_000

export const taskRoutes = [
  route(ListVehicleTasks, async ({ db, query }) => {
    const rows = await listTasks(db, { ...query, after: timeCursor(query.cursor), limit: query.limit + 1 })
    return pageFrom(rows, query.limit, ({ startsAt, id }) => `${startsAt}_${id}`, await countTasks(db, query))
  }),

  route(GetVehicleTask, async ({ db, params }) => withTrack(db, params.id)),

  route(SaveVehicleTask, async ({ db, actor, now, params }, { version, ...values }) => {
    const before = await findTask(db, params.id)
    if (!before && version !== undefined)
      throw new Problem('thing.not-found', { what: 'vehicle-task', id: params.id })
    const vehicle = orNotFound(await lockVehicle(db, values.vehicleId), 'vehicle', values.vehicleId)
    allow(actor, 'vehicle.save', vehicle.unitId)
    if (before && version === undefined) return before
    if (before && version !== before.version) throw new Problem('thing.changed')
    if (before && before.vehicle.id !== values.vehicleId) throw new Problem('vehicle.other-task')
    if (vehicle.endedOn !== null && vehicle.endedOn <= today(values.startsAt))
      throw new Problem('vehicle.ended', { on: vehicle.endedOn })
    const duty = orNotFound(await findDuty(db, values.dutyId), 'duty', values.dutyId)
    allow(actor, 'activity.record', duty.holderUnitId)
    checkAccepted(duty.state)
    const clash = await findClash(db, { id: params.id, ...values })
    if (clash) throw new Problem('vehicle.busy', clash)
    const task = {
      ...values,
      id: params.id,
      unitId: vehicle.unitId,
      ownerUnitId: duty.ownerUnitId,
      by: actor.id,
      at: now,
    }
    await markPlanned(db, values.dutyId, now)
    if (before) await updateTask(db, task)
    else if (!(await insertTask(db, task)))
      throw new Problem('thing.not-found', { what: 'vehicle-task', id: params.id })
    await note(db, actor, now, before ? 'vehicle.task-changed' : 'vehicle.task-planned', task, {
      route: values.route,
      startsAt: values.startsAt,
      endsAt: values.endsAt,
    })
    return orNotFound(await findTask(db, params.id), 'vehicle-task', params.id)
  }),

  route(CancelVehicleTask, async ({ db, actor, now, params }, { version, reason }) => {
    const task = orNotFound(await findTask(db, params.id), 'vehicle-task', params.id)
    allow(actor, 'vehicle.save', task.unitId)
    if (task.cancelledReason === null) {
      if (version !== task.version) throw new Problem('thing.changed')
      await cancelTask(db, params.id, reason)
      await note(
        db,
        actor,
        now,
        'vehicle.task-cancelled',
        { unitId: task.unitId, vehicleId: task.vehicle.id },
        { reason },
      )
    }
    return orNotFound(await findTask(db, params.id), 'vehicle-task', params.id)
  }),

  routeInSteps(ImportGpx, {
    async prepare({ tools, wire }) {
      const staged = await tools.blobs.stage(wire.body(), sizeLimit)
      try {
        const read = staged.bytes === 0 ? null : await tools.documents.do('gpx', { path: staged.path })
        if (read === null || 'trouble' in read)
          throw new Problem('gpx.unreadable', { why: read?.trouble ?? 'not-gpx' })
        return read
      } finally {
        // Its points are kept, or nothing is.
        await staged.drop()
      }
    },
    async handle({ db, actor, now, params }, _input, { points, leftOut }) {
      const task = orNotFound(await findTask(db, params.id), 'vehicle-task', params.id)
      allow(actor, 'vehicle.save', task.unitId)
      const [from, to] = [Date.parse(task.startsAt), Date.parse(task.endsAt)]
      const inside = points.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= to)
      const added = task.cancelledReason === null ? await insertPositions(db, params.id, inside) : 0
      if (added > 0)
        await note(
          db,
          actor,
          now,
          'vehicle.track-imported',
          { unitId: task.unitId, vehicleId: task.vehicle.id },
          { added },
        )
      return {
        added,
        known: inside.length - added,
        outside: points.length - inside.length,
        unreadable: leftOut,
        task: await withTrack(db, params.id),
      }
    },
  }),
]

const withTrack = async (db: Database, id: string) => {
  const task = orNotFound(await findTask(db, id), 'vehicle-task', id)
  return { ...task, track: trackOf(await listPositions(db, id)) }
}

const note = (
  db: Database,
  actor: Actor,
  at: string,
  kind: string,
  { unitId, vehicleId }: { unitId: number; vehicleId: number },
  data: Record<string, unknown>,
) => record(db, { unitId, at, personId: actor.id, kind, subject: 'vehicle', subjectId: vehicleId, data })
