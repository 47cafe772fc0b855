import { type Delegation, EndDelegation, type PersonDetails } from '@loa/contract/roster'
import { Button } from '@mantine/core'
import { lazy } from 'react'
import { call } from '../api.ts'
import { dayWords, instantWords, todayInVietnam } from '../shell/format.ts'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { actWords } from '../words/acts.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { Section } from './section.tsx'
import { usePersonChange } from './use-person.ts'

const DelegationForm = lazy(async () => ({
  default: (await import('./delegation-form.tsx')).DelegationForm,
}))

/** KT., TL., TUQ.: given by the person and to the person. */
export const Delegations = ({ person }: { person: PersonDetails }) => {
  const t = useWords(peopleWords)
  const mayGive = useMay()('delegation.change') && person.leftOn === null && person.unit !== null
  const end = usePersonChange(person.id, (id: number) => call(EndDelegation, { params: { id } }))
  return (
    <Section
      title={t.delegations}
      count={person.delegations.length}
      open={mayGive ? t.delegate : null}
      form={(close) => <DelegationForm person={person} onDone={close} />}
    >
      {person.delegations.length === 0 && <p className="person-body">{t.noDelegations}</p>}
      <ul className="power-list">
        {person.delegations.map((delegation) => (
          <Row
            key={delegation.id}
            delegation={delegation}
            // The answer is the page of who received it; from the giver's page it is ended there.
            onEnd={mayGive && delegation.to.id === person.id ? () => end.mutate(delegation.id) : null}
          />
        ))}
      </ul>
      {end.error && <Trouble error={end.error} />}
    </Section>
  )
}

const Row = ({ delegation, onEnd }: { delegation: Delegation; onEnd: (() => void) | null }) => {
  const t = useWords(peopleWords)
  const names = useWords(actWords)
  const { types } = useWords(dispatchWords)
  const { validFrom, validTo, revokedAt } = delegation
  const day = todayInVietnam()
  const state =
    revokedAt !== null
      ? 'takenBack'
      : validTo !== null && validTo < day
        ? 'over'
        : validFrom > day
          ? 'later'
          : 'now'
  return (
    <li>
      <span className="power-words">
        <b lang="vi">
          {delegation.authorityLine} / {delegation.signerTitle}
        </b>
        <span>{t.fromTo(delegation.from.name, delegation.to.name)}</span>
        <span className="small">
          {delegation.acts.map((act) => (names.acts as Record<string, string>)[act]).join(', ')}:{' '}
          {delegation.documentTypes.length === 0
            ? t.allTypes
            : delegation.documentTypes.map((type) => types[type] ?? type).join(', ')}
        </span>
        <span className="meta">
          {[
            t.days(dayWords(validFrom), dayWords(validTo) || t.forGood),
            delegation.act,
            revokedAt && t.revoked(instantWords(revokedAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <StateBadge tone={state === 'now' ? 'ok' : state === 'later' ? 'go' : 'none'}>{t[state]}</StateBadge>
      {onEnd && (state === 'now' || state === 'later') && (
        <Button size="xs" variant="default" aria-label={t.endOf(delegation.authorityLine)} onClick={onEnd}>
          {t.end}
        </Button>
      )}
    </li>
  )
}
