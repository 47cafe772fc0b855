/** What may hang where and when, and how a walk goes from site to site. Pure. */
import { Problem } from '@loa/contract/problem'

export interface Hanging {
  id: string
  faceId: string
  content: string
  upOn: string
  dueOn: string | null
  downOn: string | null
}

/**
 * On a face one thing hangs at a time: from the day it goes up to the day it was taken down. A thing that is only due stays
 * until somebody says it is down; the day one comes down, the next may go up.
 * @throws Problem `posting.face-taken`
 */
export const checkFree = (posting: Hanging, others: readonly Hanging[]): void => {
  const taken = others.find(
    (other) => other.id !== posting.id && other.faceId === posting.faceId && overlaps(other, posting),
  )
  if (taken)
    throw new Problem('posting.face-taken', { content: taken.content, from: taken.upOn, due: taken.dueOn })
}

const overlaps = (a: Hanging, b: Hanging): boolean =>
  (a.downOn === null || a.downOn > b.upOn) && (b.downOn === null || b.downOn > a.upOn)

/** A face on which something hung is history: it may get another name, never vanish. @throws Problem `site.face-in-use` */
export const checkFaces = (
  before: readonly { id: string; label: string }[],
  kept: readonly { id: string }[],
  used: readonly { faceId: string }[],
): void => {
  const gone = before.find(
    (face) => !kept.some(({ id }) => id === face.id) && used.some(({ faceId }) => faceId === face.id),
  )
  if (gone) throw new Problem('site.face-in-use', { face: gone.label })
}

export interface Spot {
  latitude: number | null
  longitude: number | null
}

/** Metres over ground between two places, on a ball: a walk needs no better. */
export const metresBetween = (a: Spot, b: Spot): number | null => {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null
  const [here, there] = [radians(a.latitude), radians(b.latitude)]
  const half =
    Math.sin((there - here) / 2) ** 2 +
    Math.cos(here) * Math.cos(there) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return Math.round(2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(half))))
}
const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * Always to the nearest that is left, from where one stands or from the first of the list; what has no place on the map
 * comes last, as given. Each of up to some hundred sites is there once.
 */
export const walkOrder = <T extends Spot>(
  sites: readonly T[],
  from: Spot | null,
): { site: T; metres: number | null }[] => {
  const left = sites.filter(({ latitude }) => latitude !== null)
  const order: { site: T; metres: number | null }[] = []
  let here: Spot | null = from
  while (left.length > 0) {
    const place = here
    const metres = left.map((site) => (place === null ? 0 : (metresBetween(place, site) ?? 0)))
    const nearest = metres.indexOf(Math.min(...metres))
    const [site] = left.splice(nearest, 1)
    if (site === undefined) break
    order.push({ site, metres: place === null ? null : (metres[nearest] ?? null) })
    here = site
  }
  return [
    ...order,
    ...sites.filter(({ latitude }) => latitude === null).map((site) => ({ site, metres: null })),
  ]
}
