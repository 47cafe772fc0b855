/** A change of a site: its answer is the site as it is now. */
import { GetSite, type Site } from '@loa/contract/sites'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keyOf } from '../api.ts'

export const useSiteChange = (id: string, change: () => Promise<Site>, onDone?: () => void) => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async (site) => {
      cache.setQueryData(keyOf(GetSite, id), site)
      await cache.invalidateQueries({ queryKey: ['sites'], refetchType: 'none' })
      onDone?.()
    },
  })
}
