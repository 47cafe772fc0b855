/**
 * Record → photos → hand in, under ids made here: pressed twice, or broken off in the middle and pressed again, every
 * part is there once, and what was received is not sent again.
 */
import { type Activity, GetActivity, RecordActivity, SubmitActivity } from '@loa/contract/activities'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiProblem, call } from '../api.ts'
import type { recordOf } from './fields.ts'
import type { Files } from './use-files.ts'
import type { Photo, Photos } from './use-photos.ts'

type Phase = 'typing' | 'saving' | 'photos' | 'submitting' | 'recorded' | 'submitted'

export const useSending = (activityId: string, photos: Photos, files: Files, onRecorded: () => void) => {
  const cache = useQueryClient()
  const [phase, setPhase] = useState<Phase>('typing')
  const [failed, setFailed] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const [activity, setActivity] = useState<Activity | null>(null)
  const isRunning = useRef(false)
  const known = useRef<Activity | null>(null)
  const keep = (answered: Activity) => {
    known.current = answered
    setActivity(answered)
  }

  const send = async (body: ReturnType<typeof recordOf>, isHandedIn: boolean) => {
    if (isRunning.current) return
    isRunning.current = true
    setError(null)
    setFailed(0)
    try {
      setPhase('saving')
      keep(await save(activityId, body, known.current?.version))
      onRecorded()
      setPhase('photos')
      const sent = await photos.sendAll(activityId)
      if (sent.activity) keep(sent.activity)
      const more = await files.sendAll(activityId)
      if (more.activity) keep(more.activity)
      if (sent.failed + more.failed > 0) {
        setFailed(sent.failed + more.failed)
        setPhase('typing')
        return
      }
      if (isHandedIn && known.current) {
        setPhase('submitting')
        const { version } = known.current
        keep(await call(SubmitActivity, { params: { id: activityId }, body: { version } }))
      }
      setPhase(isHandedIn ? 'submitted' : 'recorded')
      cache.invalidateQueries()
    } catch (thrown) {
      setError(thrown)
      setPhase('typing')
    } finally {
      isRunning.current = false
    }
  }

  const retry = async (photo: Photo) => {
    const answered = await photos.sendOne(activityId, photo)
    if (!answered) return
    keep(answered)
    setFailed((count) => Math.max(0, count - 1))
  }
  const restart = () => {
    known.current = null
    setActivity(null)
    setPhase('typing')
    setError(null)
    setFailed(0)
  }
  return { phase, failed, error, activity, send, retry, restart }
}

/** The answer to an earlier try may have been lost: then the version is asked for once, and the words are sent again. */
const save = async (
  id: string,
  body: ReturnType<typeof recordOf>,
  version: number | undefined,
): Promise<Activity> => {
  try {
    return await call(RecordActivity, {
      params: { id },
      body: { ...body, ...(version === undefined ? {} : { version }) },
    })
  } catch (error) {
    if (version !== undefined || !(error instanceof ApiProblem) || error.code !== 'thing.changed') throw error
    const there = await call(GetActivity, { params: { id } })
    return call(RecordActivity, { params: { id }, body: { ...body, version: there.version } })
  }
}
