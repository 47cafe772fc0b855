/** The pages of one campaign, the same row on each of them: who stands on one sees the others. */
import { GetCampaign } from '@loa/contract/campaigns'
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { useWorksFor } from '../shell/session.ts'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'

type Place = [words: string, place: Pick<LinkProps, 'to' | 'params' | 'search'>]

export const CampaignPlaces = ({ id }: { id: number }) => {
  const t = useWords(campaignWords)
  const worksFor = useWorksFor()
  const { data: campaign } = useQuery({
    queryKey: keyOf(GetCampaign, id),
    queryFn: () => call(GetCampaign, { params: { id } }),
  })
  if (!campaign) return <div className="places" />
  const isOwner = worksFor(campaign.owner.id)
  const params = { id: String(id) }
  const search = { campaign: String(id) }
  const ofOwner: Place[] = [
    [t.targets, { to: '/campaigns/$id/targets', params }],
    [t.checks, { to: '/campaigns/$id/checks', params }],
    // Rounds begin with the campaign: nothing is reported of a dispatch that is still being drafted.
    ...(campaign.state === 'drafting'
      ? []
      : [[t.rounds, { to: '/campaigns/$id/rounds', params }] satisfies Place]),
  ]
  const places: Place[] = [
    [t.board, { to: '/campaigns/$id', params }],
    [t.overview, { to: '/campaigns/$id/overview', params }],
    [t.map, { to: '/map', search }],
    ...(isOwner ? ofOwner : []),
    [t.periods, { to: '/figures', search: { ...search, period: 'campaign' } }],
    [t.reports, { to: '/reports', search }],
  ]
  return (
    <nav className="places" aria-label={t.places} ref={showCurrent}>
      {places.map(([words, place]) => (
        <Link key={words} {...place} activeOptions={{ exact: true, includeSearch: false }}>
          {words}
        </Link>
      ))}
    </nav>
  )
}

/** On a phone the row scrolls: the page one is on must be in sight. */
const showCurrent = (nav: HTMLElement | null) => {
  const current = nav?.querySelector<HTMLElement>('[aria-current]')
  if (nav && current) nav.scrollLeft = current.offsetLeft + current.offsetWidth - nav.clientWidth / 2
}
