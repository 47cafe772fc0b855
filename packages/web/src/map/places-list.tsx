/** What the map shows, in words: the groups to zoom to, the places in the frame, and what lies at the point chosen. */
import { ListPlaces, type Place } from '@loa/contract/map'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { dayWords, numberWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Loaded } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import type { Circle, Frame } from './circle.ts'
import { useCircleWords } from './use-circle-words.ts'
import { usePlaceFilter } from './use-place-filter.ts'

const groupLimit = 8

export const PlacesList = ({
  shown,
  hasMap,
  onGo,
}: {
  /** Null until the map is there: the list waits for its frame. Where none can be drawn it has everything. */
  shown: { frame: Frame; circles: Circle[] } | null
  hasMap: boolean
  onGo: (circle: Circle) => void
}) => {
  const t = useWords(mapWords)
  const [search, change] = useFilter()
  const [x, y] = (search.at ?? '').split(',').map(Number)
  const picked =
    search.at && x !== undefined && y !== undefined && Number.isFinite(x + y)
      ? ([x - nearby, y - nearby, x + nearby, y + nearby] as const)
      : null
  return (
    <section className="map-side" aria-label={t.list}>
      {picked && (
        <Places title={t.picked} frame={picked}>
          <Button size="xs" variant="default" onClick={() => change({ at: null })}>
            {t.unpick}
          </Button>
        </Places>
      )}
      {shown && <Groups circles={shown.circles} onGo={onGo} />}
      {(shown || !hasMap) && <Places title={t.places} frame={shown?.frame ?? null} />}
    </section>
  )
}
/** Seventy metres: as far as what is one circle at the closest zoom lies from its middle. */
const nearby = 0.000_7

const Groups = ({ circles, onGo }: { circles: Circle[]; onGo: (circle: Circle) => void }) => {
  const t = useWords(mapWords)
  const { language } = useLanguage()
  const words = useCircleWords()
  const groups = circles.filter(({ count }) => count > 1).toSorted((a, b) => b.count - a.count)
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="map-groups">
      <h2 id="map-groups">{t.groups}</h2>
      <p className="meta">{t.groupsHelp}</p>
      <ul className="map-groups">
        {groups.slice(0, groupLimit).map((circle) => (
          <li key={circle.key}>
            <button type="button" className="share-pick" onClick={() => onGo({ ...circle })}>
              {words(circle)}
            </button>
          </li>
        ))}
      </ul>
      {groups.length > groupLimit && (
        <p className="meta">{t.moreGroups(numberWords(language, groups.length - groupLimit))}</p>
      )}
    </section>
  )
}

const Places = ({
  title,
  frame,
  children,
}: {
  title: string
  frame: Frame | null
  children?: React.ReactNode
}) => {
  const t = useWords(mapWords)
  const { language } = useLanguage()
  const filter = usePlaceFilter()
  const list = useInfiniteQuery({
    queryKey: keyOf(ListPlaces, filter, frame),
    queryFn: ({ pageParam, signal }) =>
      call(ListPlaces, { query: { ...filter, ...frameQuery(frame), limit: 30, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
      <Loaded query={list}>
        {({ pages }) => (
          <>
            <p className="meta" role="status">
              {pages[0]?.total ? t.placesCount(numberWords(language, pages[0].total)) : t.noneHere}
            </p>
            <ul className="map-places">
              {pages
                .flatMap(({ rows }) => rows)
                .map((place) => (
                  <PlaceItem key={place.id} place={place} />
                ))}
            </ul>
            <MoreButton list={list} />
          </>
        )}
      </Loaded>
    </section>
  )
}

const frameQuery = (frame: Frame | null) => {
  if (!frame) return {}
  const [west, south, east, north] = frame
  const turn = (degrees: number) => Math.max(-180, Math.min(180, degrees))
  return { west: turn(west), south: Math.max(-90, south), east: turn(east), north: Math.min(90, north) }
}

const PlaceItem = ({ place }: { place: Place }) => {
  const t = useWords(mapWords)
  const [search, change] = useFilter()
  const at = `${place.longitude.toFixed(5)},${place.latitude.toFixed(5)}`
  const isSite = place.state.startsWith('site')
  return (
    <li className={search.at === at ? 'chosen' : undefined}>
      <button
        type="button"
        className={`circle ${place.state}`}
        aria-pressed={search.at === at}
        aria-label={t.show(place.name)}
        onClick={() => change({ at: search.at === at ? null : at })}
      />
      <div>
        <Link to={isSite ? '/sites/$id' : '/photos/$id'} params={{ id: place.id }} lang="vi">
          {place.name}
        </Link>
        <span className="meta">
          <span lang="vi">{place.unit.name}</span> · {t.states[place.state]}
          {place.day && ` · ${dayWords(place.day)}`}
        </span>
      </div>
    </li>
  )
}
