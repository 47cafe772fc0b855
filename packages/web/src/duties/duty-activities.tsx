/** The activities of a duty, filtered by the address, with what a reviewer may do beside each. */
import { type Activity, ListActivities } from '@loa/contract/activities'
import type { Duty } from '@loa/contract/duties'
import type { Indicator } from '@loa/contract/figures'
import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useQuantitiesSaid } from '../activities/quantities-said.ts'
import { Review } from '../activities/review.tsx'
import { StandingBadge } from '../activities/standing.tsx'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { Thumbnail } from '../figures/photo.tsx'
import { dayWords } from '../shell/format.ts'
import { Loaded } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { dutyWords } from '../words/duties.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import type { Part } from './use-part.ts'

const standings = ['proved', 'claimed', 'doubted'] as const

export const DutyActivities = ({
  duty,
  indicators,
  part,
}: {
  duty: Duty
  indicators: Indicator[]
  part: Part
}) => {
  const t = useWords(dutyWords)
  const shell = useWords(shellWords)
  const { number } = useNumbers()
  const [search, change] = useFilter()
  const standing = standings.find((each) => each === search.standing)
  const filter = {
    duty: duty.id,
    limit: 20,
    ...(search.indicator ? { indicator: search.indicator } : {}),
    ...(standing ? { standing } : {}),
  }
  const query = useInfiniteQuery({
    queryKey: keyOf(ListActivities, filter),
    queryFn: ({ pageParam }) =>
      call(ListActivities, { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const isFiltered = Boolean(search.indicator || standing)
  const total = query.data?.pages[0]?.total
  return (
    <section className="panel" aria-labelledby="duty-activities">
      <header>
        <h2 id="duty-activities">{t.activities}</h2>
        {total !== undefined && <span className="count">{number(total)}</span>}
        <Filters indicators={indicators} />
        {part.mayRecord && (
          <Button
            variant="default"
            size="xs"
            component={Link}
            to="/duties/$id/record"
            params={{ id: String(duty.id) } as never}
          >
            {t.record}
          </Button>
        )}
      </header>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0)
            return (
              <div className="duty-order">
                <p>
                  {isFiltered
                    ? t.noMatch
                    : `${t.noActivities}. ${part.isMine ? t.noActivitiesMine : t.noActivitiesOther}`}
                </p>
                {isFiltered && (
                  <Button variant="default" onClick={() => change({ indicator: null, standing: null })}>
                    {t.clear}
                  </Button>
                )}
              </div>
            )
          return (
            <ul className="duty-activities">
              {rows.map((activity) => (
                <Row key={activity.id} activity={activity} indicators={indicators} part={part} />
              ))}
            </ul>
          )
        }}
      </Loaded>
      {query.hasNextPage && (
        <footer>
          <Button variant="default" onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {shell.more}
          </Button>
        </footer>
      )}
    </section>
  )
}

const Filters = ({ indicators }: { indicators: Indicator[] }) => {
  const t = useWords(dutyWords)
  const figures = useWords(figureWords)
  const { nameOf } = useNumbers()
  const [search, change] = useFilter()
  return (
    <div className="duty-filters">
      <NativeSelect
        size="xs"
        aria-label={t.form}
        value={search.indicator ?? ''}
        onChange={(event) => change({ indicator: event.currentTarget.value })}
        data={[
          { value: '', label: t.allIndicators },
          ...indicators.map((indicator) => ({ value: indicator.code, label: nameOf(indicator) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t.allStandings}
        value={search.standing ?? ''}
        onChange={(event) => change({ standing: event.currentTarget.value })}
        data={[
          { value: '', label: t.allStandings },
          ...standings.map((value) => ({ value, label: figures.standing[value] })),
        ]}
      />
    </div>
  )
}

const Row = ({ activity, indicators, part }: { activity: Activity; indicators: Indicator[]; part: Part }) => {
  const t = useWords(dutyWords)
  const said = useQuantitiesSaid()
  const figures = useWords(figureWords)
  const [photo] = activity.evidence
  return (
    <li>
      {photo ? (
        <Thumbnail photo={photo} place={activity.place} width={64} />
      ) : (
        <span className="no-photo hatch">{t.noPhoto}</span>
      )}
      <div className="duty-activity-words">
        <Link to="/activities/$id" params={{ id: activity.id }}>
          {activity.place}
        </Link>
        <p className="meta">
          {dayWords(activity.happenedOn)} · {figures.formsInFull[activity.form]}
          {activity.evidence.length > 1 && ` · ${t.photos(activity.evidence.length)}`}
        </p>
        {activity.returnReason && <p className="small">{t.reason(activity.returnReason)}</p>}
      </div>
      <span className="duty-quantity">{said.all(activity, indicators)}</span>
      <StandingBadge activity={activity} />
      {part.mayReview && activity.standing === 'doubted' && activity.state === 'submitted' && (
        <Review activity={activity} />
      )}
    </li>
  )
}
