/**
 * What the map shows when it opens, known before the program that draws it has come: the same frame, the same nearness, put
 * together once for that zoom and not for all of them. Pure.
 */
import { degreeParts, type Points, pointStates } from '@loa/contract/map'
import { type Circle, closest, type Frame, frameOf, radius } from './circle.ts'

/** Pixels left free on each side. */
export const margin = 24
/** Points within as many pixels are put together at once: a hundred thousand become some thousand. */
const grain = 8
/** The world at zoom 0, in pixels. */
const world = 512

export interface PlacedCircle extends Circle {
  /** Pixels from the corner of the map. */
  left: number
  top: number
}

interface Size {
  width: number
  height: number
}

export const firstView = (points: Points, size: Size): PlacedCircle[] => {
  const frame = frameOf(points)
  if (!frame || size.width <= 2 * margin || size.height <= 2 * margin) return []
  const { zoom, x, y } = fit(frame, size)
  const scale = world * 2 ** zoom
  const level = Math.max(0, Math.min(closest, Math.floor(zoom)))
  return merge(grains(points, grain / scale), radius / (world * 2 ** level)).map(
    ({ sumX, sumY, count, counts }) => {
      const [atX, atY] = [sumX / count, sumY / count]
      return {
        key: `${atX},${atY}`,
        longitude: atX * 360 - 180,
        latitude: latitudeOf(atY),
        count,
        counts,
        opensAt: count > 1 ? level + 1 : null,
        left: (atX - x) * scale + size.width / 2,
        top: (atY - y) * scale + size.height / 2,
      }
    },
  )
}

/** As the map fits a frame into its place: Web Mercator, the world one wide. */
const fit = ([west, south, east, north]: Frame, { width, height }: Size) => {
  const [left, right, top, bottom] = [acrossOf(west), acrossOf(east), downOf(north), downOf(south)]
  const zoom = Math.min(
    Math.log2((width - 2 * margin) / (world * (right - left))),
    Math.log2((height - 2 * margin) / (world * (bottom - top))),
    closest + 0.99,
  )
  return { zoom, x: (left + right) / 2, y: (top + bottom) / 2 }
}

const acrossOf = (longitude: number) => (longitude + 180) / 360
const downOf = (latitude: number) => {
  const sin = Math.sin((latitude * Math.PI) / 180)
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
}
const latitudeOf = (down: number) => (360 / Math.PI) * Math.atan(Math.exp((0.5 - down) * 2 * Math.PI)) - 90

interface Group {
  sumX: number
  sumY: number
  count: number
  counts: number[]
}

const grains = ({ longitudes, latitudes, states }: Points, side: number): Group[] => {
  const found = new Map<number, Group>()
  const columns = Math.ceil(1 / side)
  for (let at = 0; at < states.length; at++) {
    const x = acrossOf((longitudes[at] ?? 0) / degreeParts)
    const y = downOf((latitudes[at] ?? 0) / degreeParts)
    const cell = Math.floor(y / side) * columns + Math.floor(x / side)
    let group = found.get(cell)
    if (!group) {
      group = { sumX: 0, sumY: 0, count: 0, counts: pointStates.map(() => 0) }
      found.set(cell, group)
    }
    group.sumX += x
    group.sumY += y
    group.count += 1
    const state = states[at] ?? 0
    group.counts[state] = (group.counts[state] ?? 0) + 1
  }
  return [...found.values()]
}

/** The fullest first takes in what lies around it. */
const merge = (groups: Group[], reach: number): Group[] => {
  const squares = Map.groupBy(groups, ({ sumX, sumY, count }) => squareOf(sumX / count, sumY / count, reach))
  const taken = new Set<Group>()
  return groups
    .toSorted((a, b) => b.count - a.count)
    .flatMap((group) => {
      if (taken.has(group)) return []
      const [x, y] = [group.sumX / group.count, group.sumY / group.count]
      const near = around(x, y, reach)
        .flatMap((square) => squares.get(square) ?? [])
        .filter(
          (other) =>
            !taken.has(other) &&
            Math.hypot(other.sumX / other.count - x, other.sumY / other.count - y) <= reach,
        )
      for (const each of near) taken.add(each)
      return near.reduce((sum, { sumX, sumY, count, counts }) => ({
        sumX: sum.sumX + sumX,
        sumY: sum.sumY + sumY,
        count: sum.count + count,
        counts: sum.counts.map((each, at) => each + (counts[at] ?? 0)),
      }))
    })
}

const squareOf = (x: number, y: number, side: number) => `${Math.floor(x / side)} ${Math.floor(y / side)}`
const around = (x: number, y: number, side: number): string[] =>
  [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((across) => squareOf(x + across * side, y + down * side, side)))
