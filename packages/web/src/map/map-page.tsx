/** Units as tiles or places on a map, and beside it a list that says the same; every choice is in the address. */
import { ListCampaigns } from '@loa/contract/campaigns'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { call, keyOf } from '../api.ts'
import { CampaignPlaces } from '../campaigns/campaign-places.tsx'
import { Loaded, Page } from '../shell/page.tsx'
import { Switch } from '../shell/switch.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import { PlacesView } from './places-view.tsx'
import { isPlacesView } from './points-query.ts'
import { UnitsView } from './units-view.tsx'
import './map.css'

/** Without a campaign nothing depends on their titles: the places need not wait for them. */
const nothing: z.output<typeof ListCampaigns.answer> = { rows: [], next: null, total: 0 }

export const MapPage = () => {
  const t = useWords(mapWords)
  const [search, change] = useFilter()
  const campaigns = useQuery({
    queryKey: keyOf(ListCampaigns, 'map'),
    queryFn: ({ signal }) => call(ListCampaigns, { query: { limit: 200 }, signal }),
  })
  const campaign = Number(search.campaign) || undefined
  const view = isPlacesView(search) ? 'points' : 'tiles'
  const chosen = campaigns.data?.rows.find(({ id }) => id === campaign)
  return (
    <Page
      title={t.title}
      state={chosen ? <span lang="vi">{chosen.title}</span> : t.state}
      places={campaign && <CampaignPlaces id={campaign} />}
      fill
    >
      {/* The title of the campaign may take two lines: what stands below comes with it. */}
      <Loaded query={campaign ? campaigns : { ...campaigns, data: campaigns.data ?? nothing }}>
        {({ rows }) => (
          <div className="map-page">
            <div className="picker-bar">
              <NativeSelect
                aria-label={t.campaign}
                className="map-campaign"
                value={search.campaign ?? ''}
                onChange={(event) =>
                  change({ campaign: event.currentTarget.value, unit: null, at: null, q: null })
                }
                data={[
                  { value: '', label: t.noCampaign },
                  ...rows.map(({ id, title }) => ({ value: String(id), label: title })),
                ]}
              />
              {campaign && (
                <Switch
                  label={t.view}
                  value={view}
                  onChange={(chosen) => change({ view: chosen === 'points' ? 'points' : null, at: null })}
                  options={[
                    { value: 'tiles', label: t.tiles },
                    { value: 'points', label: t.points },
                  ]}
                />
              )}
            </div>
            {campaign && view === 'tiles' ? <UnitsView campaignId={campaign} /> : <PlacesView />}
          </div>
        )}
      </Loaded>
    </Page>
  )
}
