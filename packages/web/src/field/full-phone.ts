/**
 * A full phone must still send, as sending is what makes room. What the store does not take is noted in memory until it does;
 * should the app be closed before, the phone asks the server again, and nothing is done twice.
 */
import type { Item } from '@loa/field/item'
import type { Store } from '@loa/field/ports'

export const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

type Kept = Store & { get(id: string): Promise<Item | undefined> }

export const evenWhenFull = (kept: Kept, onFull: () => void): Store => {
  const unkept = new Map<string, Item>()
  /** What the person has taken out of the queue in the meantime is the person's. */
  const latest = (item: Item): Item => {
    const noted = unkept.get(item.id)
    return noted?.edit === item.edit && item.state === 'queued' ? noted : item
  }
  const change: Store['change'] = async (id, change) => {
    try {
      const item = await kept.change(id, (now) => change(latest(now)))
      unkept.delete(id)
      return item
    } catch (error) {
      if (!isFull(error)) throw error
      onFull()
      const item = await kept.get(id)
      if (!item) return null
      const changed = change(latest(item))
      unkept.set(id, changed)
      return changed
    }
  }
  return {
    list: async (person) => (await kept.list(person)).map(latest),
    photo: (id) => kept.photo(id),
    change,
    async dropPhoto(id) {
      await kept.dropPhoto(id)
      // There is room now, perhaps enough.
      for (const noted of [...unkept.keys()]) await change(noted, (now) => now)
    },
  }
}
