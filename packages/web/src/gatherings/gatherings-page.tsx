/** What is to come, planning, venues, the weather, and the calendar address. */
import { type Gathering, ListGatherings } from '@loa/contract/gatherings'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { acceptedDutiesQuery } from '../duties/accepted-query.ts'
import { numberWords } from '../shell/format.ts'
import { More } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { hoursOf } from '../vehicles/hours.ts'
import { vehiclesQuery } from '../vehicles/vehicles-query.ts'
import { gatheringWords } from '../words/gatherings.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { Feeds } from './feeds.tsx'
import { feedsQuery, venuesQuery } from './lists.ts'
import { PlanGathering } from './plan-gathering.tsx'
import { Venues } from './venues.tsx'
import { Weather } from './weather.tsx'
import '../vehicles/vehicles.css'

export const GatheringsPage = () => {
  const t = useWords(gatheringWords)
  const { language } = useLanguage()
  const may = useMay()('gathering.save')
  const list = useInfiniteQuery({
    queryKey: keyOf(ListGatherings),
    queryFn: ({ pageParam, signal }) => call(ListGatherings, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const total = list.data?.pages[0]?.total
  // Shown when all of it is there.
  const others = [
    useQuery(venuesQuery),
    useQuery(feedsQuery),
    useQuery(acceptedDutiesQuery),
    useQuery(vehiclesQuery),
  ]
  const all = {
    data: list.data && others.every(({ data }) => data !== undefined) ? list.data : undefined,
    error: list.error ?? others.find(({ error }) => error !== null)?.error,
    refetch: () => [list, ...others].map(({ refetch }) => refetch()),
  }
  return (
    <Page
      title={t.title}
      crumb={<Link to="/vehicles">{t.vehicles}</Link>}
      state={total === undefined ? ' ' : t.lead(numberWords(language, total))}
    >
      <Loaded query={all}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return (
            <div className="drives">
              <div>
                <section className="panel" aria-labelledby="gatherings">
                  <header>
                    <h2 id="gatherings">{t.list}</h2>
                  </header>
                  {rows.length === 0 && <Empty title={t.none} help={t.noneHelp} />}
                  <ul className="drive-list">
                    {rows.map((gathering) => (
                      <Line key={gathering.id} gathering={gathering} />
                    ))}
                  </ul>
                  <More list={list} />
                </section>
                {may && <PlanGathering />}
              </div>
              <div>
                <Venues mayChange={may} />
                {may && <Weather />}
                <Feeds />
              </div>
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}

const Line = ({ gathering }: { gathering: Gathering }) => {
  const t = useWords(gatheringWords)
  const { day, from, to } = hoursOf(gathering)
  return (
    <li>
      <b lang="vi">{gathering.title}</b>
      <span className="small">
        {t.hours(day, from, to)} · {t.forms[gathering.form]}
      </span>
      <span className="small" lang="vi">
        {gathering.venue.name}, {gathering.venue.place}
        {gathering.venue.outdoors && ` (${t.outdoors})`}
      </span>
      {(gathering.crew.length > 0 || gathering.vehicle) && (
        <span className="meta" lang="vi">
          {gathering.crew.length > 0 && t.crew(gathering.crew.join(', '))}{' '}
          {gathering.vehicle && t.car(gathering.vehicle.plate)}
        </span>
      )}
      <span className="meta" lang="vi">
        {gathering.campaign.title} · {gathering.unit.name}
      </span>
      {gathering.cancelledReason === null ? (
        <StateBadge tone="go">{t.planned}</StateBadge>
      ) : (
        <StateBadge tone="none">{t.cancelled(gathering.cancelledReason)}</StateBadge>
      )}
    </li>
  )
}
