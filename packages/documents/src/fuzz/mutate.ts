/** Damage as files meet it, and as people do on purpose: always the same for the same number. */
import { unzipSync, type Zippable, zipSync } from 'fflate'

/** mulberry32: small, quick, and the same everywhere. */
export const chance = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, below: (limit: number): number => Math.floor(next() * limit) }
}
type Chance = ReturnType<typeof chance>

/** Some of a file's bytes changed, left out, doubled, put in, cut off, or taken from elsewhere in it. */
export const mutate = (bytes: Uint8Array, { next, below }: Chance): Uint8Array => {
  let file = Uint8Array.from(bytes)
  for (let change = 1 + below(8); change > 0; change--) {
    const at = below(file.length + 1)
    const length = Math.min(file.length - at, next() < 0.7 ? 1 + below(8) : below(2000))
    switch (below(8)) {
      case 0:
        if (at < file.length) file[at] = below(256)
        break
      case 1:
        if (at < file.length) file[at] = (file[at] ?? 0) ^ (1 << below(8))
        break
      case 2:
        // The numbers at which lengths and counts break.
        for (const [i, byte] of (awkward[below(awkward.length)] ?? []).entries())
          if (at + i < file.length) file[at + i] = byte
        break
      case 3:
        file = joined(file.subarray(0, at), file.subarray(at + length))
        break
      case 4:
        file = joined(file.subarray(0, at + length), file.subarray(at))
        break
      case 5:
        file = joined(
          file.subarray(0, at),
          Uint8Array.from({ length: 1 + below(40) }, () => below(256)),
          file.subarray(at),
        )
        break
      case 6: {
        const from = below(file.length + 1)
        file.copyWithin(at, from, Math.min(file.length, from + length))
        break
      }
      default:
        if (next() < 0.25) file = file.slice(0, at)
    }
  }
  return file
}

const awkward = [
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0, 0, 0, 0x80],
  [0, 0, 0, 0],
  [0xff, 0xff],
  [0, 0x80],
]

const joined = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    file.set(part, at)
    at += part.length
  }
  return file
}

/** A zip file with one of its parts changed: the zip is whole, so the damage reaches what reads the parts. */
export const mutatePart = (bytes: Uint8Array, random: Chance): Uint8Array => {
  const files: Zippable = {}
  const parts = Object.entries(unzipSync(bytes))
  const chosen = random.below(parts.length)
  for (const [index, [name, part]] of parts.entries())
    files[name] = [index === chosen ? mutate(part, random) : part, { level: 0 }]
  return zipSync(files)
}
