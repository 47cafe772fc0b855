import { Problem } from '@loa/contract/problem'
import { AddFacility, EndFacility } from '@loa/contract/units'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { allowDirectory } from '../people/actor.ts'
import { checkEnd, isWithin } from './contact.ts'
import { endFacility, findFacility, insertFacility } from './facility-queries.ts'
import { findUnitDays } from './life-queries.ts'

export const facilityRoutes = [
  route(AddFacility, async ({ db, actor, now, params }, facility) => {
    allowDirectory(actor, 'unit.change')
    const unit = orNotFound(await findUnitDays(db, params.id), 'unit', params.id)
    if (facility.validFrom !== null && !isWithin(facility.validFrom, unit))
      throw new Problem('contact.wrong-day', { day: facility.validFrom }, [
        { path: 'body.validFrom', message: 'day' },
      ])
    const added = await insertFacility(db, params.id, facility)
    await record(db, {
      unitId: actor.unit.id,
      at: now,
      personId: actor.id,
      kind: 'unit.facility-added',
      subject: 'unit',
      subjectId: params.id,
      data: added,
    })
    return added
  }),

  route(EndFacility, async ({ db, actor, now, params }, { validTo }) => {
    allowDirectory(actor, 'unit.change')
    const unit = orNotFound(await findUnitDays(db, params.id), 'unit', params.id)
    const facility = orNotFound(
      await findFacility(db, params.id, params.facilityId),
      'facility',
      params.facilityId,
    )
    checkEnd(facility, validTo, unit)
    const ended = await endFacility(db, facility.id, validTo)
    await record(db, {
      unitId: actor.unit.id,
      at: now,
      personId: actor.id,
      kind: 'unit.facility-ended',
      subject: 'unit',
      subjectId: params.id,
      data: ended,
    })
    return ended
  }),
]
