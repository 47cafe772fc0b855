/** When all is decided: the campaign and its draft dispatch are made. Nothing is sent by this. */
import type { Dispatch } from '@loa/contract/dispatches'
import { StartCampaign } from '@loa/contract/plans'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { call } from '../api.ts'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'

export const startForm = 'start-campaign'

export const useStart = (dispatch: Dispatch) => {
  const cache = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: { title?: string; from?: string; to?: string }) =>
      call(StartCampaign, { params: { id: dispatch.id }, body }),
    onSuccess: async ({ draftId }) => {
      await cache.invalidateQueries()
      navigate({ to: '/dispatches/$id', params: { id: String(draftId) } })
    },
  })
}

/** Links to what came of it. */
export const Started = ({ campaignId }: { campaignId: number }) => {
  const t = useWords(planWords)
  const draftId = useDraftOf(campaignId)
  return (
    <div className="note ok plan-started">
      <span>{t.started}</span>
      <Link to="/campaigns/$id" params={{ id: String(campaignId) }}>
        {t.openCampaign}
      </Link>
      {draftId && (
        <Link to="/dispatches/$id" params={{ id: String(draftId) }}>
          {t.openDraft}
        </Link>
      )}
    </div>
  )
}

/** The contract of campaigns is fetched only where one was started. */
export const useDraftOf = (campaignId: number | null) =>
  useQuery({
    queryKey: ['campaigns', 'draft of', campaignId],
    queryFn: async () => {
      const { GetCampaign } = await import('@loa/contract/campaigns')
      return call(GetCampaign, { params: { id: campaignId ?? 0 } })
    },
    enabled: campaignId !== null,
  }).data?.dispatchId
