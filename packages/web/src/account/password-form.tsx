import { type Account, ChangePassword } from '@loa/contract/account'
import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { accountWords } from '../words/account.ts'
import { useWords } from '../words/language.tsx'
import { useAccountChange } from './use-account.ts'

export const PasswordForm = ({ account }: { account: Account }) => {
  const t = useWords(accountWords)
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useAccountChange(
    () => call(ChangePassword, { body: { current, password } }),
    () => {
      setCurrent('')
      setPassword('')
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(undefined)
  }
  return (
    <section className="panel" aria-labelledby="password">
      <header>
        <h2 id="password">{t.password}</h2>
      </header>
      <div className="account-body">
        {account.hasPassword ? (
          <form onSubmit={submit}>
            <input type="email" autoComplete="username" value={account.email} readOnly hidden />
            <PasswordInput
              label={t.current}
              autoComplete="current-password"
              required
              value={current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
            />
            <PasswordInput
              label={t.new}
              description={t.newHelp}
              autoComplete="new-password"
              required
              minLength={10}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={change.isPending}>
              {t.change}
            </Button>
          </form>
        ) : (
          <p>{t.noPassword}</p>
        )}
        {change.isSuccess && (
          <p className="note ok" role="status">
            {t.changed}
          </p>
        )}
        {change.error && <Trouble error={change.error} />}
      </div>
    </section>
  )
}
