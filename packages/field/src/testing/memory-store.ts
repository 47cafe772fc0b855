/** A phone's store for tests: every value is copied on its way in and out, as a database would. */
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
      items.set(item.id, structuredClone(item))
      for (const [id, blob] of Object.entries(bytes)) photos.set(id, blob)
    },
    item(id) {
      const found = items.get(id)
      if (!found) throw new Error(`no item ${id}`)
      return structuredClone(found)
    },
    list: async (person) => structuredClone([...items.values()].filter((item) => item.person === person)),
    async change(id, change) {
      const found = items.get(id)
      if (!found) return null
      const changed = structuredClone(change(structuredClone(found)))
      items.set(id, changed)
      return structuredClone(changed)
    },
    photo: async (id) => photos.get(id) ?? null,
    async dropPhoto(id) {
      photos.delete(id)
    },
  }
}
