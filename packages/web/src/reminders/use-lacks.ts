/** The units of a campaign that lack something, a page at a time. */
import { ListLacks } from '@loa/contract/reminders'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'

export const useLacks = (
  campaignId: number,
  { round, enabled = true }: { round?: string; enabled?: boolean } = {},
) =>
  useInfiniteQuery({
    queryKey: keyOf(ListLacks, campaignId, round ?? ''),
    queryFn: ({ pageParam }) =>
      call(ListLacks, {
        params: { id: campaignId },
        query: {
          limit: 200,
          ...(round ? { round: Number(round) } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled,
  })
