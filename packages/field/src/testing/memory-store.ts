/** A phone's store for tests. Items are never changed in place, here as in the app, so nothing is copied. */
import type { Item } from '../item.ts'
import type { Store } from '../ports.ts'

export interface MemoryStore extends Store {
  add(item: Item, photos?: Record<string, Blob>): void
  item(id: string): Item
}

export const memoryStore = (): MemoryStore => {
  const items = new Map<string, Item>()
  const photos = new Map<string, Blob>()
  return {
    add(item, bytes = {}) {
      items.set(item.id, item)
      for (const [id, blob] of Object.entries(bytes)) photos.set(id, blob)
    },
    item(id) {
      const found = items.get(id)
      if (!found) throw new Error(`no item ${id}`)
      return found
    },
    list: async (person) => [...items.values()].filter((item) => item.person === person),
    async change(id, change) {
      const found = items.get(id)
      if (!found) return null
      const changed = change(found)
      items.set(id, changed)
      return changed
    },
    photo: async (id) => photos.get(id) ?? null,
    async dropPhoto(id) {
      photos.delete(id)
    },
  }
}
