/** The phone's own memory: records, photos and the last known duties, in IndexedDB. Closing or restarting loses nothing. */
import type { FieldSnapshot } from '@loa/contract/field'
import type { Item } from '@loa/field/item'
import type { Store } from '@loa/field/ports'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

interface Schema extends DBSchema {
  items: { key: string; value: Item; indexes: { person: string } }
  photos: { key: string; value: Blob }
  /** Small pictures for the lists; they stay when the photo is on the server. Those of faces of sites have names of their own. */
  thumbs: { key: string; value: Blob }
  kept: { key: string; value: unknown }
}

export interface PhoneStore extends Store {
  get(id: string): Promise<Item | undefined>
  /** An item with photos that come with it: all of it is kept, or nothing. */
  keep(item: Item, photos?: { id: string; blob: Blob; thumb: Blob }[]): Promise<void>
  remove(item: Item): Promise<void>
  thumb(id: string): Promise<Blob | undefined>
  /** How a face looked last time, by the id of that photo. */
  ghost(photoId: string): Promise<Blob | undefined>
  ghosts(): Promise<string[]>
  keepGhost(photoId: string, picture: Blob): Promise<void>
  dropGhost(photoId: string): Promise<void>
  /** Items of other people on this phone. */
  countOthers(person: string): Promise<number>
  snapshot(): Promise<FieldSnapshot | undefined>
  keepSnapshot(snapshot: FieldSnapshot): Promise<void>
  /** By how much the server's clock is ahead of the phone's, in milliseconds. */
  clockBehind(): Promise<number>
  keepClockBehind(behind: number): Promise<void>
}

export const openStore = async (): Promise<PhoneStore> => {
  const db = await openDB<Schema>('loa-field', 1, {
    upgrade(made) {
      made.createObjectStore('items', { keyPath: 'id' }).createIndex('person', 'person')
      made.createObjectStore('photos')
      made.createObjectStore('thumbs')
      made.createObjectStore('kept')
    },
  })
  return {
    list: async (person) =>
      (await db.getAllFromIndex('items', 'person', person)).sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1)),
    get: (id) => db.get('items', id),
    change: (id, change) => changeItem(db, id, change),
    photo: async (id) => (await db.get('photos', id)) ?? null,
    dropPhoto: (id) => db.delete('photos', id),
    thumb: (id) => db.get('thumbs', id),
    async keep(item, photos = []) {
      const all = db.transaction(['items', 'photos', 'thumbs'], 'readwrite')
      await whole(all, [
        all.objectStore('items').put(item),
        ...photos.map(({ id, blob }) => all.objectStore('photos').put(blob, id)),
        ...photos.map(({ id, thumb }) => all.objectStore('thumbs').put(thumb, id)),
      ])
    },
    async remove({ id, photos }) {
      const all = db.transaction(['items', 'photos', 'thumbs'], 'readwrite')
      await whole(all, [
        all.objectStore('items').delete(id),
        ...photos.map((photo) => all.objectStore('photos').delete(photo.id)),
        ...photos.map((photo) => all.objectStore('thumbs').delete(photo.id)),
      ])
    },
    ghost: (id) => db.get('thumbs', ghostKey(id)),
    ghosts: async () =>
      (await db.getAllKeys('thumbs', IDBKeyRange.bound(ghostKey(''), ghostKey('~')))).map((key) =>
        key.slice(ghostKey('').length),
      ),
    keepGhost: async (id, picture) => void (await db.put('thumbs', picture, ghostKey(id))),
    dropGhost: (id) => db.delete('thumbs', ghostKey(id)),
    countOthers: async (person) =>
      (await db.getAll('items')).filter((item) => item.person !== person && item.state !== 'sent').length,
    snapshot: async () => (await db.get('kept', 'snapshot')) as FieldSnapshot | undefined,
    keepSnapshot: async (snapshot) => void (await db.put('kept', snapshot, 'snapshot')),
    clockBehind: async () => Number((await db.get('kept', 'clock')) ?? 0),
    keepClockBehind: async (behind) => void (await db.put('kept', behind, 'clock')),
  }
}

const ghostKey = (photoId: string) => `ghost:${photoId}`

const changeItem = async (
  db: IDBPDatabase<Schema>,
  id: string,
  change: (item: Item) => Item,
): Promise<Item | null> => {
  const one = db.transaction('items', 'readwrite')
  const item = await one.store.get(id)
  const changed = item ? change(item) : null
  await whole(one, changed ? [one.store.put(changed)] : [])
  return changed
}

/** All of it, or the reason why nothing: a full phone breaks the transaction off, and each of its parts only says that. */
const whole = async (
  transaction: { done: Promise<void>; error: DOMException | null },
  parts: Promise<unknown>[],
): Promise<void> => {
  try {
    await Promise.all([...parts, transaction.done])
  } catch (error) {
    throw transaction.error ?? error
  }
}
