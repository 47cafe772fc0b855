import { CancelGatherings, GetGathering, ListGatherings, SaveGathering } from '@loa/contract/gatherings'
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { checkAccepted } from '../duties/duty.ts'
import { findDuty, markPlanned } from '../duties/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { pageFrom, timeCursor } from '../http/page.ts'
import { allow, unitsFor } from '../people/actor.ts'
import { findVehicle } from '../vehicles/queries.ts'
import { findVenue } from '../venues/queries.ts'
import { conflictsOf } from './gathering.ts'
import {
  cancelDrives,
  cancelGatherings,
  countGatherings,
  findGathering,
  insertGathering,
  listBooked,
  listGatherings,
  lockPlans,
  updateGathering,
} from './queries.ts'

export const gatheringRoutes = [
  route(ListGatherings, async ({ db, query, now }) => {
    const filter = { ...query, from: query.from ?? now }
    const rows = await listGatherings(db, {
      ...filter,
      after: timeCursor(query.cursor),
      limit: query.limit + 1,
    })
    return pageFrom(
      rows,
      query.limit,
      ({ startsAt, id }) => `${startsAt}_${id}`,
      await countGatherings(db, filter),
    )
  }),

  route(GetGathering, async ({ db, params }) => withConflicts(db, params.id)),

  route(CancelGatherings, async ({ db, actor, now }, asked) => {
    const act = { ...asked, units: [...unitsFor(actor, 'gathering.save')], at: now }
    const gatherings = await cancelGatherings(db, act)
    const drives = await cancelDrives(db, act)
    for (const [kind, subject, rows] of [
      ['gathering.cancelled', 'gathering', gatherings],
      ['vehicle.task-cancelled', 'vehicle', drives],
    ] as const)
      for (const { id, unitId, title } of rows)
        await record(db, {
          unitId,
          at: now,
          personId: actor.id,
          kind,
          subject,
          subjectId: id,
          data: { reason: asked.reason, title },
        })
    return { gatherings: gatherings.length, drives: drives.length }
  }),

  route(SaveGathering, async ({ db, actor, now, params }, { version, despite, ...values }) => {
    const before = await findGathering(db, params.id)
    if (!before && version !== undefined)
      throw new Problem('thing.not-found', { what: 'gathering', id: params.id })
    const venue = orNotFound(await findVenue(db, values.venueId), 'venue', values.venueId)
    const unitId = before?.unitId ?? actor.unit.id
    allow(actor, 'gathering.save', unitId)
    if (before && version === undefined) return withConflicts(db, params.id)
    await lockPlans(db, unitId)
    if (before && version !== before.version) throw new Problem('thing.changed')
    if (before?.cancelledReason) throw new Problem('gathering.cancelled', { reason: before.cancelledReason })
    const duty = orNotFound(await findDuty(db, values.dutyId), 'duty', values.dutyId)
    allow(actor, 'activity.record', duty.holderUnitId)
    checkAccepted(duty.state)
    const vehicle =
      values.vehicleId === null
        ? null
        : orNotFound(await findVehicle(db, values.vehicleId, now), 'vehicle', values.vehicleId)
    const planned = {
      ...values,
      id: params.id,
      latitude: venue.latitude,
      longitude: venue.longitude,
      plate: vehicle?.plate ?? null,
    }
    const conflicts = conflictsOf(planned, await listBooked(db, values))
    if (conflicts.length > 0 && !despite)
      throw new Problem(
        'gathering.clashes',
        {},
        conflicts.map(({ kind, title, detail }) => ({
          path: kind,
          message: detail ? `${title}: ${detail}` : title,
        })),
      )
    const gathering = {
      ...values,
      id: params.id,
      unitId,
      ownerUnitId: duty.ownerUnitId,
      despite: conflicts.map(({ kind, id }) => `${kind} ${id}`),
      by: actor.id,
      at: now,
    }
    await markPlanned(db, values.dutyId, now)
    if (before) await updateGathering(db, gathering)
    else if (!(await insertGathering(db, gathering)))
      throw new Problem('thing.not-found', { what: 'gathering', id: params.id })
    await record(db, {
      unitId,
      at: now,
      personId: actor.id,
      kind: before ? 'gathering.changed' : 'gathering.planned',
      subject: 'gathering',
      subjectId: params.id,
      data: {
        title: values.title,
        startsAt: values.startsAt,
        endsAt: values.endsAt,
        despite: gathering.despite,
      },
    })
    return withConflicts(db, params.id)
  }),
]

const withConflicts = async (db: Database, id: string) => {
  const gathering = orNotFound(await findGathering(db, id), 'gathering', id)
  const { venue, vehicle } = gathering
  const booked = {
    ...gathering,
    venueId: venue.id,
    vehicleId: vehicle?.id ?? null,
    plate: vehicle?.plate ?? null,
    latitude: venue.latitude,
    longitude: venue.longitude,
  }
  const conflicts =
    gathering.cancelledReason === null ? conflictsOf(booked, await listBooked(db, gathering)) : []
  return { ...gathering, conflicts }
}
