import {
  AddDraftComment,
  type Comments,
  CompareDraftVersion,
  ListDraftComments,
  ListDraftVersions,
  SettleDraftComment,
} from '@loa/contract/drafts'
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { findDispatch, type StoredDispatch } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { type Actor, allow, mayActFor } from '../people/actor.ts'
import { draftChanges, readingOf } from './difference.ts'
import {
  findCommentForUpdate,
  findVersionPair,
  insertComment,
  listComments,
  listVersions,
  settleComment,
} from './queries.ts'

export const draftRoutes = [
  route(ListDraftVersions, async ({ db, params: { id } }) => {
    orNotFound(await findDispatch(db, id), 'dispatch', id)
    return { versions: await listVersions(db, id) }
  }),

  route(CompareDraftVersion, async ({ db, params: { id, number }, query }) => {
    const dispatch = orNotFound(await findDispatch(db, id), 'dispatch', id)
    const [version, before] = await findVersionPair(db, id, number)
    if (!version || version.number !== number)
      throw new Problem('thing.not-found', { what: 'version', id: number })
    if (query.with === 'now') return { changes: draftChanges(version.tree, dispatch.tree) }
    return { changes: before ? draftChanges(before.tree, version.tree) : [] }
  }),

  route(ListDraftComments, async ({ db, actor, params: { id } }) =>
    show(db, actor, orNotFound(await findDispatch(db, id), 'dispatch', id)),
  ),

  route(AddDraftComment, async ({ db, actor, now, params: { id, commentId } }, comment) => {
    const dispatch = await opened(db, actor, id)
    const answered =
      comment.replyTo === null
        ? null
        : orNotFound(await findCommentForUpdate(db, id, comment.replyTo), 'comment', comment.replyTo)
    const added = await insertComment(db, {
      id: commentId,
      dispatchId: id,
      at: now,
      by: actor.id,
      ...comment,
      // An answer to an answer belongs to what was remarked first.
      replyTo: answered && (answered.replyTo ?? answered.id),
    })
    if (added === 0) orNotFound(await findCommentForUpdate(db, id, commentId), 'comment', commentId)
    else
      await note(db, actor, now, dispatch, {
        kind: 'dispatch.commented',
        data: { quote: comment.quote, words: comment.words },
      })
    return show(db, actor, dispatch)
  }),

  route(SettleDraftComment, async ({ db, actor, now, params: { id, commentId } }, { done }) => {
    const dispatch = await opened(db, actor, id)
    const comment = orNotFound(await findCommentForUpdate(db, id, commentId), 'comment', commentId)
    if (!maySettle(actor, dispatch, comment.person.id))
      throw new Problem('dispatch.comment-not-yours', { who: comment.person.name })
    if (comment.replyTo === null && (comment.done !== null) !== done) {
      await settleComment(db, commentId, done ? { by: actor.id, at: now } : null)
      const data = { words: comment.words }
      await note(
        db,
        actor,
        now,
        dispatch,
        done ? { kind: 'dispatch.comment-done', data } : { kind: 'dispatch.comment-opened', data },
      )
    }
    return show(db, actor, dispatch)
  }),
]

/** @throws Problem `dispatch.wrong-state` for one that is no longer a draft */
const opened = async (db: Database, actor: Actor, id: number): Promise<StoredDispatch> => {
  const dispatch = orNotFound(await findDispatch(db, id), 'dispatch', id)
  allow(actor, 'dispatch.comment', dispatch.ownerUnitId)
  if (!isOpen(dispatch)) throw new Problem('dispatch.wrong-state', { state: dispatch.state, step: 'comment' })
  return dispatch
}

const isOpen = ({ direction, state }: StoredDispatch): boolean => direction === 'out' && state !== 'issued'

/** Who made it, and who drafts: what was asked for is done. */
const maySettle = (actor: Actor, { ownerUnitId }: StoredDispatch, by: string): boolean =>
  by === actor.id || mayActFor(actor, 'dispatch.draft', ownerUnitId)

const show = async (db: Database, actor: Actor, dispatch: StoredDispatch): Promise<Comments> => {
  const reading = dispatch.tree ? readingOf(dispatch.tree) : ''
  const mayAdd = isOpen(dispatch) && mayActFor(actor, 'dispatch.comment', dispatch.ownerUnitId)
  return {
    mayAdd,
    comments: (await listComments(db, dispatch.id)).map((comment) => ({
      ...comment,
      moved: comment.quote !== '' && !reading.includes(comment.quote),
      maySettle: mayAdd && comment.replyTo === null && maySettle(actor, dispatch, comment.person.id),
    })),
  }
}

const note = (
  db: Database,
  actor: Actor,
  at: string,
  dispatch: StoredDispatch,
  said: { kind: string; data: Record<string, unknown> },
) =>
  record(db, {
    unitId: dispatch.ownerUnitId,
    at,
    personId: actor.id,
    subject: 'dispatch',
    subjectId: dispatch.id,
    ...said,
  })
