import { AnswerDuty, type Duty, GetDuty } from '@loa/contract/duties'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'

export interface Answering {
  answer: 'accept' | 'decline' | 'done'
  reason?: string
}

/** Accept, decline or finish; the answer shows at once, and everything counted from it is asked for again. */
export const useAnswer = (duty: Duty) => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ answer, reason }: Answering) =>
      call(AnswerDuty, {
        params: { id: duty.id },
        body: { version: duty.version, answer, ...(reason ? { reason } : {}) },
      }),
    onSuccess: (answered) => {
      cache.setQueryData(keyOf(GetDuty, duty.id), answered)
      cache.invalidateQueries()
    },
  })
}
export type Answer = ReturnType<typeof useAnswer>
