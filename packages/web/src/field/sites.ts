/** The faces of the unit's sites, as the phone knows them, the nearest first. Pure. */
import type { FieldSite, FieldSnapshot } from '@loa/contract/field'
import type { Item } from '@loa/field/item'

export interface Face {
  id: string
  name: string
  label: string
  place: string
  lastPhoto: FieldSite['faces'][number]['lastPhoto']
  /** From where one stands; null where either place is not known. */
  metres: number | null
}

interface Spot {
  latitude: number
  longitude: number
}

/** A snapshot kept by an older app knows no sites. */
export const facesOf = (
  snapshot: { sites?: FieldSnapshot['sites'] } | null,
  here: Spot | null = null,
): Face[] =>
  (snapshot?.sites ?? [])
    .flatMap(({ name, place, latitude, longitude, faces }) => {
      const there = latitude === null || longitude === null ? null : { latitude, longitude }
      const metres = here && there ? metresBetween(here, there) : null
      return faces.map(({ id, label, lastPhoto }) => ({ id, name, label, place, lastPhoto, metres }))
    })
    .sort((a, b) => (a.metres ?? Number.MAX_SAFE_INTEGER) - (b.metres ?? Number.MAX_SAFE_INTEGER))

/** Flat: within a province that is as good as a ball. */
const metresBetween = (a: Spot, b: Spot): number => {
  const degree = 111_195
  const across = (b.longitude - a.longitude) * Math.cos((a.latitude * Math.PI) / 180)
  return Math.round(degree * Math.hypot(b.latitude - a.latitude, across))
}

/** The newest photo of a face in the person's own items, unless the server has a newer one. The item in hand does not count. */
export const ownPhotoOf = (
  { id, lastPhoto }: Pick<Face, 'id' | 'lastPhoto'>,
  items: readonly Item[],
  itemId: string | null,
): string | null => {
  const newest = items
    .filter((item) => item.draft.faceId === id && item.id !== itemId)
    .flatMap(({ photos }) => photos)
    .sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))[0]
  return newest && newest.takenAt > (lastPhoto?.at ?? '') ? newest.id : null
}
