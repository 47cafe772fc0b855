/** The code of the second factor, after the right password. */
import type { Session } from '@loa/contract/people'
import { GiveSecondFactor } from '@loa/contract/sign-in'
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { sessionWords } from '../words/session.ts'

export const SecondStep = ({
  onEntered,
  onAgain,
}: {
  onEntered: (session: Session) => void
  onAgain: () => void
}) => {
  const t = useWords(sessionWords)
  const [code, setCode] = useState('')
  const give = useMutation({
    mutationFn: () => call(GiveSecondFactor, { body: { code } }),
    onSuccess: onEntered,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give.mutate()
  }
  return (
    <form className="panel entrance-form" onSubmit={submit}>
      <h2>{t.second}</h2>
      <TextInput
        label={t.code}
        description={t.secondHelp}
        autoComplete="one-time-code"
        required
        minLength={6}
        data-autofocus
        autoFocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={give.isPending}>
        {t.give}
      </Button>
      {give.error && <Trouble error={give.error} />}
      <Button variant="subtle" size="xs" onClick={onAgain}>
        {t.again}
      </Button>
    </form>
  )
}
