import { ListVenues, SaveVenue } from '@loa/contract/gatherings'
import { Problem } from '@loa/contract/problem'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { pageFrom } from '../http/page.ts'
import { allow } from '../people/actor.ts'
import { countVenues, findVenue, insertVenue, isNameTaken, listVenues, updateVenue } from './queries.ts'

export const venueRoutes = [
  route(ListVenues, async ({ db, query }) => {
    const [id, ...name] = (query.cursor ?? '').split(' ')
    if (id && !/^[0-9a-f-]{36}$/.test(id))
      throw new Problem('request.invalid', {}, [{ path: 'query.cursor', message: 'cursor' }])
    const after = id ? { id, name: name.join(' ') } : null
    const rows = await listVenues(db, { q: query.q, after, limit: query.limit + 1 })
    return pageFrom(rows, query.limit, (row) => `${row.id} ${row.name}`, await countVenues(db, query.q))
  }),

  route(SaveVenue, async ({ db, actor, now, params }, { version, ...values }) => {
    const before = await findVenue(db, params.id)
    if (!before && version !== undefined)
      throw new Problem('thing.not-found', { what: 'venue', id: params.id })
    const unitId = before?.unit.id ?? actor.unit.id
    allow(actor, 'gathering.save', unitId)
    if (before && version === undefined) return before
    if (await isNameTaken(db, unitId, values.name, params.id))
      throw new Problem('venue.name-taken', { name: values.name })
    const venue = { ...values, id: params.id }
    if (before && version !== undefined) {
      if (!(await updateVenue(db, { ...venue, version }))) throw new Problem('thing.changed')
    } else if (!(await insertVenue(db, unitId, venue, now)))
      throw new Problem('thing.not-found', { what: 'venue', id: params.id })
    await record(db, {
      unitId,
      at: now,
      personId: actor.id,
      kind: before ? 'venue.changed' : 'venue.noted',
      subject: 'venue',
      subjectId: params.id,
      data: values,
    })
    return orNotFound(await findVenue(db, params.id), 'venue', params.id)
  }),
]
