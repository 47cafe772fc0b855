import { EndLeave, type Leave, type PersonDetails } from '@loa/contract/roster'
import { Button } from '@mantine/core'
import { lazy } from 'react'
import { call } from '../api.ts'
import { dayWords, todayInVietnam } from '../shell/format.ts'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { Section } from './section.tsx'
import { usePersonChange } from './use-person.ts'

const LeaveForm = lazy(async () => ({ default: (await import('./leave-form.tsx')).LeaveForm }))

/** The person's own leave, and that in which the person stands in. */
export const Leaves = ({ person }: { person: PersonDetails }) => {
  const t = useWords(peopleWords)
  const mayGive = useMay()('leave.change') && person.leftOn === null && person.unit !== null
  const end = usePersonChange(person.id, (id: number) => call(EndLeave, { params: { id } }))
  return (
    <Section
      title={t.leaves}
      count={person.leaves.length}
      open={mayGive ? t.giveLeave : null}
      form={(close) => <LeaveForm person={person} onDone={close} />}
    >
      {person.leaves.length === 0 && <p className="person-body">{t.noLeaves}</p>}
      <ul className="power-list">
        {person.leaves.map((leave) => (
          <Row
            key={leave.id}
            leave={leave}
            onEnd={mayGive && leave.person.id === person.id ? () => end.mutate(leave.id) : null}
          />
        ))}
      </ul>
      {end.error && <Trouble error={end.error} />}
    </Section>
  )
}

const Row = ({ leave, onEnd }: { leave: Leave; onEnd: (() => void) | null }) => {
  const t = useWords(peopleWords)
  const day = todayInVietnam()
  const isOpen = leave.revokedAt === null && leave.validTo >= day
  return (
    <li>
      <span className="power-words">
        <b>{t.days(dayWords(leave.validFrom), dayWords(leave.validTo))}</b>
        <span>
          {t.awayOf(leave.person.name)}, {leave.standIn ? t.standsIn(leave.standIn.name) : t.noStandIn}
        </span>
        <span className="meta">{[leave.unit.fullName, leave.note].filter(Boolean).join(' · ')}</span>
      </span>
      <StateBadge tone={isOpen ? (leave.validFrom > day ? 'go' : 'ask') : 'none'}>
        {leave.revokedAt !== null
          ? t.canceled
          : isOpen
            ? leave.validFrom > day
              ? t.later
              : t.states.away
            : t.over}
      </StateBadge>
      {isOpen && onEnd && (
        <Button size="xs" variant="default" onClick={onEnd}>
          {t.cancelLeave}
        </Button>
      )}
    </li>
  )
}
