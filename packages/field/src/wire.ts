/** From what the phone keeps to what it sends (contract `field`, version 1): the one place that maps them. Pure. */
import type { FieldEvidence, FieldFinish, FieldRecord, FieldWords } from '@loa/contract/field'
import { cleanDetails } from '@loa/contract/short-form'
import type { Draft, Item, Photo } from './item.ts'

export const recordBody = (item: Item, sentAt: string, app: string): FieldRecord => ({
  edit: item.edit,
  person: item.person,
  sentAt,
  deviceAt: item.savedAt,
  app,
  words: wordsOf(item.draft),
  before: item.before,
  replaces: item.replaces,
})

export const evidenceBody = (item: Item, photo: Photo, sentAt: string): FieldEvidence => ({
  edit: item.edit,
  person: item.person,
  sentAt,
  name: photo.name,
  sha256: photo.sha256,
  deviceAt: photo.takenAt,
  original: photo.original,
  position: photo.position,
})

export const finishBody = (item: Item, sentAt: string): FieldFinish => ({
  edit: item.edit,
  person: item.person,
  sentAt,
  photos: item.photos.map(({ id }) => id),
})

/** Whole by `missingOf`; the same words give the same bytes, so that a repeat is known as one. */
export const wordsOf = (draft: Draft): FieldWords => ({
  ...draft,
  topics: [...draft.topics].sort((a, b) => a - b),
  place: draft.place.trim(),
  quantity: draft.quantity ?? 0,
  ...(draft.details === undefined ? {} : { details: cleanDetails(draft.details) }),
  note: draft.note.trim(),
})
