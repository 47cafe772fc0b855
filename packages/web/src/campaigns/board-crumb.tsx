import type { Campaign } from '@loa/contract/campaigns'
import { Link } from '@tanstack/react-router'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { Simulated } from './simulated.tsx'

export const BoardCrumb = ({ campaign }: { campaign: Campaign }) => {
  const t = useWords(campaignWords)
  const isIssued = campaign.dispatchState === 'issued'
  return (
    <>
      <Link to="/campaigns">{t.title}</Link>
      {campaign.sourceDispatchId && (
        <>
          <span aria-hidden>›</span>
          <Link to="/dispatches/$id" params={{ id: String(campaign.sourceDispatchId) }}>
            {t.source}
          </Link>
        </>
      )}
      {campaign.dispatchId && (
        <>
          <span aria-hidden>›</span>
          <Link to="/dispatches/$id" params={{ id: String(campaign.dispatchId) }}>
            {t.own}: {isIssued ? campaign.dispatchCode : t.ownDraft}
          </Link>
        </>
      )}
      {campaign.simulated && <Simulated />}
    </>
  )
}
