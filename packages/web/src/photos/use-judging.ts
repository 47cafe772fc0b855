/** What is said about photos goes to the server at once; the last of it can be taken back, one after the other. */
import { JudgePhoto, type Photo, UndoJudgement } from '@loa/contract/photos'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'

export type Verdict = 'fine' | 'refused' | 'asked'

export const useJudging = (sample: number | undefined, onJudged: (photo: Photo) => void) => {
  const [done, setDone] = useState<string[]>([])
  const judge = useMutation({
    mutationFn: ({ photo, verdict, comment }: { photo: Photo; verdict: Verdict; comment: string }) =>
      call(JudgePhoto, {
        params: { id: photo.id },
        body: { version: photo.version, verdict, comment, ...(sample ? { sample } : {}) },
      }),
    onSuccess: (photo) => {
      setDone((before) => [...before, photo.id])
      onJudged(photo)
    },
  })
  const undo = useMutation({
    mutationFn: (id: string) => call(UndoJudgement, { params: { id } }),
    onSuccess: (photo) => {
      setDone((before) => before.filter((id) => id !== photo.id))
      onJudged(photo)
    },
  })
  const last = done.at(-1)
  return { judge, undo, undoLast: () => last && !undo.isPending && undo.mutate(last), canUndo: Boolean(last) }
}
