/**
 * The old Office container [MS-CFB]: sectors in chains, a directory of named streams. Chains of a hostile file may run in
 * circles or out of the file: every walk is bounded by the number of sectors there are.
 */

/** Thrown inside this folder only: the container cannot be followed. */
export class OleTrouble extends Error {}

const endOfChain = 0xfffffffe
const free = 0xffffffff
const miniLimit = 4096

/** Reads the streams with these names; one that is not there is missing in the answer. */
export const readStreams = (bytes: Uint8Array, names: readonly string[]): Map<string, Uint8Array> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) throw new OleTrouble('too short')
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new OleTrouble('sector size')
  const size = 1 << shift
  const count = Math.floor(bytes.length / size)
  const sector = (index: number): Uint8Array => {
    const start = (index + 1) * size
    if (start >= bytes.length) throw new OleTrouble('sector outside of the file')
    return bytes.subarray(start, start + size)
  }

  const fat = readFat(view, sector, size, count)
  const chain = (first: number, table: Uint32Array, limit: number): number[] => {
    const found: number[] = []
    for (let at = first; at < endOfChain; at = table[at] ?? free) {
      if (found.length >= limit) throw new OleTrouble('a chain without end')
      found.push(at)
    }
    return found
  }
  const joined = (first: number): Uint8Array => join(chain(first, fat, count).map(sector))

  const directory = joined(view.getUint32(48, true))
  const entries = entriesOf(directory)
  const root = entries.find(({ type }) => type === 5)
  if (!root) throw new OleTrouble('no root')
  let mini: { stream: Uint8Array; table: Uint32Array } | null = null
  const miniOf = () => {
    mini ??= { stream: joined(root.start), table: words(joined(view.getUint32(60, true))) }
    return mini
  }
  const streams = new Map<string, Uint8Array>()
  for (const { name, start, length } of entries) {
    if (!names.includes(name) || streams.has(name)) continue
    if (length >= miniLimit) streams.set(name, joined(start).subarray(0, length))
    else {
      const { stream, table } = miniOf()
      const parts = chain(start, table, table.length + 1).map((at) => stream.subarray(at * 64, at * 64 + 64))
      streams.set(name, join(parts).subarray(0, length))
    }
  }
  return streams
}

/** The table of chains: its own sectors are listed in the head and, for large files, in sectors of their own. */
const readFat = (
  view: DataView,
  sector: (index: number) => Uint8Array,
  size: number,
  count: number,
): Uint32Array => {
  const places: number[] = []
  for (let at = 76; at < 512; at += 4) {
    const place = view.getUint32(at, true)
    if (place < endOfChain) places.push(place)
  }
  let next = view.getUint32(68, true)
  for (let steps = 0; next < endOfChain && steps < count; steps++) {
    const more = words(sector(next))
    const last = size / 4 - 1
    for (let at = 0; at < last; at++) {
      const place = more[at] ?? free
      if (place < endOfChain) places.push(place)
    }
    next = more[last] ?? free
  }
  return words(join(places.slice(0, count).map(sector)))
}

const entriesOf = (directory: Uint8Array) => {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: { name: string; type: number; start: number; length: number }[] = []
  for (let at = 0; at + 128 <= directory.length && entries.length < 10_000; at += 128) {
    const letters = Math.min(Math.max(view.getUint16(at + 64, true) / 2 - 1, 0), 31)
    let name = ''
    for (let letter = 0; letter < letters; letter++)
      name += String.fromCharCode(view.getUint16(at + letter * 2, true))
    entries.push({
      name,
      type: directory[at + 66] ?? 0,
      start: view.getUint32(at + 116, true),
      length: view.getUint32(at + 120, true),
    })
  }
  return entries
}

const words = (bytes: Uint8Array): Uint32Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Uint32Array(Math.floor(bytes.length / 4))
  for (let at = 0; at < found.length; at++) found[at] = view.getUint32(at * 4, true)
  return found
}

const join = (parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
