/**
 * Two photos laid on one another, as found by their hashes: how alike they are, piece by piece. Each piece is compared by
 * its own light and contrast, so that a brighter copy stays a copy; the pieces that fit least are left out, since a stamp
 * may lie there. It ranks pairs for a person's eyes; it is no verdict. Pure.
 */
import { side } from './fingerprint.ts'
import { type Grey, greyAt, kept, type Lie, lies, turnBack } from './windows.ts'

/** From here on a pair is shown to a person (measured by `bench/evidence-dup.ts`). */
export const alike = 0.5

const margin = 0.05
const block = 8
/** Of sixteen pieces. */
const counted = 11
/** Grey steps below which a piece has no texture to speak of. */
const noise = 2
const floor = block * block * noise * noise

/** How well they fit (−1 to 1), and the share of their block hashes that is the same, which people are shown. */
export interface Likeness {
  fit: number
  percent: number
}

/** The best fit around the ways of lying that the hashes have pointed to. */
export const likenessOf = (
  asked: Grey,
  stored: Grey,
  ways: readonly { lie: number; attitude: number }[],
): Likeness => {
  const fixed = laidOn(stored, 0, { x: 0, y: 0, size: 1 })
  let best = { fit: -1, laid: fixed }
  for (const { lie, attitude } of ways)
    for (const near of around(lies[lie] ?? { x: 0, y: 0, size: 1 })) {
      const laid = laidOn(asked, attitude, near)
      const fit = fitOf(fixed, laid)
      if (fit > best.fit) best = { fit, laid }
    }
  const [a, b] = [blockHash(fixed), blockHash(best.laid)]
  const same = a.filter((bit, index) => bit === b[index]).length
  return { fit: best.fit, percent: Math.round((100 * same) / a.length) }
}

/** A cut is seldom 5 % to the pixel: half a pixel of the grey picture each way, and a little larger and smaller. */
const around = ({ x, y, size }: Lie): Lie[] => {
  const made: Lie[] = []
  const step = 0.5 / kept
  for (let across = -2; across <= 2; across++)
    for (let down = -2; down <= 2; down++)
      for (let growth = -1; growth <= 1; growth++) {
        const grown = growth * 0.012 * size
        made.push({
          x: x + across * step - grown / 2,
          y: y + down * step - grown / 2,
          size: size + grown,
        })
      }
  return made
}

const laidOn = (grey: Grey, attitude: number, { x, y, size }: Lie): Float64Array => {
  const laid = new Float64Array(side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const [u, v] = turnBack(
        attitude,
        margin + ((column + 0.5) / side) * (1 - 2 * margin),
        margin + ((row + 0.5) / side) * (1 - 2 * margin),
      )
      laid[row * side + column] = greyAt(grey, x + u * size, y + v * size)
    }
  return laid
}

const fitOf = (a: Float64Array, b: Float64Array): number => {
  const fits: number[] = []
  for (let row = 0; row < side; row += block)
    for (let column = 0; column < side; column += block) fits.push(correlation(a, b, row, column))
  const best = fits.sort((left, right) => right - left).slice(0, counted)
  return best.reduce((sum, fit) => sum + fit, 0) / best.length
}

const correlation = (a: Float64Array, b: Float64Array, top: number, left: number): number => {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0]
  for (let row = top; row < top + block; row++)
    for (let column = left; column < left + block; column++) {
      const [p, q] = [a[row * side + column] ?? 0, b[row * side + column] ?? 0]
      sumA += p
      sumB += q
      squareA += p * p
      squareB += q * q
      product += p * q
    }
  const count = block * block
  const ownA = squareA - (sumA * sumA) / count + floor
  const ownB = squareB - (sumB * sumB) / count + floor
  return (product - (sumA * sumB) / count) / Math.sqrt(ownA * ownB)
}

const blocks = 16
/**
 * The block hash of a laid picture, 256 bits: is a block lighter than the middle one of its quarter? And the share of bits
 * two photos have in common, which people are shown as per cent.
 */
const blockHash = (laid: Float64Array): boolean[] => {
  const size = side / blocks
  const means = Array.from({ length: blocks * blocks }, (_, index) => {
    const [top, left] = [Math.floor(index / blocks) * size, (index % blocks) * size]
    let sum = 0
    for (let row = top; row < top + size; row++)
      for (let column = left; column < left + size; column++) sum += laid[row * side + column] ?? 0
    return sum
  })
  const quarter = means.length / 4
  return [0, 1, 2, 3].flatMap((index) => {
    const part = means.slice(index * quarter, (index + 1) * quarter)
    const middle = part.toSorted((x, y) => x - y)[quarter / 2] ?? 0
    return part.map((mean) => mean > middle)
  })
}
