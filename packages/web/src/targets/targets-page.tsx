/** The plan of a campaign: rules on the left, what they yield on the right, then what units say to it. */
import { type Campaign, GetCampaign } from '@loa/contract/campaigns'
import { GetTargets, type TargetPlan } from '@loa/contract/targets'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ApiProblem, call, keyOf } from '../api.ts'
import { CampaignPlaces } from '../campaigns/campaign-places.tsx'
import { Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'
import { PreviewTable } from './preview-table.tsx'
import { Requests } from './requests.tsx'
import { RuleList } from './rule-list.tsx'
import { usePlan, usePreview } from './use-plan.ts'
import { Versions } from './versions.tsx'
import './targets.css'

export const TargetsPage = () => {
  const t = useWords(targetWords)
  const id = Number(useParams({ strict: false }).id)
  const campaign = useQuery({
    queryKey: keyOf(GetCampaign, id),
    queryFn: () => call(GetCampaign, { params: { id } }),
  })
  const plan = useQuery({
    queryKey: keyOf(GetTargets, id),
    queryFn: () => call(GetTargets, { params: { id } }),
  })
  if (campaign.data && plan.data) return <LoadedPlan campaign={campaign.data} plan={plan.data} />
  return (
    <Page title={t.title}>
      <Loaded query={{ ...plan, error: plan.error ?? campaign.error, data: undefined }}>{() => null}</Loaded>
    </Page>
  )
}

const LoadedPlan = ({ campaign, plan }: { campaign: Campaign; plan: TargetPlan }) => {
  const t = useWords(targetWords)
  const cache = useQueryClient()
  const may = useMay()('target.plan')
  const [search] = useFilter()
  const work = usePlan(plan)
  const preview = usePreview(campaign.id, work.draft, search.show === 'changed' ? 'changed' : 'all')
  const first = preview.data?.pages[0]
  const changed = first?.changed
  const open = plan.requests.filter(({ state }) => state === 'open').length
  const error = work.publish.error ?? work.save.error
  const isOld = error instanceof ApiProblem && error.code === 'thing.changed'
  return (
    <Page
      title={t.title}
      crumb={
        <Link to="/campaigns/$id" params={{ id: String(campaign.id) }} lang="vi">
          {campaign.title}
        </Link>
      }
      places={<CampaignPlaces id={campaign.id} />}
      state={plan.published === 0 ? t.notPublished : t.publishedLine(plan.published, plan.waiting, open)}
      next={
        may && changed && changed.cells > 0
          ? {
              why: t.publishWhy(changed.units, changed.cells),
              help: t.publishHelp,
              action: (
                <Button size="md" loading={work.publish.isPending} onClick={() => work.publish.mutate('')}>
                  {t.publish}
                </Button>
              ),
            }
          : undefined
      }
    >
      <div role="status">
        {work.publish.isSuccess && !work.isChanged && (
          <p className="note ok">{t.published(plan.published)}</p>
        )}
        {work.save.isSuccess && !work.isChanged && !work.publish.isSuccess && (
          <p className="note ok">{t.saved}</p>
        )}
      </div>
      {error && (
        <Trouble
          error={error}
          {...(isOld
            ? { onRetry: () => cache.invalidateQueries({ queryKey: keyOf(GetTargets, campaign.id) }) }
            : {})}
        />
      )}
      <div className="targets-panes">
        <div className="targets-side">
          <RuleList campaign={campaign} work={work} yields={first?.rules ?? []} mayEdit={may} />
          <Requests plan={plan} campaign={campaign} mayDecide={may} />
          <Versions plan={plan} />
        </div>
        <PreviewTable campaign={campaign} work={work} preview={preview} mayEdit={may} />
      </div>
    </Page>
  )
}
