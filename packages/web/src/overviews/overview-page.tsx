/** A campaign on one page, for whoever answers for it: every number opens what it is made of. */
import { GetCampaign } from '@loa/contract/campaigns'
import { GetOverview, type Overview } from '@loa/contract/overviews'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { BoardCrumb } from '../campaigns/board-crumb.tsx'
import { CampaignPlaces } from '../campaigns/campaign-places.tsx'
import { useNumbers } from '../figures/indicator-words.ts'
import { dayWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useWorksFor } from '../shell/session.ts'
import { useWords } from '../words/language.tsx'
import { overviewWords } from '../words/overviews.ts'
import { Course } from './course.tsx'
import { FormResults } from './form-results.tsx'
import { Keep } from './keep.tsx'
import { Milestones } from './milestones.tsx'
import { MissingNow, NewestReports } from './missing-now.tsx'
import { Standing } from './standing.tsx'
import './overviews.css'

export const OverviewPage = () => {
  const t = useWords(overviewWords)
  const id = Number(useParams({ strict: false }).id)
  const worksFor = useWorksFor()
  const campaignQuery = useQuery({
    queryKey: keyOf(GetCampaign, id),
    queryFn: () => call(GetCampaign, { params: { id } }),
  })
  const query = useQuery({
    queryKey: keyOf(GetOverview, id),
    queryFn: () => call(GetOverview, { params: { id } }),
  })
  const campaign = campaignQuery.data
  const overview = query.data
  if (!campaign || !overview)
    return (
      <Page
        title={t.title}
        crumb={
          <Link to="/campaigns/$id" params={{ id: String(id) }}>
            {t.board}
          </Link>
        }
      >
        <Loaded query={campaign ? query : campaignQuery}>{() => null}</Loaded>
      </Page>
    )
  return (
    <Page
      title={campaign.title}
      crumb={<BoardCrumb campaign={campaign} />}
      state={<State overview={overview} />}
      places={<CampaignPlaces id={id} />}
      next={{
        why: t.openBoardWhy,
        action: (
          <Button size="md" component={Link} to={`/campaigns/${id}`}>
            {t.openBoard}
          </Button>
        ),
      }}
    >
      <div className="overview">
        <Standing campaignId={id} overview={overview} />
        <div className="overview-main">
          <FormResults campaignId={id} forms={overview.forms} />
          <Course campaignId={id} overview={overview} />
        </div>
        <div className="overview-side">
          <Milestones overview={overview} />
          <MissingNow campaignId={id} missing={overview.missing} />
          <NewestReports campaignId={id} reports={overview.reports} />
          {worksFor(campaign.owner.id) && <Keep campaign={campaign} />}
        </div>
      </div>
    </Page>
  )
}

const State = ({ overview: { today, deadline } }: { overview: Overview }) => {
  const t = useWords(overviewWords)
  const { number } = useNumbers()
  const left = deadline === null ? null : Math.round((Date.parse(deadline) - Date.parse(today)) / 86_400_000)
  return (
    <>
      {t.state(dayWords(today))}
      {left !== null &&
        ` · ${left > 0 ? t.daysLeft(number(left)) : left === 0 ? t.isDue : t.overdue(number(-left))}`}
    </>
  )
}
