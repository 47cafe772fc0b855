import { type Account, BeginSecondFactor, ConfirmSecondFactor, EndSecondFactor } from '@loa/contract/account'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { accountWords } from '../words/account.ts'
import { useWords } from '../words/language.tsx'
import { useAccountChange } from './use-account.ts'

/** Password → square and backup codes → first code → on. */
export const SecondFactor = ({ account }: { account: Account }) => {
  const t = useWords(accountWords)
  const [password, setPassword] = useState('')
  const begin = useMutation({
    mutationFn: () => call(BeginSecondFactor, { body: { password } }),
    onSuccess: () => setPassword(''),
  })
  const end = useAccountChange(
    () => call(EndSecondFactor, { body: { password } }),
    () => setPassword(''),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (account.secondFactor) end.mutate(undefined)
    else begin.mutate()
  }
  const error = account.secondFactor ? end.error : begin.error
  return (
    <section className="panel" aria-labelledby="second-factor">
      <header>
        <h2 id="second-factor">{t.factor}</h2>
        {account.secondFactor && <StateBadge tone="ok">{t.factorOn.split(':')[0]}</StateBadge>}
      </header>
      <div className="account-body">
        <p className="small">{account.secondFactor ? t.factorOn : t.factorOff}</p>
        {begin.data && !account.secondFactor ? (
          <Enrol given={begin.data} />
        ) : (
          account.hasPassword && (
            <form onSubmit={submit}>
              <PasswordInput
                label={t.current}
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Button type="submit" variant="default" loading={begin.isPending || end.isPending}>
                {account.secondFactor ? t.turnOff : t.begin}
              </Button>
            </form>
          )
        )}
        {error && <Trouble error={error} />}
      </div>
    </section>
  )
}

const Enrol = ({ given }: { given: { secret: string; square: string; backupCodes: string[] } }) => {
  const t = useWords(accountWords)
  const [code, setCode] = useState('')
  const confirm = useAccountChange(() => call(ConfirmSecondFactor, { body: { code } }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate(undefined)
  }
  return (
    <>
      <p className="small">{t.scan}</p>
      <img
        className="second-square"
        alt={t.square}
        src={`data:image/svg+xml,${encodeURIComponent(given.square)}`}
      />
      <p className="small">
        {t.secret}: <span className="secret-words">{given.secret}</span>
      </p>
      <h3>{t.backup}</h3>
      <p className="small">{t.backupHelp}</p>
      <ul className="backup-codes">
        {given.backupCodes.map((each) => (
          <li key={each} className="secret-words">
            {each}
          </li>
        ))}
      </ul>
      <form onSubmit={submit}>
        <TextInput
          label={t.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          pattern="[0-9]{6}"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={confirm.isPending}>
          {t.confirm}
        </Button>
      </form>
      {confirm.error && <Trouble error={confirm.error} />}
    </>
  )
}
