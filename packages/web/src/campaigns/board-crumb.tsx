import type { Campaign } from '@loa/contract/campaigns'
import { Link } from '@tanstack/react-router'
import { useWorksFor } from '../shell/session.ts'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { Simulated } from './simulated.tsx'

export const BoardCrumb = ({ campaign }: { campaign: Campaign }) => {
  const t = useWords(campaignWords)
  const worksFor = useWorksFor()
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
      {worksFor(campaign.owner.id) && (
        <>
          <span aria-hidden>›</span>
          <Link to="/campaigns/$id/targets" params={{ id: String(campaign.id) }}>
            {t.targets}
          </Link>
          <span aria-hidden>›</span>
          <Link to="/campaigns/$id/checks" params={{ id: String(campaign.id) }}>
            {t.checks}
          </Link>
        </>
      )}
      {campaign.state === 'running' && worksFor(campaign.owner.id) && (
        <>
          <span aria-hidden>›</span>
          <Link to="/campaigns/$id/rounds" params={{ id: String(campaign.id) }}>
            {t.rounds}
          </Link>
        </>
      )}
      <span aria-hidden>›</span>
      <Link to="/figures" search={{ campaign: String(campaign.id), period: 'campaign' }}>
        {t.periods}
      </Link>
      {campaign.simulated && <Simulated />}
    </>
  )
}
