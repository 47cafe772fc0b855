/** A change of the account, after which it is asked for anew. */
import { GetAccount } from '@loa/contract/account'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keyOf } from '../api.ts'

export const useAccountChange = <Given, Answer>(
  change: (given: Given) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      onDone?.(answer)
      await cache.invalidateQueries({ queryKey: keyOf(GetAccount) })
    },
  })
}
