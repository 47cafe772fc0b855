/**
 * What a piece of a photo looks like, in 64 bits: an own DCT hash over a grey picture of 32 × 32. Pure.
 *
 * The DCT hash keeps the sign of 64 low frequencies, lowest first. A mirror changes the sign of the odd frequencies and a
 * turn exchanges the two directions, so the hash of a turned or mirrored photo follows from the hash itself: the eight
 * attitudes are made from bits, and only one hash is stored for a photo.
 */

/** Width and height of the piece. */
export const side = 32

export interface DctHash {
  high: number
  low: number
}

/** Frequencies [across, down]: all sums 1 to 9, and of sum 10 all but (5, 5). The set is the same when turned. */
const frequencies: readonly (readonly [number, number])[] = Array.from(
  { length: 10 },
  (_, index) => index + 1,
)
  .flatMap((sum) => Array.from({ length: sum + 1 }, (_, across) => [across, sum - across] as const))
  .filter(([across, down]) => !(across === 5 && down === 5))

const highest = 10
const cosines = Float64Array.from({ length: (highest + 1) * side }, (_, index) => {
  const [frequency, place] = [Math.floor(index / side), index % side]
  return Math.cos((Math.PI * frequency * (2 * place + 1)) / (2 * side))
})

export const dctHash = (grey: Float64Array): DctHash => {
  const rows = new Float64Array((highest + 1) * side)
  for (let y = 0; y < side; y++)
    for (let frequency = 0; frequency <= highest; frequency++) {
      let sum = 0
      for (let x = 0; x < side; x++) sum += (grey[y * side + x] ?? 0) * (cosines[frequency * side + x] ?? 0)
      rows[frequency * side + y] = sum
    }
  return fromBits(
    frequencies.map(([across, down]) => {
      let sum = 0
      for (let y = 0; y < side; y++) sum += (rows[across * side + y] ?? 0) * (cosines[down * side + y] ?? 0)
      return sum > 0
    }),
  )
}

const fromBits = (bits: readonly boolean[]): DctHash => {
  const half = (from: number) =>
    bits.slice(from, from + 32).reduce((made, bit, index) => (bit ? made | (1 << index) : made), 0) >>> 0
  return { low: half(0), high: half(32) }
}

const maskOf = (isIn: (frequency: readonly [number, number]) => boolean) => fromBits(frequencies.map(isIn))
const oddAcross = maskOf(([across]) => across % 2 === 1)
const oddDown = maskOf(([, down]) => down % 2 === 1)
const turned = frequencies.map(([across, down]) =>
  frequencies.findIndex(([x, y]) => x === down && y === across),
)

const flip = (hash: DctHash, mask: DctHash): DctHash => ({
  high: (hash.high ^ mask.high) >>> 0,
  low: (hash.low ^ mask.low) >>> 0,
})

const bitAt = (hash: DctHash, index: number): boolean =>
  ((index < 32 ? hash.low >>> index : hash.high >>> (index - 32)) & 1) === 1

const transpose = (hash: DctHash): DctHash => fromBits(turned.map((from) => bitAt(hash, from)))

/** As it is, its mirror, the other mirror, upside down, and the same four of the photo turned over its diagonal. */
export const attitudes = (hash: DctHash): DctHash[] =>
  [hash, transpose(hash)].flatMap((each) => [
    each,
    flip(each, oddAcross),
    flip(each, oddDown),
    flip(flip(each, oddAcross), oddDown),
  ])

export const ones = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export const distance = (a: DctHash, b: DctHash): number => ones(a.high ^ b.high) + ones(a.low ^ b.low)
