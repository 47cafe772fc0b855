import { type Account, EndOtherSessions, EndSession } from '@loa/contract/account'
import { Button } from '@mantine/core'
import { call } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { accountWords } from '../words/account.ts'
import { useWords } from '../words/language.tsx'
import { SessionList } from './session-list.tsx'
import { useAccountChange } from './use-account.ts'

export const MySessions = ({ account }: { account: Account }) => {
  const t = useWords(accountWords)
  const end = useAccountChange((id: string) => call(EndSession, { params: { id } }))
  const endOthers = useAccountChange(() => call(EndOtherSessions))
  const error = end.error ?? endOthers.error
  return (
    <section className="panel" aria-labelledby="sessions">
      <header>
        <h2 id="sessions">{t.sessions}</h2>
        <span className="count">{account.sessions.length}</span>
      </header>
      <SessionList sessions={account.sessions} onEnd={end.mutate} />
      <div className="account-body">
        {account.sessions.length > 1 && (
          <Button
            variant="default"
            size="xs"
            onClick={() => endOthers.mutate(undefined)}
            loading={endOthers.isPending}
          >
            {t.endOthers}
          </Button>
        )}
        {error && <Trouble error={error} />}
      </div>
    </section>
  )
}
