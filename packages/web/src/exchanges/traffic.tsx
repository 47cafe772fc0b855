/** What went out by a connection and what came, the newest first; what was refused is decided here. */
import {
  type Connection,
  DropParcel,
  ListConnections,
  ListParcels,
  ListTaken,
  type ParcelLine,
  RetryParcel,
} from '@loa/contract/exchanges'
import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Loaded } from '../shell/page.tsx'
import { ReasonForm } from '../shell/reason-form.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useSaid } from '../shell/use-said.ts'
import { exchangeWords } from '../words/exchanges.ts'
import { useWords } from '../words/language.tsx'
import { isExchange } from './kinds.ts'

export const Traffic = ({ connection, mayChange }: { connection: Connection; mayChange: boolean }) => {
  const { kind } = connection
  return (
    <div className="traffic">
      {isExchange(kind) && <Parcels connection={connection} mayChange={mayChange} />}
      <Taken connection={connection} />
    </div>
  )
}

const Parcels = ({ connection, mayChange }: { connection: Connection; mayChange: boolean }) => {
  const t = useWords(exchangeWords)
  const list = useInfiniteQuery({
    queryKey: keyOf(ListParcels, connection.id),
    queryFn: ({ pageParam }) =>
      call(ListParcels, { params: { id: connection.id }, query: { limit: 20, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <section aria-labelledby={`parcels-${connection.id}`}>
      <h3 id={`parcels-${connection.id}`}>{t.parcels}</h3>
      {connection.refused > 0 && <p className="small">{t.refusedHelp}</p>}
      <Loaded query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <p className="small">{t.noParcels}</p>
          return (
            <>
              <table className="table stacked" aria-label={t.parcels}>
                <thead>
                  <tr>
                    <th scope="col">{t.column.what}</th>
                    <th scope="col">{t.column.to}</th>
                    <th scope="col">{t.column.state}</th>
                    <th scope="col">{t.column.when}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <td>
                        {row.dispatchId === null ? (
                          t.statusOf(row.status ?? '')
                        ) : (
                          <Link to="/dispatches/$id" params={{ id: String(row.dispatchId) }}>
                            {t.edoc[row.business ?? 0]}
                          </Link>
                        )}
                        <span className="meta code"> {row.documentId}</span>
                      </td>
                      <td lang="vi">{row.toName}</td>
                      <td>
                        {t.state[row.state]}
                        {row.said && <span className="meta"> · {row.said}</span>}
                        {row.code && <span className="meta"> ({t.code(row.code)})</span>}
                        {mayChange && row.state === 'refused' && <Decide row={row} />}
                      </td>
                      <td>
                        {instantWords(row.receivedAt ?? row.handedAt ?? row.createdAt)}
                        {row.state === 'waiting' && row.tries > 0 && (
                          <span className="meta"> · {t.again(instantWords(row.nextAt))}</span>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <MoreButton list={list} />
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

const Decide = ({ row }: { row: ParcelLine }) => {
  const t = useWords(exchangeWords)
  const cache = useQueryClient()
  const [isDropping, setDropping] = useState(false)
  const after = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: keyOf(ListParcels) }),
      cache.invalidateQueries({ queryKey: keyOf(ListConnections) }),
    ])
  const retry = useMutation({
    mutationFn: () => call(RetryParcel, { params: { id: row.id } }),
    onSuccess: after,
  })
  const drop = useMutation({
    mutationFn: (reason: string) => call(DropParcel, { params: { id: row.id }, body: { reason } }),
    onSuccess: after,
  })
  if (isDropping)
    return (
      <ReasonForm
        label={t.dropLabel}
        help={t.dropHelp}
        act={t.drop}
        most={500}
        doing={drop}
        onStop={() => setDropping(false)}
      />
    )
  return (
    <div className="connection-acts">
      <Button size="xs" variant="default" onClick={() => retry.mutate()} loading={retry.isPending}>
        {t.retry}
      </Button>
      <Button size="xs" variant="default" onClick={() => setDropping(true)}>
        {t.drop}
      </Button>
      {retry.error && <Trouble error={retry.error} />}
    </div>
  )
}

/** Why a package or file was not taken is kept by its code, with the places behind it; letters and titles are words already. */
const TakenSaid = ({ said }: { said: string }) => {
  const [first = '', ...places] = said.split(' · ')
  const code = /^[a-z]+\.[a-z-]+$/.test(first) ? first : null
  const words = useSaid(code)
  if (code === null) return <span lang="vi">{said}</span>
  return (
    <>
      {words?.what} {places.length > 0 && <span lang="vi">{places.join(' · ')}</span>}
    </>
  )
}

const Taken = ({ connection }: { connection: Connection }) => {
  const t = useWords(exchangeWords)
  const query = useQuery({
    queryKey: keyOf(ListTaken, connection.id),
    queryFn: () => call(ListTaken, { params: { id: connection.id } }),
  })
  return (
    <section aria-labelledby={`taken-${connection.id}`}>
      <h3 id={`taken-${connection.id}`}>{t.taken}</h3>
      <Loaded query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="small">{t.noTaken}</p>
          ) : (
            <ul className="taken">
              {rows.map((row) => (
                <li key={row.ref}>
                  <span className={row.how === 'stored' ? 'meta' : 'bad'}>
                    {row.how === 'stored' ? t.stored : t.unread}
                  </span>{' '}
                  {instantWords(row.at)} <span lang="vi">{row.fromName}</span>{' '}
                  {row.said && <TakenSaid said={row.said} />}{' '}
                  {row.dispatchId !== null && (
                    <Link to="/dispatches/$id" params={{ id: String(row.dispatchId) }}>
                      {t.openDispatch}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
