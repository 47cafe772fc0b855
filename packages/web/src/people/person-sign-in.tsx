/** What an administrator can do for somebody's sign-in: a new link, a lost telephone, sessions, leaving for good. */
import { MakeInvitation, RevokeInvitation } from '@loa/contract/invitations'
import {
  EndSessionsOf,
  GetPerson,
  LeaveOffice,
  type PersonDetails,
  RemoveSigningKeyOf,
  ResetSecondFactor,
} from '@loa/contract/roster'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { SessionList } from '../account/session-list.tsx'
import { call, keyOf } from '../api.ts'
import { dayWords, instantWords, todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { LinkOnce } from './link-once.tsx'
import { usePersonChange } from './use-person.ts'

export const PersonSignIn = ({ person }: { person: PersonDetails }) => {
  const t = useWords(peopleWords)
  return (
    <section className="panel" aria-labelledby="person-sign-in">
      <header>
        <h2 id="person-sign-in">{t.signIn}</h2>
      </header>
      {person.mayKeep ? (
        <>
          <Ways person={person} />
          <Sessions person={person} />
          <Leaving person={person} />
        </>
      ) : (
        <p className="person-body">{t.notKept}</p>
      )}
    </section>
  )
}

const Ways = ({ person }: { person: PersonDetails }) => {
  const t = useWords(peopleWords)
  const cache = useQueryClient()
  const params = { id: person.id }
  const refresh = () => cache.invalidateQueries({ queryKey: keyOf(GetPerson, person.id) })
  const make = useMutation({ mutationFn: () => call(MakeInvitation, { params }), onSuccess: refresh })
  const revoke = useMutation({
    mutationFn: () => call(RevokeInvitation, { params }),
    onSuccess: () => {
      make.reset()
      return refresh()
    },
  })
  const reset = usePersonChange(person.id, () => call(ResetSecondFactor, { params }))
  const forget = usePersonChange(person.id, () => call(RemoveSigningKeyOf, { params }))
  const error = make.error ?? revoke.error ?? reset.error ?? forget.error
  return (
    <div className="person-body">
      <p>{person.email}</p>
      <p className="small">
        {person.secondFactor ? t.factorOn : t.factorOff} · {t.passkeys(person.passkeys)}
      </p>
      {person.invitedUntil && <p className="small">{t.invitedUntil(instantWords(person.invitedUntil))}</p>}
      {make.data && <LinkOnce invitation={make.data} />}
      {person.leftOn === null && (
        <Button size="xs" variant="default" onClick={() => make.mutate()} loading={make.isPending}>
          {t.newLink}
        </Button>
      )}
      {person.invitedUntil && (
        <Button size="xs" variant="default" onClick={() => revoke.mutate()} loading={revoke.isPending}>
          {t.revokeLink}
        </Button>
      )}
      {(person.secondFactor || person.passkeys > 0) && (
        <>
          <p className="small">{t.lostPhoneHelp}</p>
          <Button
            size="xs"
            variant="default"
            onClick={() => reset.mutate(undefined)}
            loading={reset.isPending}
          >
            {t.lostPhone}
          </Button>
        </>
      )}
      {person.signsDigitally && (
        <>
          <p className="small">{t.forgetKeyHelp}</p>
          <Button
            size="xs"
            variant="default"
            onClick={() => forget.mutate(undefined)}
            loading={forget.isPending}
          >
            {t.forgetKey}
          </Button>
        </>
      )}
      {error && <Trouble error={error} />}
    </div>
  )
}

const Sessions = ({ person }: { person: PersonDetails }) => {
  const t = useWords(peopleWords)
  const end = usePersonChange(person.id, (sessionId: string | null) =>
    call(EndSessionsOf, { params: { id: person.id }, body: sessionId ? { sessionId } : {} }),
  )
  if (person.sessions.length === 0) return null
  return (
    <>
      <SessionList sessions={person.sessions} onEnd={end.mutate} />
      <div className="person-body">
        <Button size="xs" variant="default" onClick={() => end.mutate(null)} loading={end.isPending}>
          {t.signOutAll}
        </Button>
        {end.error && <Trouble error={end.error} />}
      </div>
    </>
  )
}

const Leaving = ({ person }: { person: PersonDetails }) => {
  const t = useWords(peopleWords)
  const [day, setDay] = useState(todayInVietnam())
  const leave = usePersonChange(person.id, (on: string | null) =>
    call(LeaveOffice, { params: { id: person.id }, body: { on } }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    leave.mutate(day)
  }
  return (
    <div className="person-body">
      <h3>{t.left}</h3>
      {person.leftOn !== null ? (
        <>
          <p>{t.leftSince(dayWords(person.leftOn))}</p>
          <Button size="xs" variant="default" onClick={() => leave.mutate(null)} loading={leave.isPending}>
            {t.back}
          </Button>
        </>
      ) : (
        <form className="person-form" onSubmit={submit}>
          <TextInput
            className="wide"
            label={t.leftOn}
            description={t.leftHelp}
            type="date"
            required
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <div className="buttons">
            <Button type="submit" size="xs" variant="default" loading={leave.isPending}>
              {t.setLeft}
            </Button>
          </div>
        </form>
      )}
      {leave.error && <Trouble error={leave.error} />}
    </div>
  )
}
