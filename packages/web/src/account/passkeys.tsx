import { type Account, AddPasskey, AskNewPasskey, RemovePasskey } from '@loa/contract/account'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ApiProblem, call } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { accountWords } from '../words/account.ts'
import { useWords } from '../words/language.tsx'
import { useAccountChange } from './use-account.ts'

export const Passkeys = ({ account }: { account: Account }) => {
  const t = useWords(accountWords)
  const remove = useAccountChange((id: string) => call(RemovePasskey, { params: { id } }))
  return (
    <section className="panel" aria-labelledby="passkeys">
      <header>
        <h2 id="passkeys">{t.passkeys}</h2>
        <span className="count">{account.passkeys.length}</span>
      </header>
      {account.passkeys.length > 0 && (
        <ul className="device-list">
          {account.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <span className="device-words">
                <b>{passkey.name}</b>
                <span className="meta">{t.since(instantWords(passkey.createdAt))}</span>
              </span>
              <Button
                size="xs"
                variant="default"
                aria-label={t.removePasskey(passkey.name)}
                onClick={() => remove.mutate(passkey.id)}
                loading={remove.isPending && remove.variables === passkey.id}
              >
                {t.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="account-body">
        <p className="small">{t.passkeysHelp}</p>
        {account.passkeys.length === 0 && <p className="meta">{t.noPasskeys}</p>}
        {account.passkeysHere ? <AddHere /> : <p className="note">{t.passkeysNotHere}</p>}
        {remove.error && <Trouble error={remove.error} />}
      </div>
    </section>
  )
}

const AddHere = () => {
  const t = useWords(accountWords)
  const [name, setName] = useState('')
  const add = useAccountChange(
    async () => {
      const { startRegistration } = await import('@simplewebauthn/browser')
      const { options } = await call(AskNewPasskey)
      const response = await startRegistration({ optionsJSON: options as never })
      return call(AddPasskey, { body: { name, response: { ...response } } })
    },
    () => setName(''),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(undefined)
  }
  return (
    <>
      <form onSubmit={submit}>
        <TextInput
          label={t.passkeyName}
          description={t.passkeyNameHelp}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending}>
          {t.addPasskey}
        </Button>
      </form>
      {add.error instanceof ApiProblem && <Trouble error={add.error} />}
      {add.error && !(add.error instanceof ApiProblem) && (
        <p className="note ask" role="alert">
          {t.deviceFailed}
        </p>
      )}
    </>
  )
}
