import {
  AddAddressGroup,
  DropAddressGroup,
  GetAddressGroup,
  ListAddressGroups,
  PreviewAddressGroup,
  SaveAddressGroup,
} from '@loa/contract/address-groups'
import { Problem } from '@loa/contract/problem'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { cursorId, pageFrom } from '../http/page.ts'
import { allow, ownUnits } from '../people/actor.ts'
import { today } from '../time.ts'
import { cleanPhrase, membersOf } from './address-group.ts'
import {
  countGroups,
  dropGroup,
  findGroup,
  findSamePhrase,
  groundOf,
  insertGroup,
  listGroups,
  saveGroup,
} from './queries.ts'

export const addressGroupRoutes = [
  route(ListAddressGroups, async ({ db, actor, query }) => {
    const owners = ownUnits(actor)
    const rows = await listGroups(db, { owners, after: cursorId(query.cursor, 0), limit: query.limit + 1 })
    return pageFrom(rows, query.limit, ({ id }) => id, await countGroups(db, owners))
  }),

  route(PreviewAddressGroup, async ({ db, now }, { query, on = today(now), part, cursor, limit }) => {
    const members = membersOf(query, await groundOf(db, query.words, on))
    const from = cursorId(cursor, 0)
    const rows = members[part].slice(from, from + limit)
    const next = from + limit < members[part].length ? String(from + limit) : null
    return { rows, next, total: members[part].length, on, in: members.in.length, out: members.out.length }
  }),

  route(GetAddressGroup, async ({ db, params }) =>
    orNotFound(await findGroup(db, params.id), 'address-group', params.id),
  ),

  route(AddAddressGroup, async ({ db, actor, now }, { name, phrase, query }) => {
    allow(actor, 'address-group.save', actor.unit.id)
    const words = cleanPhrase(phrase)
    const id = await insertGroup(db, actor.unit.id, { name, phrase: words, query, by: actor.id, at: now })
    if (id === null) throw new Problem('address-group.phrase-taken', { phrase: words })
    await record(db, {
      unitId: actor.unit.id,
      at: now,
      personId: actor.id,
      kind: 'address-group.added',
      subject: 'address-group',
      subjectId: id,
      data: { name, phrase: words, query },
    })
    return orNotFound(await findGroup(db, id), 'address-group', id)
  }),

  route(SaveAddressGroup, async ({ db, actor, now, params }, { name, phrase, query, version }) => {
    const group = orNotFound(await findGroup(db, params.id), 'address-group', params.id)
    allow(actor, 'address-group.save', group.ownerUnitId)
    const words = cleanPhrase(phrase)
    const same = await findSamePhrase(db, group.ownerUnitId, words, group.id)
    if (same) throw new Problem('address-group.phrase-taken', { phrase: words, name: same.name })
    const isSaved = await saveGroup(db, group.id, {
      name,
      phrase: words,
      query,
      version,
      by: actor.id,
      at: now,
    })
    if (!isSaved)
      throw new Problem('thing.changed', { who: group.updatedBy?.name ?? null, at: group.updatedAt })
    await record(db, {
      unitId: group.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'address-group.saved',
      subject: 'address-group',
      subjectId: group.id,
      data: { name, phrase: words, query },
    })
    return orNotFound(await findGroup(db, group.id), 'address-group', group.id)
  }),

  route(DropAddressGroup, async ({ db, actor, now, params }) => {
    const group = orNotFound(await findGroup(db, params.id), 'address-group', params.id)
    allow(actor, 'address-group.save', group.ownerUnitId)
    await dropGroup(db, group.id)
    await record(db, {
      unitId: group.ownerUnitId,
      at: now,
      personId: actor.id,
      kind: 'address-group.dropped',
      subject: 'address-group',
      subjectId: group.id,
      data: { name: group.name, phrase: group.phrase },
    })
    return {}
  }),
]
