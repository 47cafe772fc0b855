import { type Connection, ListConnections, PollConnection } from '@loa/contract/exchanges'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords, numberWords } from '../shell/format.ts'
import { StateBadge, Warning } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { exchangeWords } from '../words/exchanges.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { ConnectionForm } from './connection-form.tsx'
import { isExchange } from './kinds.ts'

const Traffic = lazy(async () => ({ default: (await import('./traffic.tsx')).Traffic }))
const Addresses = lazy(async () => ({ default: (await import('./addresses.tsx')).Addresses }))

export const ConnectionPanel = ({
  connection,
  mayChange,
}: {
  connection: Connection
  mayChange: boolean
}) => {
  const t = useWords(exchangeWords)
  const { language } = useLanguage()
  const cache = useQueryClient()
  const [isChanging, setChanging] = useState(false)
  const [isOpen, setOpen] = useState(connection.refused > 0)
  const poll = useMutation({
    mutationFn: () => call(PollConnection, { params: { id: connection.id } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keyOf(ListConnections) }),
  })
  const { trouble, enabled, clockOff } = connection
  const count = (value: number) => numberWords(language, value)
  const exchanges = isExchange(connection.kind)
  return (
    <section className="panel connection" aria-label={connection.name}>
      <header>
        <h2 lang="vi">{connection.name}</h2>
        <StateBadge tone={!enabled ? 'none' : trouble ? 'bad' : connection.polledAt ? 'ok' : 'go'}>
          {!enabled ? t.off : trouble ? t.inTrouble : connection.polledAt ? t.running : t.notYet}
        </StateBadge>
      </header>
      <div className="connection-body">
        <p className="meta">
          {t.kind[connection.kind]} · <span className="code">{connection.place}</span>
          {connection.organId && (
            <>
              {' '}
              · <span className="code">{connection.organId}</span>
            </>
          )}
        </p>
        <p>
          {connection.polledAt && t.polled(instantWords(connection.polledAt))}
          {connection.answeredAt && `, ${t.answered(instantWords(connection.answeredAt))}`}
        </p>
        {enabled && trouble && (
          <Warning>
            <p>{t.trouble(trouble, instantWords(connection.troubleSince))}</p>
            <p className="small">{t.troubleHelp}</p>
          </Warning>
        )}
        {clockOff !== null && <Warning>{t.clockOff(count(Math.round(clockOff / 60)))}</Warning>}
        <ul className="connection-counts">
          {exchanges && <li>{t.waiting(count(connection.waiting))}</li>}
          {exchanges && (
            <li className={connection.refused > 0 ? 'bad' : undefined}>
              {t.refused(count(connection.refused))}
            </li>
          )}
          <li>{t.unreadable(count(connection.unreadable))}</li>
          {exchanges && <li>{t.addresses(count(connection.addresses))}</li>}
        </ul>
        <div className="connection-acts">
          <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t.less : t.more}
          </Button>
          {mayChange && enabled && connection.kind !== 'guest' && (
            <Button size="xs" variant="default" onClick={() => poll.mutate()} loading={poll.isPending}>
              {t.poll}
            </Button>
          )}
          {mayChange && (
            <Button
              size="xs"
              variant="default"
              aria-expanded={isChanging}
              onClick={() => setChanging(!isChanging)}
            >
              {t.change}
            </Button>
          )}
        </div>
        {poll.error && <Trouble error={poll.error} />}
      </div>
      {isChanging && (
        <>
          <ConnectionForm connection={connection} onDone={() => setChanging(false)} />
          {exchanges && (
            <Suspense>
              <Addresses connection={connection} />
            </Suspense>
          )}
        </>
      )}
      {isOpen && (
        <Suspense>
          <Traffic connection={connection} mayChange={mayChange} />
        </Suspense>
      )}
    </section>
  )
}
