import { EndCalendarFeed, ListCalendarFeeds, MakeCalendarFeed, ReadCalendar } from '@loa/contract/gatherings'
import { Problem } from '@loa/contract/problem'
import { record } from '../events/events.ts'
import { type FileAnswer, orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { newToken, tokenHash } from '../token.ts'
import { calendarOf } from './calendar.ts'
import { endFeed, findFeed, insertFeed, listFeeds, readFeed } from './queries.ts'

/** What is over for longer is in no calendar. */
const daysBack = 60

export const calendarRoutes = [
  route(ListCalendarFeeds, async ({ db, actor }) => ({ rows: await listFeeds(db, actor.id) })),

  route(MakeCalendarFeed, async ({ db, actor, now }) => {
    const token = newToken()
    const unitId = actor.unit.id
    const id = await insertFeed(db, { unitId, personId: actor.id, tokenSha256: tokenHash(token), at: now })
    await record(db, {
      unitId,
      at: now,
      personId: actor.id,
      kind: 'calendar.made',
      subject: 'calendar',
      subjectId: id,
      data: {},
    })
    return { ...orNotFound(await findFeed(db, id), 'calendar', id), path: `/api/calendar/${token}.ics` }
  }),

  route(EndCalendarFeed, async ({ db, actor, now, params }) => {
    const feed = await findFeed(db, params.id)
    // What a person keeps alone is nobody else's.
    if (feed?.personId !== actor.id) throw new Problem('thing.not-found', { what: 'calendar', id: params.id })
    await endFeed(db, params.id, now)
    await record(db, {
      unitId: feed.unit.id,
      at: now,
      personId: actor.id,
      kind: 'calendar.ended',
      subject: 'calendar',
      subjectId: params.id,
      data: {},
    })
    return {}
  }),

  routeInSteps(ReadCalendar, {
    async handle({ db, params, now }) {
      const since = Temporal.Instant.from(now)
        .subtract({ hours: 24 * daysBack })
        .toString()
      const found = await readFeed(db, tokenHash(params.token.replace(/\.ics$/, '')), since)
      return orNotFound(found, 'calendar', '')
    },
    present: async (_tools, { unit, entries }): Promise<FileAnswer> => ({
      name: 'loa.ics',
      mime: 'text/calendar; charset=utf-8',
      inline: true,
      content: { bytes: new TextEncoder().encode(await calendarOf(unit, entries)) },
    }),
  }),
]
