/**
 * Where a photo is hashed. A whole picture's hash breaks when a stamp is burnt in or an edge is cut off, so six windows are
 * hashed: four corners, the middle, and all but the margin. A stamp leaves some of them alone. Whoever searches asks for
 * each window as it would lie if the photo had been cut, or were the whole of one that was cut. Pure.
 */
import { attitudes, type DctHash, dctHash, side } from './fingerprint.ts'

/** Width and height of the grey picture that is kept of each photo. */
export const kept = 64
export type Grey = Uint8Array

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

const margin = 0.05
const half = 0.5
const at = (x: number, y: number, size: number): Rectangle => ({ x, y, width: size, height: size })
const far = 1 - margin - half

/** In shares of the photo. The set stays the same when the photo is turned or mirrored. */
export const windows: readonly Rectangle[] = [
  at(margin, margin, half),
  at(far, margin, half),
  at(margin, far, half),
  at(far, far, half),
  at((1 - half) / 2, (1 - half) / 2, half),
  at(margin, margin, 1 - 2 * margin),
]

/** Where a point of the photo as stored lies in the photo that is asked about: bits 0 and 1 mirror, bit 2 exchanges. */
export const turnBack = (attitude: number, x: number, y: number): [number, number] => {
  const u = attitude & 1 ? 1 - x : x
  const v = attitude & 2 ? 1 - y : y
  return attitude & 4 ? [v, u] : [u, v]
}

/** The window of the stored photo that shows what `window` shows of a photo in that attitude. */
const windowIn = (attitude: number, window: number): number => {
  const { x, y, width } = windows[window] ?? at(0, 0, 1)
  const [across, down] = [x + width / 2, y + width / 2]
  return windows.findIndex((other) => {
    const [u, v] = turnBack(attitude, other.x + other.width / 2, other.y + other.width / 2)
    return Math.abs(u - across) < 1e-9 && Math.abs(v - down) < 1e-9 && Math.abs(other.width - width) < 1e-9
  })
}
const places = windows.map((_, window) =>
  Array.from({ length: 8 }, (_, attitude) => windowIn(attitude, window)),
)

/** How the two may lie to each other: a point p of the stored photo is at `x + p × size` of the one asked about. */
export interface Lie {
  x: number
  y: number
  size: number
}
const cut = 0.05
/** Not cut; then, for each corner and the middle: the one asked about was cut by 5 %, or the stored one was. */
export const lies: readonly Lie[] = [
  { x: 0, y: 0, size: 1 },
  ...[
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [0.5, 0.5],
  ].flatMap(([x = 0, y = 0]) => [
    { x: (-x * cut) / (1 - cut), y: (-y * cut) / (1 - cut), size: 1 / (1 - cut) },
    { x: x * cut, y: y * cut, size: 1 - cut },
  ]),
]

/** The hashes that are stored of a photo, one for each window. */
export const hashesOf = (grey: Grey): DctHash[] => windows.map((window) => dctHash(pieceOf(grey, window)))

/** One hash to look for among those of one window, and what it would mean to find it. */
export interface Question {
  window: number
  hash: DctHash
  lie: number
  attitude: number
}
export const questionsOf = (grey: Grey): Question[] =>
  lies.flatMap(({ x, y, size }, lie) =>
    windows.flatMap((window, index) => {
      const piece = pieceOf(grey, {
        x: x + window.x * size,
        y: y + window.y * size,
        width: window.width * size,
        height: window.height * size,
      })
      return attitudes(dctHash(piece)).map((hash, attitude) => ({
        window: places[index]?.[attitude] ?? index,
        hash,
        lie,
        attitude,
      }))
    }),
  )

const pieceOf = (grey: Grey, { x, y, width, height }: Rectangle): Float64Array => {
  const piece = new Float64Array(side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      piece[row * side + column] = greyAt(
        grey,
        x + ((column + 0.5) / side) * width,
        y + ((row + 0.5) / side) * height,
      )
  return piece
}

/** Between the pixels by share; past the edge it goes on as it ends. */
export const greyAt = (grey: Grey, x: number, y: number): number => {
  const across = Math.min(Math.max(x * kept - 0.5, 0), kept - 1.001)
  const down = Math.min(Math.max(y * kept - 0.5, 0), kept - 1.001)
  const [column, row] = [Math.trunc(across), Math.trunc(down)]
  const [right, below] = [across - column, down - row]
  const place = row * kept + column
  const upper = (grey[place] ?? 0) * (1 - right) + (grey[place + 1] ?? 0) * right
  const lower = (grey[place + kept] ?? 0) * (1 - right) + (grey[place + kept + 1] ?? 0) * right
  return upper * (1 - below) + lower * below
}
