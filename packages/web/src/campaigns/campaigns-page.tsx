import { type CampaignRow, ListCampaigns } from '@loa/contract/campaigns'
import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { MoreButton } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { SearchBox } from '../shell/search-box.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { CampaignTable } from './campaign-table.tsx'
import './campaigns.css'

const states = ['drafting', 'running', 'closed'] as const

export const CampaignsPage = () => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  const [search, change] = useFilter()
  const state = states.find((each) => each === search.state)
  const filter = { ...(search.q ? { q: search.q } : {}), ...(state ? { state } : {}) }
  const query = useInfiniteQuery({
    queryKey: keyOf(ListCampaigns, filter),
    queryFn: ({ pageParam }) =>
      call(ListCampaigns, { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const onSearch = useCallback((q: string | null) => change({ q }), [change])
  const total = query.data?.pages[0]?.total
  const isFiltered = Boolean(search.q || state)

  return (
    <Page title={t.title} state={total === undefined ? ' ' : t.lead(number(total))}>
      <div className="list-filters">
        <SearchBox label={t.search} value={search.q ?? ''} onChange={onSearch} />
        <NativeSelect
          aria-label={t.state}
          value={state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value })}
          data={[
            { value: '', label: t.allStates },
            ...states.map((value) => ({ value, label: t.states[value] })),
          ]}
        />
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <NoCampaigns isFiltered={isFiltered} />
          return <Campaigns rows={rows} query={query} />
        }}
      </Loaded>
    </Page>
  )
}

const Campaigns = ({
  rows,
  query,
}: {
  rows: CampaignRow[]
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}) => {
  return (
    <>
      <CampaignTable rows={rows} />
      <MoreButton list={query} />
    </>
  )
}

const NoCampaigns = ({ isFiltered }: { isFiltered: boolean }) => {
  const t = useWords(campaignWords)
  const [, change] = useFilter()
  return isFiltered ? (
    <Empty
      title={t.noMatch}
      help={t.noMatchHelp}
      action={
        <Button variant="default" onClick={() => change({ q: null, state: null })}>
          {t.clear}
        </Button>
      }
    />
  ) : (
    <Empty
      title={t.empty}
      help={t.emptyHelp}
      action={
        <Button component={Link} to="/dispatches">
          {t.chooseFile}
        </Button>
      }
    />
  )
}
