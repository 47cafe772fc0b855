/** What a person does on the phone. Each act is in the store before the page shows it. */
import { DecideFieldConflict, type FieldActivity, type FieldConflict } from '@loa/contract/field'
import { type Draft, emptyDraft, type Item, newItem, queue, reopen } from '@loa/field/item'
import { wordsOf } from '@loa/field/wire'
import { itemOf } from './follow.ts'
import { keeping, now, person, refresh, reread, show, store, tell, trueNow } from './phone.ts'
import { positionNow } from './position.ts'
import { send } from './sender.ts'
import { shrink } from './shrink.ts'

/** The day in Việt Nam, by the phone's clock put right. */
export const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(trueNow())

/** Photos first: the record begins with them. Gives the item, or null when nothing could be kept. */
export const begin = async (
  dutyId: number,
  files: File[],
  at: Partial<Draft> = {},
): Promise<string | null> => {
  const own = person()
  if (own === null) return null
  const item = newItem(
    crypto.randomUUID(),
    own,
    { ...emptyDraft(dutyId, today()), ...start(dutyId), ...at },
    crypto.randomUUID(),
    trueNow().toISOString(),
  )
  return (await addPhotos(item, files)) ? item.id : null
}

/** The only topic and the only indicator need no choosing. */
const start = (dutyId: number): Partial<Draft> => {
  const { snapshot } = now()
  const duty = snapshot?.duties.find(({ id }) => id === dutyId)
  const campaign = snapshot?.campaigns.find(({ id }) => id === duty?.campaignId)
  const planned = duty?.lines.filter(({ plan }) => plan !== null) ?? []
  return {
    ...(campaign?.topics.length === 1 ? { topics: campaign.topics.map(({ id }) => id) } : {}),
    ...(planned.length === 1 && planned[0] ? { indicator: planned[0].indicator } : {}),
  }
}

/** True when at least one photo was kept. */
export const addPhotos = async (item: Item, files: File[]): Promise<boolean> => {
  tell({ notice: null })
  void navigator.storage?.persist?.()
  let current = item
  let isKept = false
  for (const file of files) {
    const small = await shrink(file).catch(() => null)
    if (!small) {
      tell({ notice: { kind: 'wrong-photo', name: file.name } })
      continue
    }
    const { blob, thumb, sha256, original } = small
    if (current.photos.some((photo) => photo.original?.sha256 === original.sha256)) {
      tell({ notice: { kind: 'twice', name: file.name } })
      continue
    }
    const id = crypto.randomUUID()
    const photo = { id, name: file.name.slice(0, 255), bytes: blob.size, sha256, original, position: null }
    const takenAt = trueNow().toISOString()
    const next = { ...current, photos: [...current.photos, { ...photo, takenAt, sent: 0, isDone: false }] }
    if (!(await keeping(async () => (await store()).keep(next, [{ id, blob, thumb }])))) break
    current = next
    isKept = true
  }
  await reread()
  if (isKept) void locate(current)
  return isKept
}

/** The photos are safe first; where they were taken is told by whoever may tell it, when it is known. */
const locate = async ({ id }: Item): Promise<void> => {
  const position = await positionNow()
  if (!position) return
  await (await store()).change(id, (now) => ({
    ...now,
    photos: now.photos.map((photo) => ({ ...photo, position: photo.position ?? position })),
  }))
  await reread()
}

export const removePhoto = async (item: Item, photoId: string): Promise<void> => {
  await (await store()).change(item.id, (now) => ({
    ...now,
    photos: now.photos.filter(({ id }) => id !== photoId),
  }))
  await (await store()).dropPhoto(photoId)
  await reread()
}

export type Change = (draft: Draft) => Partial<Draft>

/** Shown at once, and written in the order of the keys: whoever types faster than the phone writes loses no letter. */
export const type = async ({ id }: Item, change: Change): Promise<void> => {
  const apply = (item: Item): Item => ({ ...item, draft: { ...item.draft, ...change(item.draft) } })
  show(id, apply)
  await keeping(async () =>
    (await store()).change(id, (item) => ({ ...apply(item), savedAt: trueNow().toISOString() })),
  )
}

export const putIntoQueue = async (item: Item): Promise<boolean> => {
  const isKept = await keeping(async () =>
    (await store()).change(item.id, (now) => queue(now, crypto.randomUUID(), trueNow().toISOString())),
  )
  await reread()
  void send()
  return isKept
}

/** Back to the person; what was sent already is changed by what comes next. */
export const takeOut = async (item: Item): Promise<void> => {
  const there = now().snapshot?.activities.find(({ id }) => id === item.id)
  await (await store()).change(item.id, (now) => ({
    ...reopen(now),
    // What it is changed from: as the server has it, as far as the phone knows, else as it was sent.
    before: there?.words ?? (now.receipt ? wordsOf(now.draft) : now.before),
    returned: item.returned,
    trouble: item.state === 'returned' ? item.trouble : null,
  }))
  await reread()
}

/** Something of the own unit that lies on the server only. */
export const takeUp = async (activity: FieldActivity): Promise<string | null> => {
  const own = person()
  if (own === null) return null
  const item = { ...itemOf(activity, own, trueNow().toISOString()), state: 'doing' as const }
  const isKept = await keeping(async () => (await store()).keep(item))
  await reread()
  return isKept ? item.id : null
}

export const discard = async (item: Item): Promise<void> => {
  await (await store()).remove(item)
  await reread()
}

export const sendNow = async (item: Item): Promise<void> => {
  await (await store()).change(item.id, (now) => ({ ...now, isUrgent: true, retryAt: null }))
  await reread()
  void send()
}

export const pause = (isPaused: boolean): void => {
  tell({ isPaused })
  if (!isPaused) void send()
}

/** False when the network or somebody else was in the way. */
export const choose = async (conflict: FieldConflict, take: 'current' | 'other'): Promise<boolean> => {
  try {
    const answer = await fetch(DecideFieldConflict.path.replace('{id}', conflict.id), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ take, seen: conflict.current.words }),
    })
    await refresh()
    return answer.ok
  } catch {
    tell({ isOnline: false })
    return false
  }
}
