/** The addresses from which calendar programs read. */
import { EndCalendarFeed, MakeCalendarFeed } from '@loa/contract/gatherings'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { Loaded } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { gatheringWords } from '../words/gatherings.ts'
import { useWords } from '../words/language.tsx'
import { feedsQuery } from './lists.ts'

export const Feeds = () => {
  const t = useWords(gatheringWords)
  const cache = useQueryClient()
  const again = () => cache.invalidateQueries({ queryKey: feedsQuery.queryKey })
  const list = useQuery(feedsQuery)
  const make = useMutation({ mutationFn: () => call(MakeCalendarFeed), onSuccess: again })
  const end = useMutation({
    mutationFn: (id: number) => call(EndCalendarFeed, { params: { id } }),
    onSuccess: again,
  })
  return (
    <section className="panel" aria-labelledby="feeds">
      <header>
        <h2 id="feeds">{t.feed}</h2>
      </header>
      <p className="small feed-help">{t.feedHelp}</p>
      <Loaded query={list}>
        {({ rows }) => (
          <ul className="drive-list">
            {rows.map((feed) => (
              <li key={feed.id}>
                <span className="small" lang="vi">
                  {t.feedOf(feed.unit.name, instantWords(feed.createdAt))}
                </span>
                <Button
                  size="xs"
                  variant="default"
                  loading={end.isPending}
                  onClick={() => end.mutate(feed.id)}
                >
                  {t.endFeed}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <footer>
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {t.makeFeed}
        </Button>
        <div role="status">
          {make.data && (
            <p className="small">
              <code className="feed-address">{`${window.location.origin}${make.data.path}`}</code>
            </p>
          )}
        </div>
        {(make.error || end.error) && <Trouble error={make.error ?? end.error} />}
      </footer>
    </section>
  )
}
