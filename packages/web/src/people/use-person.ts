/** A change of one person: the answer is the person as they are now. */
import { GetPerson, type PersonDetails } from '@loa/contract/roster'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keyOf } from '../api.ts'

export const usePersonChange = <Given>(
  id: string,
  change: (given: Given) => Promise<PersonDetails>,
  onDone?: () => void,
) => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (person) => {
      cache.setQueryData(keyOf(GetPerson, id), person)
      cache.invalidateQueries({ queryKey: ['people'], refetchType: 'none' })
      onDone?.()
    },
  })
}
