import { Problem } from '@loa/contract/problem'
import { CorrectQuantity } from '@loa/contract/quantity-corrections'
import { findActivity, findActivityForUpdate } from '../activities/queries.ts'
import { settle } from '../activities/settle.ts'
import { record } from '../events/events.ts'
import { findIndicator } from '../figures/queries.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { correct } from './correction.ts'
import { findCorrection, insertCorrection } from './queries.ts'

export const quantityCorrectionRoutes = [
  /** Also of what was accepted: that is what a correction is for. The unit itself puts right what is still open. */
  route(CorrectQuantity, async ({ db, actor, now, params, wake }, given) => {
    const activity = orNotFound(await findActivityForUpdate(db, params.id), 'activity', params.id)
    allow(actor, 'activity.review', activity.ownerUnitId)
    const indicator = await findIndicator(db, given.indicator)
    if (!indicator) throw new Problem('activity.wrong-indicator', { indicator: given.indicator })
    const corrected = correct(activity, indicator, given)

    const added = await insertCorrection(db, {
      ...corrected,
      id: params.correctionId,
      activityId: activity.id,
      unitId: activity.unitId,
      ownerUnitId: activity.ownerUnitId,
      by: actor.id,
      at: now,
    })
    if (added === 0) {
      const known = await findCorrection(db, params.correctionId)
      if (known?.activityId !== activity.id || known.indicator !== given.indicator)
        throw new Problem('activity.other-owner')
      return activity
    }
    await settle(db, activity, activity.state, activity.returnReason, now)
    await record(db, {
      unitId: activity.holderUnitId,
      at: now,
      personId: actor.id,
      kind: 'activity.corrected',
      subject: 'activity',
      subjectId: activity.id,
      data: {
        correction: params.correctionId,
        indicator: given.indicator,
        quantity: corrected.quantity,
        reason: corrected.reason,
      },
    })
    await wake('figures.changed', {})
    return orNotFound(await findActivity(db, activity.id), 'activity', activity.id)
  }),
]
