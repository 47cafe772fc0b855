/** What the queue needs of the world: the browser gives it IndexedDB and fetch, a test something else. */
import type { Item } from './item.ts'

export interface Store {
  /** All of one person, oldest first. */
  list(person: string): Promise<Item[]>
  /** Changes the item as it is now, in one step; null when it is gone. */
  change(id: string, change: (item: Item) => Item): Promise<Item | null>
  /** The bytes of a photo; null when they are gone. */
  photo(id: string): Promise<Blob | null>
  /** The server has it: the bytes need not stay on the phone. */
  dropPhoto(id: string): Promise<void>
}

export interface Clock {
  /** Milliseconds, as the phone shows them. */
  now(): number
}

export interface Net {
  fetch(path: string, init: RequestInit): Promise<Response>
  /** Over a network that costs money: large things wait for Wi-Fi. */
  isMobile(): boolean
}

export interface Ports {
  store: Store
  clock: Clock
  net: Net
}
