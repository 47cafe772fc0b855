/** Devices on which somebody is signed in; the one that asks is marked. */
import type { SessionRow } from '@loa/contract/account'
import { Button } from '@mantine/core'
import { instantWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { accountWords } from '../words/account.ts'
import { useWords } from '../words/language.tsx'
import './account.css'

export const SessionList = ({ sessions, onEnd }: { sessions: SessionRow[]; onEnd: (id: string) => void }) => {
  const t = useWords(accountWords)
  return (
    <ul className="device-list">
      {sessions.map((session) => {
        const device = t.on(session.browser, session.system) || t.unknownDevice
        return (
          <li key={session.id}>
            <span className="device-words">
              <b>{device}</b>
              <span className="meta">
                {[
                  session.address ?? t.noAddress,
                  t.since(instantWords(session.since)),
                  t.lastUsed(instantWords(session.lastUsed)),
                ].join(' · ')}
              </span>
            </span>
            {session.here ? (
              <StateBadge tone="ok">{t.here}</StateBadge>
            ) : (
              <Button
                size="xs"
                variant="default"
                aria-label={t.endOf(device)}
                onClick={() => onEnd(session.id)}
              >
                {t.end}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
