import type { Campaign } from '@loa/contract/campaigns'
import { Link } from '@tanstack/react-router'
import { useWorksFor } from '../shell/session.ts'
import { campaignWords } from '../words/campaigns.ts'
import { figureCheckWords } from '../words/figure-checks.ts'
import { useWords } from '../words/language.tsx'
import { periodFigureWords } from '../words/period-figures.ts'
import { roundWords } from '../words/rounds.ts'
import { Simulated } from './simulated.tsx'

export const BoardCrumb = ({ campaign }: { campaign: Campaign }) => {
  const t = useWords(campaignWords)
  const rounds = useWords(roundWords)
  const checks = useWords(figureCheckWords)
  const periods = useWords(periodFigureWords)
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
            {checks.link}
          </Link>
        </>
      )}
      {campaign.state === 'running' && worksFor(campaign.owner.id) && (
        <>
          <span aria-hidden>›</span>
          <Link to="/campaigns/$id/rounds" params={{ id: String(campaign.id) }}>
            {rounds.reports}
          </Link>
        </>
      )}
      <span aria-hidden>›</span>
      <Link to="/figures" search={{ campaign: String(campaign.id), period: 'campaign' }}>
        {periods.link}
      </Link>
      {campaign.simulated && <Simulated />}
    </>
  )
}
