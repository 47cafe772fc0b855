import { GetPerson, type PersonDetails } from '@loa/contract/roster'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { Appointments } from './appointments.tsx'
import { Delegations } from './delegations.tsx'
import { Leaves } from './leaves.tsx'
import { PersonBadge } from './person-badge.tsx'
import { PersonSignIn } from './person-sign-in.tsx'
import { PersonWords } from './person-words.tsx'
import './people.css'

export const PersonPage = () => {
  const t = useWords(peopleWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery({
    queryKey: keyOf(GetPerson, id),
    queryFn: () => call(GetPerson, { params: { id } }),
  })
  const person = query.data
  const mayReadLog = useMay()('log.read')
  return (
    <Page
      title={person?.name ?? t.title}
      crumb={
        <>
          <Link to="/people">{t.title}</Link>
          {person && mayReadLog && (
            <>
              <span aria-hidden>·</span>
              <Link to="/log" search={{ person: person.id }}>
                {t.log}
              </Link>
            </>
          )}
        </>
      }
      state={
        person ? (
          <>
            <PersonBadge state={person.state} />{' '}
            {[person.title, person.unit?.fullName].filter(Boolean).join(' · ')}
          </>
        ) : (
          ' '
        )
      }
    >
      <Loaded query={query}>{(loaded) => <Sections person={loaded} />}</Loaded>
    </Page>
  )
}

const Sections = ({ person }: { person: PersonDetails }) => {
  const may = useMay()
  return (
    <div className="person">
      <div>
        <Appointments person={person} />
        <Delegations person={person} />
        <Leaves person={person} />
      </div>
      <div>
        {may('person.change') && person.mayKeep && <PersonWords person={person} />}
        {may('person.change') && <PersonSignIn person={person} />}
      </div>
    </div>
  )
}
