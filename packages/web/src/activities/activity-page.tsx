import { type Activity, GetActivity } from '@loa/contract/activities'
import { GetCampaign } from '@loa/contract/campaigns'
import { GetDuty } from '@loa/contract/duties'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { Simulated } from '../campaigns/simulated.tsx'
import { usePart } from '../duties/use-part.ts'
import { dayWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { StateBadge } from '../shell/state.tsx'
import { activityWords } from '../words/activities.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { ActivityDetails } from './activity-details.tsx'
import { ActivityFiles } from './activity-files.tsx'
import { ActivityPhotos } from './activity-photos.tsx'
import { Corrections } from './corrections.tsx'
import { hasProof } from './has-proof.ts'
import { useQuantitiesSaid } from './quantities-said.ts'
import { Review } from './review.tsx'
import { StandingBadge, useStandingWhy } from './standing.tsx'
import { SubmitButton, useSubmit } from './submit.tsx'
import './activities.css'

export const ActivityPage = () => {
  const t = useWords(activityWords)
  const { id = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: keyOf(GetActivity, id),
    queryFn: () => call(GetActivity, { params: { id } }),
    // A photo that was just received is opened within seconds.
    refetchInterval: ({ state }) =>
      state.data?.evidence.some(({ lookedAt }) => lookedAt === null) ? 2000 : false,
  })
  return query.data ? (
    <LoadedActivity activity={query.data} />
  ) : (
    <Page title={t.activity}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

const LoadedActivity = ({ activity }: { activity: Activity }) => {
  const t = useWords(activityWords)
  const figures = useWords(figureWords)
  const said = useQuantitiesSaid()
  const why = useStandingWhy(activity)
  const campaignQuery = useQuery({
    queryKey: keyOf(GetCampaign, activity.campaignId),
    queryFn: () => call(GetCampaign, { params: { id: activity.campaignId } }),
  })
  const duty = useQuery({
    queryKey: keyOf(GetDuty, activity.dutyId),
    queryFn: () => call(GetDuty, { params: { id: activity.dutyId } }),
  }).data
  const part = usePart(duty)
  const isOpen = activity.state !== 'accepted'
  const mayEdit = part.mayRecord && isOpen
  const submit = useSubmit(activity)
  const mayWithdraw = part.mayReview || mayEdit
  const mayReview = part.mayReview && activity.state === 'submitted'
  const isToSubmit = mayEdit && activity.state !== 'submitted' && hasProof(activity)
  const next = isToSubmit
    ? {
        why: activity.state === 'returned' ? t.resubmitWhy : t.submitWhy,
        action: <SubmitButton activity={activity} submit={submit} />,
      }
    : undefined
  return (
    <Page
      title={activity.place}
      crumb={
        <>
          <Link to="/duties/$id" params={{ id: String(activity.dutyId) }}>
            {activity.unit.name}
          </Link>
          <span aria-hidden>›</span>
          <span>{t.activity}</span>
          {activity.simulated && <Simulated />}
        </>
      }
      state={
        campaignQuery.data
          ? `${figures.formsInFull[activity.form]}: ${said.all(activity, campaignQuery.data.indicators)} · ${dayWords(activity.happenedOn)}`
          : ' '
      }
      next={next}
    >
      <div className="activity-panes">
        <div className="activity-main">
          <ActivityPhotos activity={activity} mayAdd={mayEdit} mayWithdraw={mayWithdraw} />
          {campaignQuery.data && (
            <ActivityFiles
              activity={activity}
              campaign={campaignQuery.data}
              mayAdd={mayEdit}
              mayWithdraw={mayWithdraw}
            />
          )}
        </div>
        <div className="activity-side">
          <section className="panel" aria-label={why}>
            <header>
              <StandingBadge activity={activity} />
              {mayReview && activity.standing !== 'proved' && (
                <StateBadge tone="ask">{t.toReview}</StateBadge>
              )}
            </header>
            <div className="activity-box">
              <p>{why}</p>
              {submit.trouble}
              {mayReview && <Review activity={activity} size="md" />}
            </div>
          </section>
          <Loaded query={campaignQuery}>
            {(campaign) => (
              <>
                <Corrections
                  activity={activity}
                  indicators={campaign.indicators}
                  mayCorrect={part.mayReview}
                />
                <ActivityDetails activity={activity} campaign={campaign} mayEdit={mayEdit} />
              </>
            )}
          </Loaded>
        </div>
      </div>
    </Page>
  )
}
