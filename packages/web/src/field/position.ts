/** Where the phone says it is. A claim: it is sent beside the photo, and nobody waits long for it. */
import type { Photo } from '@loa/field/item'

const patience = 4_000

export const positionNow = (): Promise<Photo['position']> =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null)
    const late = window.setTimeout(() => resolve(null), patience)
    const answer = (position: Photo['position']) => {
      window.clearTimeout(late)
      resolve(position)
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => answer({ latitude, longitude, accuracy }),
      () => answer(null),
      { enableHighAccuracy: true, timeout: patience, maximumAge: 30_000 },
    )
  })
