import { ImportBoundaries, ListBoundaries } from '@loa/contract/boundaries'
import { Problem } from '@loa/contract/problem'
import { record } from '../events/events.ts'
import { route, routeInSteps } from '../http/endpoint.ts'
import { allowDirectory } from '../people/actor.ts'
import { today } from '../time.ts'
import { likeliestProperty, match, propertiesOf } from './boundary.ts'
import { boundariesOn, saveBoundaries, unitsByCode } from './boundary-queries.ts'

const sizeLimit = 40_000_000

export const boundaryRoutes = [
  route(ListBoundaries, async ({ db, query, now }) => {
    const on = query.on ?? today(now)
    return { on, rows: await boundariesOn(db, on) }
  }),

  routeInSteps(ImportBoundaries, {
    async prepare({ actor, query, tools, wire }) {
      allowDirectory(actor, 'unit.change')
      const { validFrom, validTo } = query
      if (validFrom && validTo && validTo < validFrom) throw new Problem('boundaries.wrong-days')
      const staged = await tools.blobs.stage(wire.body(), sizeLimit)
      try {
        const read = staged.bytes === 0 ? null : await tools.documents.do('boundaries', { path: staged.path })
        if (read === null || 'trouble' in read)
          throw new Problem('boundaries.unreadable', { why: read?.trouble ?? 'not-geojson' })
        return { features: read.features, sha256: staged.sha256 }
      } finally {
        // The boundaries are kept, or nothing is.
        await staged.drop()
      }
    },
    async handle({ db, actor, query, now }, _input, { features, sha256 }) {
      // The codes are those of the first day: later ones may mean other areas.
      const units = await unitsByCode(db, query.validFrom ?? query.validTo ?? today(now))
      const property = query.property ?? likeliestProperty(features, units)
      const { matched, troubles } = match(features, property, units)
      const reading = {
        property,
        properties: propertiesOf(features),
        features: features.length,
        matched: matched.map(({ geometry: _, ...rest }) => rest),
        troubles,
      }
      if (query.write === 'false') return { ...reading, written: null }
      const [from, to, source] = [query.validFrom ?? null, query.validTo ?? null, query.source || query.name]
      const added = await saveBoundaries(db, matched, { from, to, source, by: actor.id, at: now })
      if (added > 0)
        await record(db, {
          unitId: actor.unit.id,
          at: now,
          personId: actor.id,
          kind: 'boundaries.imported',
          subject: 'boundaries',
          subjectId: sha256,
          data: { name: query.name, source, from, to, added, codes: matched.map(({ code }) => code) },
        })
      return { ...reading, written: { added, known: matched.length - added } }
    },
  }),
]
