import { AnswerFigureCheck, ListFigureChecks } from '@loa/contract/figure-checks'
import { Problem } from '@loa/contract/problem'
import { findCampaign } from '../campaigns/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, pageFrom } from '../http/page.ts'
import { allow } from '../people/actor.ts'
import { countChecks, findCheck, listChecks, saveAnswer } from './check-queries.ts'

export const figureCheckRoutes = [
  route(ListFigureChecks, async ({ db, params, query }) => {
    orNotFound(await findCampaign(db, params.id), 'campaign', params.id)
    const offset = cursorId(query.cursor, 0)
    const found = await listChecks(db, params.id, { show: query.show, offset, limit: query.limit + 1 })
    return pageFrom(
      found,
      query.limit,
      () => offset + query.limit,
      await countChecks(db, params.id, query.show),
    )
  }),

  route(AnswerFigureCheck, async ({ db, actor, now, params }, { answer, note }) => {
    const check = orNotFound(await findCheck(db, params.id), 'figure-check', params.id)
    allow(actor, 'activity.review', check.ownerUnitId)
    // "It is right" is worth something only with its reason.
    if (answer === 'right' && !note) throw new Problem('activity.reason-missing')
    await saveAnswer(db, check.id, { answer, note, by: actor.id, at: now })
    await record(db, {
      unitId: check.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'figure.checked',
      subject: 'campaign',
      subjectId: check.campaignId,
      data: { check: check.id, rule: check.rule, indicator: check.indicator.code, answer, reason: note },
    })
    return orNotFound(await findCheck(db, params.id), 'figure-check', params.id)
  }),
]
