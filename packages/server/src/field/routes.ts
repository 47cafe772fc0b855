/**
 * What phones send. A record goes the way of one from the office: the steps of the routes named by their contracts, inside
 * the same transaction; around them stands what a phone needs, that everything is done once however often it is said.
 */
import { createReadStream } from 'node:fs'
import { type Activity, AddEvidence, RecordActivity, SubmitActivity } from '@loa/contract/activities'
import type { Endpoint } from '@loa/contract/endpoint'
import {
  DecideFieldConflict,
  type FieldWords,
  FinishFieldRecord,
  GetFieldSnapshot,
  PutFieldEvidence,
  PutFieldRecord,
} from '@loa/contract/field'
import { Problem } from '@loa/contract/problem'
import { troublesOfDetails } from '@loa/contract/short-forms'
import type { z } from 'zod'
import { findActivityForUpdate, type StoredActivity } from '../activities/queries.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { type Context, orNotFound, type Route, route, routeInSteps } from '../http/endpoint.ts'
import { type Actor, allow } from '../people/actor.ts'
import { facePhotoRoute } from './face-photo.ts'
import { isSameWords, mergeWords } from './merge.ts'
import {
  type Edit,
  findClaim,
  findEdit,
  findLastEdit,
  giveReceipt,
  insertClaim,
  insertEdit,
  lockActivity,
  missingPhotos,
  saveChoice,
} from './queries.ts'
import { snapshotFor } from './snapshot.ts'
import { clockBehind, recordOf, wordsOf } from './words.ts'

export const fieldRoutes = (office: readonly Route[]): Route[] => {
  const stepsOf = (contract: Endpoint) => {
    const found = office.find((each) => each.contract === contract)
    if (!found) throw new Error(`no route ${contract.path}`)
    return found
  }
  const recording = stepsOf(RecordActivity)
  const submitting = stepsOf(SubmitActivity)
  const adding = stepsOf(AddEvidence)

  const save = (context: Context<Endpoint, Actor>, id: string, words: FieldWords, version?: number) =>
    recording.handle({ ...context, params: { id } }, recordOf(words, version), undefined)

  return [
    facePhotoRoute,
    route(GetFieldSnapshot, ({ db, actor, now }) => snapshotFor(db, actor, now)),

    route(PutFieldRecord, async (context, sent) => {
      const { db, actor, now, params } = context
      checkPerson(actor, sent.person)
      await lockActivity(db, params.id)
      const known = await findEdit(db, sent.edit)
      if (known && known.personId !== actor.id) throw new Problem('activity.other-owner')
      if (known) return { outcome: known.outcome, serverAt: now }

      const there = await findActivityForUpdate(db, params.id)
      const last = await findLastEdit(db, params.id)
      const merged = mergeWords(
        there && wordsOf(there),
        sent.before,
        sent.words,
        last !== null && sent.replaces.includes(last.id),
      )
      if (merged.kind === 'conflict' && there) allow(actor, 'activity.record', there.holderUnitId)
      else await save(context, params.id, merged.kind === 'apply' ? merged.words : sent.words, there?.version)

      const activity = orNotFound(await findActivityForUpdate(db, params.id), 'activity', params.id)
      const outcome: Edit['outcome'] = merged.kind === 'conflict' ? 'conflict' : 'received'
      const isNew = await insertEdit(db, {
        id: sent.edit,
        activityId: params.id,
        unitId: activity.unitId,
        ownerUnitId: activity.ownerUnitId,
        personId: actor.id,
        words: sent.words,
        outcome,
        app: sent.app,
        deviceAt: sent.deviceAt,
        clockBehind: clockBehind(sent.sentAt, now),
        at: now,
      })
      if (!isNew) throw new Problem('activity.other-owner')
      if (merged.kind === 'conflict')
        await note(db, actor, now, activity, { kind: 'activity.conflict', data: { fields: merged.fields } })
      return { outcome, serverAt: now }
    }),

    routeInSteps(PutFieldEvidence, {
      async prepare(context, sent) {
        const { actor, params, tools } = context
        checkPerson(actor, sent.person)
        const upload = await tools.uploads.find(params.evidenceId)
        // Nothing there: either it is evidence already, or it never came; the transaction tells which.
        if (upload?.personId !== actor.id) return null
        if (upload.offset < upload.length) throw new Problem('upload.incomplete', { offset: upload.offset })
        const wire = { ...context.wire, body: () => createReadStream(upload.path) }
        return adding
          .prepare({ ...context, wire, params, query: { name: sent.name } }, {})
          .catch(async (error) => {
            await tools.uploads.drop(upload.id)
            throw error
          })
      },

      async handle(context, sent, prepared) {
        const { db, actor, now, params, tools } = context
        await lockActivity(db, params.id)
        const activity = orNotFound(await findActivityForUpdate(db, params.id), 'activity', params.id)
        allow(actor, 'activity.record', activity.holderUnitId)
        const claim = await findClaim(db, params.evidenceId)
        if (claim && claim.activityId !== params.id) throw new Problem('evidence.other-activity')
        if (claim) return { id: params.evidenceId, serverAt: now }
        if (!prepared) throw new Problem('upload.not-found')
        if ((prepared as { sha256: string }).sha256 !== sent.sha256) {
          await tools.uploads.drop(params.evidenceId)
          throw new Problem('upload.damaged')
        }
        await adding.handle({ ...context, query: claimOf(sent) }, {}, prepared)
        await insertClaim(db, {
          evidenceId: params.evidenceId,
          activityId: params.id,
          unitId: activity.unitId,
          ownerUnitId: activity.ownerUnitId,
          sha256: sent.sha256,
          original: sent.original,
          position: sent.position,
          deviceAt: sent.deviceAt,
          clockBehind: clockBehind(sent.sentAt, now),
          at: now,
        })
        return { id: params.evidenceId, serverAt: now }
      },

      async present({ uploads }, answer) {
        await uploads.drop(answer.id)
        return answer
      },
    }),

    route(FinishFieldRecord, async (context, { edit: editId, person, photos }) => {
      const { db, actor, now, params } = context
      checkPerson(actor, person)
      await lockActivity(db, params.id)
      const activity = orNotFound(await findActivityForUpdate(db, params.id), 'activity', params.id)
      allow(actor, 'activity.record', activity.holderUnitId)
      const edit = await findEdit(db, editId)
      if (edit?.activityId !== params.id) throw new Problem('field.edit-unknown')
      if (edit.receipt !== null && edit.finishedAt !== null)
        return {
          outcome: edit.outcome,
          receipt: edit.receipt,
          receivedAt: edit.finishedAt,
          state: activity.state,
        }

      const missing = await missingPhotos(db, params.id, photos)
      if (missing.length > 0) throw new Problem('field.photos-missing', { photos: missing.join(' ') })
      const state = await handIn(context, submitting, activity, edit.outcome)
      const receipt = await giveReceipt(db, edit.id, now)
      await note(db, actor, now, activity, { kind: 'activity.received', data: { receipt, edit: edit.id } })
      return { outcome: edit.outcome, receipt, receivedAt: new Date(now).toISOString(), state }
    }),

    route(DecideFieldConflict, async (context, { take, seen }) => {
      const { db, actor, now, params } = context
      const conflict = orNotFound(await findEdit(db, params.id), 'conflict', params.id)
      await lockActivity(db, conflict.activityId)
      const activity = orNotFound(
        await findActivityForUpdate(db, conflict.activityId),
        'activity',
        conflict.activityId,
      )
      allow(actor, 'activity.record', activity.holderUnitId)
      const chosen = (await findEdit(db, params.id))?.choice ?? null
      if (chosen === take) return { id: params.id, take }
      if (chosen !== null || conflict.outcome !== 'conflict' || !isSameWords(wordsOf(activity), seen))
        throw new Problem('field.decided', { at: activity.updatedAt })
      if (take === 'other') await save(context, activity.id, conflict.words, activity.version)
      await saveChoice(db, params.id, { take, by: actor.id, at: now })
      await note(db, actor, now, activity, { kind: 'activity.chosen', data: { edit: params.id, take } })
      return { id: params.id, take }
    }),
  ]
}

