/**
 * Photos on their way: each has a UUID of its own from the moment it is chosen, so a repeat is known to the server and
 * nothing is there twice. What failed stays in the list until it is received or taken out.
 */
import { type Activity, AddEvidence } from '@loa/contract/activities'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../api.ts'

export interface Photo {
  id: string
  file: File
  url: string
  state: 'waiting' | 'sending' | 'received' | 'failed'
  /** 0 to 1 while it is sent. */
  share: number
  error: unknown
}

export const photoLimit = 50_000_000

export const usePhotos = () => {
  const [photos, setPhotos] = useState<Photo[]>([])
  // The list as it is now, for a sending that began some renders ago.
  const latest = useRef(photos)
  const set = useCallback((change: (before: Photo[]) => Photo[]) => {
    latest.current = change(latest.current)
    setPhotos(latest.current)
  }, [])
  const patch = useCallback(
    (id: string, change: Partial<Photo>) =>
      set((all) => all.map((photo) => (photo.id === id ? { ...photo, ...change } : photo))),
    [set],
  )
  useEffect(
    () => () => {
      for (const photo of latest.current) URL.revokeObjectURL(photo.url)
    },
    [],
  )

  const add = (files: File[]) =>
    set((all) => [
      ...all,
      ...files.map(
        (file): Photo => ({
          id: crypto.randomUUID(),
          file,
          url: URL.createObjectURL(file),
          state: 'waiting',
          share: 0,
          error: null,
        }),
      ),
    ])
  const remove = (id: string) => {
    const gone = latest.current.find((photo) => photo.id === id)
    if (gone) URL.revokeObjectURL(gone.url)
    set((all) => all.filter((photo) => photo.id !== id))
  }

  /** Sends one; gives the activity as it then is, or null when it failed. */
  const sendOne = useCallback(
    async (activityId: string, photo: Photo): Promise<Activity | null> => {
      patch(photo.id, { state: 'sending', share: 0, error: null })
      try {
        const activity = await call(AddEvidence, {
          params: { id: activityId, evidenceId: photo.id },
          query: { name: photo.file.name.slice(0, 255) },
          file: photo.file,
          onProgress: (share) => patch(photo.id, { share }),
        })
        patch(photo.id, { state: 'received', share: 1 })
        return activity
      } catch (error) {
        patch(photo.id, { state: 'failed', error })
        return null
      }
    },
    [patch],
  )

  /** Sends what is not received yet, one after the other; gives the activity after the last one received. */
  const sendAll = useCallback(
    async (activityId: string) => {
      let activity: Activity | null = null
      let failed = 0
      for (const photo of latest.current.filter(({ state }) => state !== 'received' && state !== 'sending')) {
        const answered = await sendOne(activityId, photo)
        if (answered) activity = answered
        else failed += 1
      }
      return { activity, failed }
    },
    [sendOne],
  )
  /** Received photos stand in the activity itself now. */
  const dropReceived = () => {
    for (const photo of latest.current.filter(({ state }) => state === 'received')) remove(photo.id)
  }
  const clear = () => {
    for (const photo of latest.current) URL.revokeObjectURL(photo.url)
    set(() => [])
  }

  return { photos, add, remove, sendOne, sendAll, dropReceived, clear }
}
export type Photos = ReturnType<typeof usePhotos>
