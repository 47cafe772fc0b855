import { Problem } from '@loa/contract/problem'
import { GetSite, GetSiteLabel, ListSites, SaveSite, WalkSites } from '@loa/contract/sites'
import { renderSVG } from 'uqr'
import { record } from '../events/events.ts'
import { type FileAnswer, orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { pageFrom, pairCursor } from '../http/page.ts'
import { allow, ownUnits } from '../people/actor.ts'
import { today } from '../time.ts'
import { checkRoutes } from './check-routes.ts'
import { facesDoneAt } from './face-queries.ts'
import { postingsAt } from './posting-queries.ts'
import { postingRoutes } from './posting-routes.ts'
import { countSites, expectedAt, findSite, insertSite, listSites, lockSite, updateSite } from './queries.ts'
import { checkFaces, walkOrder } from './site.ts'

/** More is no walk. */
const walkLimit = 300

export const siteRoutes = [
  ...postingRoutes,
  ...checkRoutes,

  route(ListSites, async ({ db, query, now }) => {
    const filter = { ...query, day: today(now) }
    const rows = await listSites(db, { ...filter, after: pairCursor(query.cursor), limit: query.limit + 1 })
    return pageFrom(
      rows,
      query.limit,
      ({ unit, number }) => `${unit.id}.${number}`,
      await countSites(db, filter),
    )
  }),

  route(WalkSites, async ({ db, actor, query, now }) => {
    const day = today(now)
    const { unit, campaign, latitude, longitude } = query
    const filter = { day, campaign, ...(unit === undefined ? { units: ownUnits(actor) } : { unit }) }
    const found = await listSites(db, { ...filter, after: [-1, 0], limit: walkLimit + 1 })
    const open = found.slice(0, walkLimit).filter(({ state }) => state !== 'closed')
    const from = latitude === undefined || longitude === undefined ? null : { latitude, longitude }
    const expected = Map.groupBy(
      await expectedAt(
        db,
        open.map(({ id }) => id),
        day,
        campaign,
      ),
      ({ siteId }) => siteId,
    )
    const rows = walkOrder(open, from).map(({ site, metres }) => ({
      ...site,
      metres,
      expected: expected.get(site.id) ?? [],
    }))
    return { day, isCut: found.length > walkLimit, rows }
  }),

  route(GetSite, async ({ db, params, now }) =>
    orNotFound(await findSite(db, params.id, today(now)), 'site', params.id),
  ),

  route(SaveSite, async ({ db, actor, now, params }, { unitId = actor.unit.id, version, ...values }) => {
    const site = { ...values, id: params.id, by: actor.id, at: now }
    const before = await lockSite(db, params.id)
    if (!before && version !== undefined)
      throw new Problem('thing.not-found', { what: 'site', id: params.id })
    const keeper = before?.unitId ?? unitId
    allow(actor, 'site.save', keeper)
    if (before) {
      const known = orNotFound(await findSite(db, params.id, today(now)), 'site', params.id)
      // Sent again without a version, it is the same note; a change needs the version seen.
      if (version === undefined) return known
      if (version !== before.version) throw new Problem('thing.changed', { at: before.updatedAt })
      checkFaces(known.faces, values.faces, [
        ...(await postingsAt(db, params.id)),
        ...(await facesDoneAt(db, params.id)),
      ])
      await updateSite(db, site)
    } else if (!(await insertSite(db, unitId, site)))
      throw new Problem('thing.not-found', { what: 'site', id: params.id })
    await record(db, {
      unitId: keeper,
      at: now,
      personId: actor.id,
      kind: before ? 'site.changed' : 'site.noted',
      subject: 'site',
      subjectId: params.id,
      data: values,
    })
    return orNotFound(await findSite(db, params.id, today(now)), 'site', params.id)
  }),

  routeInSteps(GetSiteLabel, {
    async handle({ db, params, now, tools, wire }) {
      const { id, number } = orNotFound(await findSite(db, params.id, today(now)), 'site', params.id)
      const address = tools.config.LOA_URL ?? `http://${wire.headers.get('host') ?? 'localhost'}`
      return { number, link: new URL(`/sites/${id}`, address).href }
    },
    present: async (_tools, { number, link }): Promise<FileAnswer> => ({
      name: `bien-${number}.svg`,
      mime: 'image/svg+xml',
      inline: true,
      content: { bytes: new TextEncoder().encode(renderSVG(link)) },
    }),
  }),
]
