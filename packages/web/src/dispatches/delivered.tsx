/** Where an issued dispatch has arrived: a count for each state; each count opens the names. */
import { type Delivery, deliveryStatuses, ListDeliveries } from '@loa/contract/deliveries'
import { type Dispatch, GetDispatchFile } from '@loa/contract/dispatches'
import { GetRecall } from '@loa/contract/recalls'
import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf, urlOf } from '../api.ts'
import { instantWords, numberWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Loaded } from '../shell/page.tsx'
import { StateBadge, type Tone } from '../shell/state.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { ThenToday, useUnitsOf } from '../units/then-today.tsx'
import { draftWords } from '../words/draft.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { recallHeadWords } from '../words/recall-head.ts'
import { thenTodayWords } from '../words/then-today.ts'

const tones: Record<Delivery['status'], Tone> = {
  '01': 'go',
  '02': 'bad',
  '03': 'ok',
  '04': 'ok',
  '05': 'ok',
  '06': 'ok',
  '13': 'go',
  '15': 'none',
  '16': 'bad',
}

/** The letters go out right after the issue; so long the page looks again by itself. */
const sendingTime = 120_000

export const Delivered = ({ dispatch }: { dispatch: Dispatch }) => {
  const dispatchId = dispatch.id
  const t = useWords(draftWords)
  const { language } = useLanguage()
  const [search] = useFilter()
  const issuedAt = dispatch.steps.findLast(({ step }) => step === 'issue')?.at
  const isSending = () => issuedAt !== undefined && Date.now() - Date.parse(issuedAt) < sendingTime
  const counts = useQueries({
    queries: deliveryStatuses.map((status) => ({
      queryKey: keyOf(ListDeliveries, dispatchId, status, 'count'),
      queryFn: () => call(ListDeliveries, { query: { dispatch: dispatchId, status, limit: 1 } }),
      refetchInterval: () => (status === '01' && isSending() ? 2000 : (false as const)),
    })),
  })
  const totals = counts.map(({ data }) => data?.total ?? 0)
  const all = totals.reduce((sum, total) => sum + total, 0)
  const chosen =
    deliveryStatuses.find((status) => status === search.delivery) ?? ((totals[1] ?? 0) > 0 ? '02' : undefined)
  return (
    <section className="delivered" aria-labelledby="delivered">
      <h3 id="delivered">
        {t.deliveries}
        <span className="meta"> {t.delivered(numberWords(language, all))}</span>
      </h3>
      {all === 0 && counts.every(({ isSuccess }) => isSuccess) && (
        <p className="small" role="status">
          {isSending() ? t.sendingNow : t.noDeliveries}
        </p>
      )}
      <ul>
        {deliveryStatuses.map((status, index) =>
          isShown(status, totals[index] ?? 0) ? (
            <li key={status}>
              <StateBadge tone={tones[status]}>{t.status[status]}</StateBadge>
              <Link
                to="."
                search={(before) => ({ ...before, delivery: status })}
                className="figure-link"
                aria-current={status === chosen}
                aria-label={`${t.status[status]}: ${totals[index]}`}
                resetScroll={false}
              >
                {numberWords(language, totals[index] ?? 0)}
              </Link>
            </li>
          ) : null,
        )}
      </ul>
      {all > 0 && (
        <p className="small">
          <a href={urlOf(GetDispatchFile.path, { id: dispatchId, kind: 'letters' })} download>
            {t.letters}
          </a>
        </p>
      )}
      <Outside dispatchId={dispatchId} />
      {all > 0 && <ThenToday />}
      {chosen ? <Names dispatchId={dispatchId} status={chosen} /> : <p className="meta">{t.chooseStatus}</p>}
    </section>
  )
}

const isReasoned = (status: Delivery['status']) => ['02', '13', '16'].includes(status)

/** The common ones always; the others once there is one. */
const isShown = (status: Delivery['status'], total: number) =>
  total > 0 || ['01', '02', '03', '06'].includes(status)

/** What goes to units on other systems and has not arrived there. */
const Outside = ({ dispatchId }: { dispatchId: number }) => {
  const t = useWords(recallHeadWords)
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: keyOf(GetRecall, dispatchId),
    queryFn: () => call(GetRecall, { params: { id: dispatchId } }),
  })
  if (!data) return null
  const { waiting, handed, refused } = data.outside
  if (waiting + handed + refused === 0) return null
  const count = (value: number) => numberWords(language, value)
  return (
    <p className={refused > 0 ? 'note bad' : 'small'}>
      <Link to="/exchanges">{t.outside(count(waiting), count(handed), count(refused))}</Link>
    </p>
  )
}

const Names = ({ dispatchId, status }: { dispatchId: number; status: Delivery['status'] }) => {
  const t = useWords(draftWords)
  const then = useWords(thenTodayWords)
  const unitsOf = useUnitsOf()
  const nameOf = (row: Delivery) => (unitsOf === 'today' ? row.holder : row.unit).fullName
  const list = useInfiniteQuery({
    queryKey: keyOf(ListDeliveries, dispatchId, status),
    queryFn: ({ pageParam }) =>
      call(ListDeliveries, { query: { dispatch: dispatchId, status, limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Loaded query={list}>
      {({ pages }) => (
        <>
          <table className="table" aria-label={t.status[status]}>
            <thead>
              <tr>
                <th>{t.deliveryColumn.unit}</th>
                <th>{t.deliveryColumn.since}</th>
                {isReasoned(status) && <th>{t.deliveryColumn.reason}</th>}
              </tr>
            </thead>
            <tbody>
              {pages
                .flatMap((page) => page.rows)
                .map((row) => (
                  <tr key={row.id}>
                    <td lang="vi">
                      {row.dutyId === null ? (
                        nameOf(row)
                      ) : (
                        <Link to="/duties/$id" params={{ id: String(row.dutyId) }}>
                          {nameOf(row)}
                        </Link>
                      )}
                      {row.holder.id !== row.unit.id && (
                        <span className="unit-parts">
                          {unitsOf === 'today' ? then.formerly(row.unit.name) : then.now(row.holder.name)}
                        </span>
                      )}
                    </td>
                    <td>{instantWords(row.history.at(-1)?.at ?? null)}</td>
                    {isReasoned(status) && <td lang="vi">{row.reason ?? t.noReason}</td>}
                  </tr>
                ))}
            </tbody>
          </table>
          <MoreButton list={list} />
        </>
      )}
    </Loaded>
  )
}
