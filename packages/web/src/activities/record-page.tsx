import { type Campaign, GetCampaign } from '@loa/contract/campaigns'
import { type Duty, GetDuty } from '@loa/contract/duties'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { usePart } from '../duties/use-part.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'
import { RecordForm } from './record-form.tsx'
import './activities.css'

export const RecordPage = () => {
  const t = useWords(activityWords)
  const id = Number(useParams({ strict: false }).id)
  const dutyQuery = useQuery({
    queryKey: keyOf(GetDuty, id),
    queryFn: () => call(GetDuty, { params: { id } }),
  })
  const duty = dutyQuery.data
  const campaignId = duty?.campaignId ?? 0
  const campaignQuery = useQuery({
    queryKey: keyOf(GetCampaign, campaignId),
    queryFn: () => call(GetCampaign, { params: { id: campaignId } }),
    enabled: duty !== undefined,
  })
  return (
    <Page
      title={t.record}
      crumb={
        <Link to="/duties/$id" params={{ id: String(id) }}>
          {t.toDuty}
        </Link>
      }
      state={duty ? t.forCampaign(duty.campaignTitle) : ' '}
    >
      <Loaded query={dutyQuery}>
        {(duty) => (
          <Loaded query={campaignQuery}>{(campaign) => <Record duty={duty} campaign={campaign} />}</Loaded>
        )}
      </Loaded>
    </Page>
  )
}

const Record = ({ duty, campaign }: { duty: Duty; campaign: Campaign }) => {
  const t = useWords(activityWords)
  const [search] = useFilter()
  const part = usePart(duty)
  if (!part.mayRecord)
    return (
      <Empty
        title={part.isMine ? t.notAccepted : t.notMine}
        help={part.isMine ? t.notAcceptedHelp : t.notMineHelp}
        action={
          <Link to="/duties/$id" params={{ id: String(duty.id) }}>
            {t.toDuty}
          </Link>
        }
      />
    )
  return (
    <>
      <p className="small record-ways">
        <a href="/field/">{t.field}</a> ·{' '}
        <Link to="/duties/$id/sheet" params={{ id: String(duty.id) }}>
          {t.sheet}
        </Link>
      </p>
      <RecordForm duty={duty} campaign={campaign} indicator={search.indicator ?? ''} />
    </>
  )
}
