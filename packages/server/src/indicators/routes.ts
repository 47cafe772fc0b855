import { AddIndicator, ChangeIndicator, type KeptIndicator, ListIndicators } from '@loa/contract/indicators'
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { type Actor, allowDirectory } from '../people/actor.ts'
import { checkChange, codeFor } from './indicator.ts'
import { findKeptForUpdate, insertIndicator, listKept, saveIndicator } from './queries.ts'

export const indicatorRoutes = [
  route(ListIndicators, async ({ db, actor }) => ({
    indicators: await listKept(db),
    keeps: actor.keepsDirectory,
  })),

  route(AddIndicator, async ({ db, actor, now }, words) => {
    allowDirectory(actor, 'indicator.change')
    const taken = (await listKept(db)).map(({ code }) => code)
    const code = codeFor(words.form, words.nameEn, taken)
    await insertIndicator(db, code, words)
    const added = orNotFound(await findKeptForUpdate(db, code), 'indicator', code)
    await note(db, actor, { at: now, kind: 'indicator.added', before: null, after: added })
    return added
  }),

  route(ChangeIndicator, async ({ db, actor, now, params }, { version, ...change }) => {
    allowDirectory(actor, 'indicator.change')
    const before = orNotFound(await findKeptForUpdate(db, params.code), 'indicator', params.code)
    if (before.version !== version) throw new Problem('thing.changed', { at: null, state: null })
    checkChange(before, change)
    await saveIndicator(db, params.code, change)
    const after = orNotFound(await findKeptForUpdate(db, params.code), 'indicator', params.code)
    const isRetired = before.active && !after.active
    if (isRetired) await note(db, actor, { at: now, kind: 'indicator.retired', before, after })
    else await note(db, actor, { at: now, kind: 'indicator.changed', before, after })
    return after
  }),
]

/** What it was and what it is now: the history of an indicator is in the log. */
const note = (
  db: Database,
  actor: Actor,
  event: { at: string; kind: string; before: KeptIndicator | null; after: KeptIndicator },
) =>
  record(db, {
    unitId: actor.unit.id,
    at: event.at,
    personId: actor.id,
    kind: event.kind,
    subject: 'indicator',
    subjectId: event.after.code,
    data: { before: event.before, after: event.after },
  })
