/** A file that a person brings: on disk, read in the worker, then kept or dropped. */
import { UploadDispatch } from '@loa/contract/dispatches'
import { orNotFound, routeInSteps } from '../http/endpoint.ts'
import { allow, ownUnits } from '../people/actor.ts'
import { findDispatch } from './queries.ts'
import { readIncoming } from './read-incoming.ts'
import { showDispatch } from './show.ts'
import { takeIn } from './take-in.ts'

export const uploadRoute = routeInSteps(UploadDispatch, {
  async prepare({ actor, query, tools, wire }) {
    allow(actor, 'dispatch.upload', actor.unit.id)
    return readIncoming(tools, wire.body(), query.name)
  },

  async handle({ db, actor, now }, _input, incoming) {
    const { id, known } = await takeIn(db, incoming, {
      unit: actor.unit,
      owners: ownUnits(actor),
      by: actor.id,
      at: now,
      cameBy: incoming.edoc ? 'package' : 'upload',
      cameFrom: incoming.edoc?.from.name ?? null,
    })
    const stored = orNotFound(await findDispatch(db, id), 'dispatch', id)
    return { dispatch: await showDispatch(db, stored, actor, now), known }
  },
})
