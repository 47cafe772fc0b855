import { ChangeUnits, PreviewUnitChange, UndoUnitChange } from '@loa/contract/successions'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { allowDirectory } from '../people/actor.ts'
import { today } from '../time.ts'
import {
  factsFor,
  findKeepers,
  listTouchedCampaigns,
  listTouchedDrafts,
  listTouchedRoles,
  lockDirectory,
} from './fact-queries.ts'
import { checkKeeper, planChange } from './succession.ts'
import { undoChange } from './undo-change.ts'
import { writeChange } from './write-change.ts'

export const successionRoutes = [
  route(PreviewUnitChange, async ({ db, actor, now }, change) => {
    allowDirectory(actor, 'unit.change')
    const { ends, begins, moves } = planChange(change, await factsFor(db, change, today(now)))
    const ids = ends.map(({ id }) => id)
    return {
      ends,
      begins,
      moves,
      campaigns: await listTouchedCampaigns(db, ids),
      roles: await listTouchedRoles(db, ids, change.effectiveOn),
      drafts: await listTouchedDrafts(db, ids),
    }
  }),

  route(ChangeUnits, async ({ db, actor, now, wake }, change) => {
    allowDirectory(actor, 'unit.change')
    await lockDirectory(db)
    const plan = planChange(change, await factsFor(db, change, today(now)))
    // Not in the preview, which is where people choose who keeps a role.
    checkKeeper(change, await findKeepers(db, change))
    const by = { unitId: actor.unit.id, by: actor.id, at: now }
    const { changeId, begun, title } = await writeChange(db, change, plan, by)
    await record(db, {
      unitId: actor.unit.id,
      at: now,
      personId: actor.id,
      kind: 'units.changed',
      subject: 'unit-change',
      subjectId: changeId,
      data: { kind: change.kind, title, act: change.act, effectiveOn: change.effectiveOn },
    })
    await wake('directory.changed', { day: change.effectiveOn })
    return { changeId, begun }
  }),

  route(UndoUnitChange, async ({ db, actor, now, params, wake }) => {
    allowDirectory(actor, 'unit.change')
    await lockDirectory(db)
    const { changeId, effectiveOn, title } = orNotFound(
      await undoChange(db, params.id, { unitId: actor.unit.id, by: actor.id, at: now }),
      'unit-change',
      params.id,
    )
    await record(db, {
      unitId: actor.unit.id,
      at: now,
      personId: actor.id,
      kind: 'units.change-undone',
      subject: 'unit-change',
      subjectId: params.id,
      data: { title, effectiveOn },
    })
    await wake('directory.changed', { day: effectiveOn })
    return { changeId }
  }),
]
