/** One record on the phone, from the first photo to the receipt. Pure. */
import type { FieldWords } from '@loa/contract/field'
import type { Form } from '@loa/contract/plans'
import type { Details } from '@loa/contract/short-form'
import { troublesOfDetails } from '@loa/contract/short-forms'

export interface Photo {
  /** The evidence it will be. */
  id: string
  name: string
  bytes: number
  sha256: string
  /** The photo before it was made smaller. */
  original: { sha256: string; bytes: number } | null
  position: { latitude: number; longitude: number; accuracy: number | null } | null
  takenAt: string
  /** How far the server has it, in bytes. */
  sent: number
  /** The server has made it evidence. */
  isDone: boolean
}

/** What was typed, perhaps not whole yet. */
export interface Draft extends Omit<FieldWords, 'quantity'> {
  dutyId: number
  indicator: string
  topics: number[]
  place: string
  /** The face of a site, where one was chosen. */
  faceId?: string | null
  happenedOn: string
  quantity: number | null
  /** The short form; a draft of an older app has none. */
  details?: Details
  note: string
}

/**
 * doing: the person's; queued: goes by itself; sent: the server gave its receipt; returned: the server said no, or a reviewer
 * gave it back, and the person must do something.
 */
export type ItemState = 'doing' | 'queued' | 'sent' | 'returned'

export interface Item {
  /** The activity it is or will be. */
  id: string
  /** Whose it is; it never goes out under another name. */
  person: string
  draft: Draft
  /** What the server had when this was begun; null for a new activity. */
  before: FieldWords | null
  photos: Photo[]
  /** Photos that lie on the server and not here: of another phone, or of an earlier handing in. */
  photosThere: number
  state: ItemState
  /** A new one with each change that is put into the queue. */
  edit: string
  /** Edits that may have reached the server and that this one takes the place of. */
  replaces: string[]
  /** This edit may have reached the server. */
  isTried: boolean
  isRecorded: boolean
  /** Corrected phone's time of the last change. */
  savedAt: string
  /** Why it waits, or why it came back. */
  trouble: { code: string; values: Record<string, string | number | null> } | null
  /** Not before this; by the phone's clock. */
  retryAt: number | null
  tries: number
  receipt: { number: number; at: string; outcome: 'received' | 'conflict' } | null
  /** The person said: now, over the mobile network too. */
  isUrgent: boolean
  /** A reviewer's sentence, while it is returned. */
  returned: { reason: string; by: string | null; at: string } | null
}

export const emptyDraft = (dutyId: number, happenedOn: string): Draft => ({
  dutyId,
  indicator: '',
  topics: [],
  place: '',
  happenedOn,
  quantity: 1,
  details: {},
  note: '',
})

export const newItem = (id: string, person: string, draft: Draft, edit: string, savedAt: string): Item => ({
  id,
  person,
  draft,
  before: null,
  photos: [],
  photosThere: 0,
  state: 'doing',
  edit,
  replaces: [],
  isTried: false,
  isRecorded: false,
  savedAt,
  trouble: null,
  retryAt: null,
  tries: 0,
  receipt: null,
  isUrgent: false,
  returned: null,
})

/** The fields that are still missing; none: it can go. `form`: of the chosen indicator, where it is known. */
export const missingOf = (
  { draft, photos, photosThere }: Item,
  form?: Form,
): ('indicator' | 'place' | 'quantity' | 'topics' | 'photo' | 'details')[] => [
  ...(photos.length + photosThere === 0 ? (['photo'] as const) : []),
  ...(draft.indicator ? [] : (['indicator'] as const)),
  ...(draft.quantity !== null && draft.quantity > 0 ? [] : (['quantity'] as const)),
  ...(draft.place.trim().length >= 2 ? [] : (['place'] as const)),
  ...(draft.topics.length > 0 ? [] : (['topics'] as const)),
  ...(form && detailTroubles(draft, form).length > 0 ? (['details'] as const) : []),
]

/** What is wrong with, or missing from, the short form. */
export const detailTroubles = ({ indicator, details = {} }: Draft, form: Form) =>
  troublesOfDetails({ form, indicators: [indicator], details }, true)

/**
 * Into the queue, under a new edit: the one before may have arrived without our knowing.
 * `edit` is made by the caller, as chance is no part of a rule.
 */
export const queue = (item: Item, edit: string, savedAt: string): Item => ({
  ...item,
  state: 'queued',
  edit,
  replaces: item.isTried ? [...item.replaces, item.edit] : item.replaces,
  isTried: false,
  isRecorded: false,
  savedAt,
  trouble: null,
  retryAt: null,
  tries: 0,
  receipt: null,
  returned: null,
})

/** Taken out of the queue to be changed; what has gone already is known by its edit. */
export const reopen = (item: Item): Item => ({ ...item, state: 'doing', retryAt: null, trouble: null })

export const bytesOf = ({ photos }: Item): { all: number; sent: number } => ({
  all: photos.reduce((sum, { bytes }) => sum + bytes, 0),
  sent: photos.reduce((sum, { bytes, sent, isDone }) => sum + (isDone ? bytes : sent), 0),
})
