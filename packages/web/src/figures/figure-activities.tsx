/** What one unit did for a figure: each activity with its place, day, photos, hours and hashes. */
import { type Activity, ListActivities } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { CorrectionNote, holding } from '../activities/corrections.tsx'
import { useQuantitiesSaid } from '../activities/quantities-said.ts'
import { StandingBadge } from '../activities/standing.tsx'
import { WithdrawnNote } from '../activities/withdraw.tsx'
import { call, keyOf } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Loaded } from '../shell/page.tsx'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { PhotoFacts, PhotoView } from './photo.tsx'

export const FigureActivities = ({
  filter,
  indicator,
  dutyId = null,
}: {
  filter: Omit<z.input<typeof ListActivities.query>, 'indicator' | 'limit' | 'cursor'>
  indicator: Indicator
  dutyId?: number | null
}) => {
  const t = useWords(figureWords)
  const asked = { ...filter, indicator: indicator.code, limit: 20 }
  const query = useInfiniteQuery({
    queryKey: keyOf(ListActivities, asked),
    queryFn: ({ pageParam }) =>
      call(ListActivities, { query: { ...asked, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <>
          <ul className="figure-activities">
            {pages
              .flatMap((page) => page.rows)
              .map((activity) => (
                <FigureActivity key={activity.id} activity={activity} indicator={indicator} />
              ))}
          </ul>
          <MoreButton list={query} />
          {dutyId && (
            <p>
              <Link to="/duties/$id" params={{ id: String(dutyId) }}>
                {t.openDuty}
              </Link>
            </p>
          )}
        </>
      )}
    </Loaded>
  )
}

/** One of them, with its photos. */
const FigureActivity = ({ activity, indicator }: { activity: Activity; indicator: Indicator }) => {
  const t = useWords(figureWords)
  const said = useQuantitiesSaid()
  const quantity = activity.quantities.find((each) => each.indicator === indicator.code)
  const correction = holding(activity, indicator.code).last
  return (
    <li>
      <div className="figure-activity-head">
        <div>
          <Link to="/activities/$id" params={{ id: activity.id }}>
            {activity.place}
          </Link>
          <p className="meta">
            {dayWords(activity.happenedOn)} · {quantity && said.one(quantity, indicator)} ·{' '}
            {t.recordedBy(activity.recordedBy.name)}
          </p>
        </div>
        <StandingBadge activity={activity} />
      </div>
      {correction && quantity && (
        <CorrectionNote correction={correction} typed={quantity} indicator={indicator} />
      )}
      {activity.evidence.length === 0 && <p className="meta">{t.noPhoto}</p>}
      <ul className="figure-photos">
        {activity.evidence.map((photo) => (
          <li key={photo.id} className={photo.withdrawal ? 'withdrawn' : undefined}>
            <PhotoView photo={photo} place={activity.place} width={176} />
            <PhotoFacts photo={photo} />
            {photo.withdrawal && <WithdrawnNote withdrawal={photo.withdrawal} />}
          </li>
        ))}
      </ul>
    </li>
  )
}
