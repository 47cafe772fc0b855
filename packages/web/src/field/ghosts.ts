/** How faces looked last time: small pictures in the phone's own memory, as there is often no network where things hang. */
import { GetFacePhoto } from '@loa/contract/field'
import type { Item } from '@loa/field/item'
import { useEffect, useState } from 'preact/hooks'
import { isFull } from './full-phone.ts'
import { now, store } from './phone.ts'
import { isMobile } from './sender.ts'
import { type Face, facesOf, ownPhotoOf } from './sites.ts'

/** Some 20 kB each. */
const most = 100

/** Over Wi-Fi, one after the other, the newest first; what no face shows any more goes. Nothing waits for it. */
export const keepGhosts = async (): Promise<void> => {
  const { isOnline, snapshot } = now()
  if (!isOnline || !snapshot) return
  const kept = await store()
  const there = new Set(await kept.ghosts())
  const faces = facesOf(snapshot)
    .filter(({ lastPhoto }) => lastPhoto)
    .sort((a, b) => ((a.lastPhoto?.at ?? '') < (b.lastPhoto?.at ?? '') ? 1 : -1))
  const wanted = new Set(faces.map(({ lastPhoto }) => lastPhoto?.id))
  for (const id of there) if (!wanted.has(id)) await kept.dropGhost(id)
  if (isMobile()) return
  for (const { id, lastPhoto } of faces.slice(0, most))
    if (lastPhoto && !there.has(lastPhoto.id) && (await fetchGhost(id, lastPhoto.id)) === null) return
}

const fetchGhost = async (faceId: string, photoId: string): Promise<Blob | null> => {
  try {
    const answer = await fetch(GetFacePhoto.path.replace('{id}', faceId))
    if (!answer.ok || answer.headers.get('content-type') !== 'image/jpeg') return null
    const picture = await answer.blob()
    await (await store()).keepGhost(photoId, picture)
    return picture
  } catch (error) {
    // No network, or no room: the next photo is taken without it, as any first one is.
    if (error instanceof TypeError || isFull(error)) return null
    throw error
  }
}

/** The picture of last time, or null: taken on this phone, kept on it, or fetched now. */
export const useGhost = (
  face: Face | undefined,
  itemId: string | null,
  items: readonly Item[],
): Blob | null => {
  const faceId = face?.id
  const own = face ? ownPhotoOf(face, items, itemId) : null
  const photoId = own ?? face?.lastPhoto?.id ?? null
  const isOwn = own !== null
  const [found, setFound] = useState<{ photoId: string; picture: Blob } | null>(null)
  useEffect(() => {
    let isGone = false
    if (faceId !== undefined && photoId !== null)
      pictureOf(faceId, photoId, isOwn).then((picture) => {
        if (!isGone && picture) setFound({ photoId, picture })
      })
    return () => {
      isGone = true
    }
  }, [faceId, photoId, isOwn])
  return found && found.photoId === photoId ? found.picture : null
}

const pictureOf = async (faceId: string, photoId: string, isOwn: boolean): Promise<Blob | null> => {
  const kept = await store()
  if (isOwn) return (await kept.photo(photoId)) ?? (await kept.thumb(photoId)) ?? null
  return (await kept.ghost(photoId)) ?? fetchGhost(faceId, photoId)
}
