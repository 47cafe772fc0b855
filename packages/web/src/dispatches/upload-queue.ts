/** Files on their way to the server, one after the other; a file that failed stays, so that it can be sent again. */
import { type Dispatch, UploadDispatch } from '@loa/contract/dispatches'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { call, keyOf } from '../api.ts'

export interface Upload {
  key: number
  file: File
  step: 'waiting' | 'sending' | 'reading' | 'done' | 'failed'
  share: number
  dispatch: Dispatch | null
  known: boolean
  error: unknown
}

export const useUploads = (onAllRead: (last: Upload[]) => void) => {
  const cache = useQueryClient()
  const [uploads, setUploads] = useState<Upload[]>([])
  const queue = useRef<Upload[]>([])
  const isBusy = useRef(false)
  const lastKey = useRef(0)

  const change = useCallback((key: number, part: Partial<Upload>) => {
    setUploads((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)))
  }, [])

  const run = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    const finished: Upload[] = []
    for (let upload = queue.current.shift(); upload; upload = queue.current.shift()) {
      const { key, file } = upload
      change(key, { step: 'sending', share: 0, error: null })
      try {
        const { dispatch, known } = await call(UploadDispatch, {
          query: { name: file.name },
          file,
          onProgress: (share) => change(key, share < 1 ? { share } : { share, step: 'reading' }),
        })
        change(key, { step: 'done', dispatch, known })
        finished.push({ ...upload, step: 'done', dispatch, known })
      } catch (error) {
        change(key, { step: 'failed', error })
        finished.push({ ...upload, step: 'failed', error })
      }
    }
    isBusy.current = false
    await cache.invalidateQueries({ queryKey: keyOf(UploadDispatch).slice(0, 1) })
    onAllRead(finished)
  }, [cache, change, onAllRead])

  const add = useCallback(
    (files: Iterable<File>) => {
      const added = [...files].map((file): Upload => {
        lastKey.current += 1
        return {
          key: lastKey.current,
          file,
          step: 'waiting',
          share: 0,
          dispatch: null,
          known: false,
          error: null,
        }
      })
      setUploads((before) => [...before, ...added])
      queue.current.push(...added)
      run()
    },
    [run],
  )
  const again = (upload: Upload) => {
    change(upload.key, { step: 'waiting', error: null })
    queue.current.push(upload)
    run()
  }
  const dismiss = (key: number) => setUploads((before) => before.filter((each) => each.key !== key))
  return { uploads, add, again, dismiss }
}
