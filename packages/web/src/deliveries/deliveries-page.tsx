/** What was sent to the unit, in Loa or from outside: received, returned, handled, given back. */
import { deliveryStatuses, ListDeliveries } from '@loa/contract/deliveries'
import { NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { deliveryWords } from '../words/deliveries.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { DeliveryCard } from './delivery-card.tsx'
import './deliveries.css'

export const DeliveriesPage = () => {
  const t = useWords(deliveryWords)
  const { language } = useLanguage()
  const [search, change] = useFilter()
  const status = deliveryStatuses.find((each) => each === search.status)
  const list = useInfiniteQuery({
    queryKey: keyOf(ListDeliveries, 'in', status),
    queryFn: ({ pageParam }) =>
      call(ListDeliveries, { query: { box: 'in', status, limit: 20, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const total = list.data?.pages[0]?.total
  return (
    <Page
      title={t.title}
      crumb={
        <Link to="/dispatches" search={{ direction: 'in' }}>
          {t.dispatches}
        </Link>
      }
      state={total === undefined ? t.lead : `${t.count(numberWords(language, total))}. ${t.lead}`}
    >
      <div className="deliveries">
        <NativeSelect
          label={t.filter}
          value={status ?? ''}
          onChange={(event) => change({ status: event.currentTarget.value || null })}
          data={[
            { value: '', label: t.all },
            ...deliveryStatuses.map((each) => ({ value: each, label: t.status[each] })),
          ]}
        />
        <Loaded query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows)
            if (rows.length === 0)
              return status ? (
                <Empty
                  title={t.noneHere}
                  help={t.lead}
                  action={
                    <Link to="/deliveries" search={{}}>
                      {t.seeAll}
                    </Link>
                  }
                />
              ) : (
                <Empty
                  title={t.none}
                  help={t.noneHelp}
                  action={
                    <Link to="/dispatches" search={{ direction: 'in' }}>
                      {t.upload}
                    </Link>
                  }
                />
              )
            return (
              <>
                <ul className="panel delivery-list">
                  {rows.map((row) => (
                    <DeliveryCard key={row.id} row={row} />
                  ))}
                </ul>
                <MoreButton list={list} />
              </>
            )
          }}
        </Loaded>
      </div>
    </Page>
  )
}
