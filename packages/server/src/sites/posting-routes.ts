import { Problem } from '@loa/contract/problem'
import { ListTakeDowns, SavePosting, TakeDown } from '@loa/contract/sites'
import type { Database } from '../database/database.ts'
import { checkAccepted } from '../duties/duty.ts'
import { findDuty, markPlanned } from '../duties/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { pageFrom, timeCursor } from '../http/page.ts'
import { type Actor, allow, ownUnits } from '../people/actor.ts'
import { today } from '../time.ts'
import {
  countTakeDowns,
  findPosting,
  insertPosting,
  isActivityOf,
  listTakeDowns,
  type PostingValues,
  postingsAt,
  updatePosting,
} from './posting-queries.ts'
import { findSite, isFaceOf, lockSite } from './queries.ts'
import { checkFree } from './site.ts'

export const postingRoutes = [
  route(ListTakeDowns, async ({ db, actor, query, now }) => {
    const until = Temporal.PlainDate.from(today(now)).add({ days: query.days }).toString()
    const filter = { units: ownUnits(actor), until, unit: query.unit }
    const rows = await listTakeDowns(db, {
      ...filter,
      after: timeCursor(query.cursor),
      limit: query.limit + 1,
    })
    return pageFrom(rows, query.limit, ({ dueOn, id }) => `${dueOn}_${id}`, await countTakeDowns(db, filter))
  }),

  route(SavePosting, async ({ db, actor, now, params }, { version, ...values }) => {
    const { siteId } = orNotFound(await isFaceOf(db, values.faceId), 'site', values.faceId)
    const site = orNotFound(await lockSite(db, siteId), 'site', siteId)
    allow(actor, 'site.save', site.unitId)
    const duty = orNotFound(await findDuty(db, values.dutyId), 'duty', values.dutyId)
    allow(actor, 'activity.record', duty.holderUnitId)
    checkAccepted(duty.state)
    if (values.activityId !== null && !(await isActivityOf(db, values.activityId, duty.id)))
      throw new Problem('thing.not-found', { what: 'activity', id: values.activityId })
    const posting = {
      ...values,
      id: params.id,
      siteId,
      unitId: site.unitId,
      ownerUnitId: duty.ownerUnitId,
      by: actor.id,
      at: now,
    }
    const before = await findPosting(db, params.id)
    if (before && before.siteId !== siteId)
      throw new Problem('thing.not-found', { what: 'posting', id: params.id })
    if (before && version === undefined)
      return orNotFound(await findSite(db, siteId, today(now)), 'site', siteId)
    if (before && version !== before.version) throw new Problem('thing.changed')
    checkFree(posting, await postingsAt(db, siteId))
    await markPlanned(db, values.dutyId, now)
    if (before) await updatePosting(db, posting)
    else if (!(await insertPosting(db, posting)))
      throw new Problem('thing.not-found', { what: 'posting', id: params.id })
    await note(db, actor, before ? 'posting.changed' : 'posting.up', posting)
    return orNotFound(await findSite(db, siteId, today(now)), 'site', siteId)
  }),

  route(TakeDown, async ({ db, actor, now, params }, { version, on }) => {
    const found = orNotFound(await findPosting(db, params.id), 'posting', params.id)
    const site = orNotFound(await lockSite(db, found.siteId), 'site', found.siteId)
    allow(actor, 'site.save', site.unitId)
    // Another may have said it while the lock was waited for; said twice, it is down once.
    const posting = orNotFound(await findPosting(db, params.id), 'posting', params.id)
    if (posting.downOn === null) {
      if (posting.version !== version) throw new Problem('thing.changed')
      if (on < posting.upOn || on > today(now)) throw new Problem('posting.wrong-day', { up: posting.upOn })
      const down = { ...posting, ownerUnitId: 0, downOn: on, by: actor.id, at: now }
      await updatePosting(db, down)
      await note(db, actor, 'posting.down', down)
    }
    return orNotFound(await findSite(db, posting.siteId, today(now)), 'site', posting.siteId)
  }),
]

const note = (db: Database, actor: Actor, kind: string, posting: PostingValues) =>
  record(db, {
    unitId: posting.unitId,
    at: posting.at,
    personId: actor.id,
    kind,
    subject: 'site',
    subjectId: posting.siteId,
    data: {
      postingId: posting.id,
      content: posting.content,
      upOn: posting.upOn,
      dueOn: posting.dueOn,
      downOn: posting.downOn,
    },
  })
