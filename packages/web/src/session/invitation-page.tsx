/** Where an invitation leads. Its secret stands behind the `#`, which browsers never send. */
import { AcceptInvitation, LookAtInvitation } from '@loa/contract/invitations'
import { SignIn } from '@loa/contract/people'
import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { sessionQuery } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { sessionWords } from '../words/session.ts'
import './session.css'

export const InvitationPage = () => {
  const t = useWords(sessionWords)
  const [token] = useState(() => window.location.hash.slice(1))
  const query = useQuery({
    queryKey: keyOf(LookAtInvitation),
    queryFn: () => call(LookAtInvitation, { body: { token: token || 'x'.repeat(20) } }),
  })
  return (
    <Page title={t.invitation} state={query.data ? t.invitedAs(query.data.name, query.data.unit) : ' '}>
      {query.error ? (
        <>
          <Trouble error={query.error} />
          <Link to="/sign-in">{t.toSignIn}</Link>
        </>
      ) : (
        <Loaded query={query}>{(invitation) => <Accept token={token} invitation={invitation} />}</Loaded>
      )}
    </Page>
  )
}

const Accept = ({
  token,
  invitation,
}: {
  token: string
  invitation: { email: string; expiresAt: string }
}) => {
  const t = useWords(sessionWords)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const accept = useMutation({
    mutationFn: async () => {
      const { email } = await call(AcceptInvitation, { body: { token, password } })
      return call(SignIn, { body: { email, password } })
    },
    onSuccess: (session) => {
      cache.clear()
      if (session.person) cache.setQueryData(sessionQuery.queryKey, session)
      navigate({ to: session.person ? '/' : '/sign-in' })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate()
  }
  return (
    <form className="panel entrance-form" onSubmit={submit}>
      <p className="small">{t.invitedUntil(instantWords(invitation.expiresAt))}</p>
      <input type="email" name="username" autoComplete="username" value={invitation.email} readOnly hidden />
      <PasswordInput
        label={t.newPassword}
        description={t.newPasswordHelp}
        autoComplete="new-password"
        required
        minLength={10}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={accept.isPending}>
        {t.accept}
      </Button>
      {accept.error && <Trouble error={accept.error} />}
    </form>
  )
}