/** As the office's route hears it: what the device says of itself, to be compared and not believed. */
const claimOf = ({ name, deviceAt, position }: z.output<typeof PutFieldEvidence.body>) => ({
  name,
  takenAt: deviceAt,
  ...(position ? { latitude: String(position.latitude), longitude: String(position.longitude) } : {}),
})

/** With a photo it is handed in; without one it is said and stays so. A value that waits for a choice changes nothing. */
const handIn = async (
  context: Context<Endpoint, Actor>,
  submitting: Route,
  activity: StoredActivity,
  outcome: 'received' | 'conflict',
): Promise<Activity['state']> => {
  const isOpen = activity.state === 'recorded' || activity.state === 'returned'
  if (outcome === 'conflict' || !isOpen || activity.evidence.length === 0) return activity.state
  // An app from before the short forms cannot fill one in: what it sends is received, and handed in by the office.
  const indicators = activity.quantities.map(({ indicator }) => indicator)
  if (troublesOfDetails({ form: activity.form, indicators, details: activity.details }, true).length > 0)
    return activity.state
  await submitting.handle(
    { ...context, params: { id: activity.id } },
    { version: activity.version },
    undefined,
  )
  return 'submitted'
}

/** Nothing goes out under another name than that of who recorded it. @throws Problem `field.other-person` */
const checkPerson = (actor: Actor, person: string): void => {
  if (actor.id !== person) throw new Problem('field.other-person', { name: actor.name })
}

const note = (
  db: Database,
  actor: Actor,
  at: string,
  { id, holderUnitId }: StoredActivity,
  { kind, data }: { kind: string; data: Record<string, unknown> },
) =>
  record(db, { unitId: holderUnitId, at, personId: actor.id, kind, subject: 'activity', subjectId: id, data })
