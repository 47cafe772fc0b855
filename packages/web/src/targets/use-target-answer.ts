import { AnswerTargets, type DutyTargets, GetDutyTargets } from '@loa/contract/targets'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'

/** The unit's answer to the last version that changed something for it. */
export const useTargetAnswer = (targets: DutyTargets) => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: {
      answer: 'accept' | 'propose' | 'decline'
      reason?: string
      changes?: { indicator: string; after: number | null; reason: string }[]
    }) => call(AnswerTargets, { params: { id: targets.dutyId }, body: { ...body, number: targets.number } }),
    onSuccess: async (saved) => {
      cache.setQueryData(keyOf(GetDutyTargets, targets.dutyId), saved)
      await cache.invalidateQueries()
    },
  })
}
export type TargetAnswer = ReturnType<typeof useTargetAnswer>
