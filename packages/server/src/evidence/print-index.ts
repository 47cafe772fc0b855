/**
 * The hashes of all photos, in memory, so that a million are searched in some milliseconds. For each window there are two
 * tables, one for each 16 of the 32 lowest frequencies: who has exactly these bits? A question looks at its own bits and at
 * each with one of them changed; whoever is found is measured over all 64. Pure: filled by `prints.ts`.
 */
import { ones } from './fingerprint.ts'
import { type Question, windows } from './windows.ts'

/** Bits that may differ. Two photos that have nothing to do with each other differ in 32, give or take 4. */
const radius = 13
const keys = 1 << 16

export interface Found {
  /** The number of the photo, as given when it was added. */
  photo: number
  /** How much speaks for it; larger is more. */
  weight: number
  /** The ways of lying and turning that fit best. */
  ways: { lie: number; attitude: number }[]
}

export interface PrintIndex {
  add(photo: number, hashes: ArrayLike<number>): void
  search(questions: readonly Question[], limit: number): Found[]
  size(): number
}

/** One window: two words a hash, in the order they came; and, for each 16 bits, sorted by them. */
interface Shelf {
  words: Uint32Array
  tables: [Table, Table]
}
/** The hashes themselves lie in the table, side by side: what has the same bits is read in one go. */
interface Table {
  starts: Int32Array
  words: Uint32Array
  order: Int32Array
}

export const makePrintIndex = (): PrintIndex => {
  let room = 1024
  let count = 0
  /** So many are in the tables; those after them are looked at one by one. */
  let sorted = 0
  let photos = new Int32Array(room)
  const shelves = windows.map(
    (): Shelf => ({ words: new Uint32Array(room * 2), tables: [emptyTable(), emptyTable()] }),
  )

  const grow = () => {
    room *= 2
    photos = larger(photos, new Int32Array(room))
    for (const shelf of shelves) shelf.words = larger(shelf.words, new Uint32Array(room * 2))
  }
  const sortIn = () => {
    for (const { tables, words } of shelves)
      for (const half of [0, 1] as const) tables[half] = tableOf(words, count, half * 16)
    sorted = count
  }

  return {
    size: () => count,
    add(photo, hashes) {
      if (count === room) grow()
      photos[count] = photo
      for (const [window, { words }] of shelves.entries()) {
        words[count * 2] = hashes[window * 2] ?? 0
        words[count * 2 + 1] = hashes[window * 2 + 1] ?? 0
      }
      count += 1
    },
    search(questions, limit) {
      if (count - sorted > 2048 + sorted / 64) sortIn()
      const met = new Map<number, number[]>()
      for (const question of eachOnce(questions)) {
        const shelf = shelves[question.window]
        if (!shelf) continue
        const meet = (place: number, apart: number) => {
          const seen = met.get(place)
          const way = question.lie * 8 + question.attitude
          if (seen) seen.push(way, radius + 1 - apart)
          else met.set(place, [way, radius + 1 - apart])
        }
        for (const half of [0, 1] as const) lookUp(shelf.tables[half], half * 16, question, meet)
        scan(shelf.words, sorted, count, question, (at, apart) => meet(at, apart))
      }
      return [...met]
        .map(([place, seen]) => ({ photo: photos[place] ?? 0, ...weigh(seen) }))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, limit)
    },
  }
}

type Meet = (place: number, apart: number) => void

/** Cut a little or not, a photo often has the same hash: that is asked once. */
const eachOnce = (questions: readonly Question[]): Iterable<Question> => {
  const seen = new Map<string, Question>()
  for (const question of questions) {
    const key = `${question.window} ${question.hash.low} ${question.hash.high}`
    if (!seen.has(key)) seen.set(key, question)
  }
  return seen.values()
}

const lookUp = (table: Table, shift: number, { hash }: Question, meet: Meet) => {
  const { starts, words, order } = table
  const { low, high } = hash
  const own = (low >>> shift) & 0xffff
  for (let bit = -1; bit < 16; bit++) {
    const key = bit < 0 ? own : own ^ (1 << bit)
    const end = starts[key + 1] ?? 0
    for (let at = starts[key] ?? 0; at < end; at++) {
      const apart = ones((words[at * 2] ?? 0) ^ low) + ones((words[at * 2 + 1] ?? 0) ^ high)
      if (apart <= radius) meet(order[at] ?? 0, apart)
    }
  }
}

/** What is not sorted in yet. */
const scan = (words: Uint32Array, from: number, to: number, { hash }: Question, meet: Meet) => {
  for (let at = from; at < to; at++) {
    const apart = ones((words[at * 2] ?? 0) ^ hash.low) + ones((words[at * 2 + 1] ?? 0) ^ hash.high)
    if (apart <= radius) meet(at, apart)
  }
}

const weigh = (met: number[]): Pick<Found, 'weight' | 'ways'> => {
  const byWay = new Map<number, number>()
  for (let index = 0; index < met.length; index += 2)
    byWay.set(met[index] ?? 0, (byWay.get(met[index] ?? 0) ?? 0) + (met[index + 1] ?? 0))
  const best = [...byWay].sort((a, b) => b[1] - a[1]).slice(0, 3)
  return {
    weight: best[0]?.[1] ?? 0,
    ways: best.map(([way]) => ({ lie: way >> 3, attitude: way & 7 })),
  }
}

const emptyTable = (): Table => ({
  starts: new Int32Array(keys + 1),
  words: new Uint32Array(0),
  order: new Int32Array(0),
})

/** Sorted by counting: a million in some tens of milliseconds. */
const tableOf = (words: Uint32Array, count: number, shift: number): Table => {
  const starts = new Int32Array(keys + 1)
  const keyAt = (place: number) => ((words[place * 2] ?? 0) >>> shift) & 0xffff
  for (let place = 0; place < count; place++) {
    const next = keyAt(place) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  const next = starts.slice()
  const table: Table = { starts, words: new Uint32Array(count * 2), order: new Int32Array(count) }
  for (let place = 0; place < count; place++) {
    const slot = next[keyAt(place)] ?? 0
    next[keyAt(place)] = slot + 1
    table.order[slot] = place
    table.words[slot * 2] = words[place * 2] ?? 0
    table.words[slot * 2 + 1] = words[place * 2 + 1] ?? 0
  }
  return table
}

const larger = <T extends Int32Array | Uint32Array>(old: T, made: T): T => {
  made.set(old)
  return made
}
