import { EnterExample, ListExamplePeople, type Person, type Session, SignIn } from '@loa/contract/people'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { fold } from '../shell/fold.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { sessionQuery } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { sessionWords } from '../words/session.ts'
import { OtherWays } from './other-ways.tsx'
import { SecondStep } from './second-step.tsx'
import './session.css'

export const SignInPage = () => {
  const t = useWords(sessionWords)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const { to, problem } = useSearch({ strict: false }) as { to?: string; problem?: string }
  const [isSecond, setSecond] = useState(false)
  const session = useQuery(sessionQuery).data
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')

  const wanted = to?.startsWith('/') && !to.startsWith('//') ? to : '/'
  const onEntered = (entered: Session) => {
    cache.clear()
    cache.setQueryData(sessionQuery.queryKey, entered)
    // The field is a page of its own.
    if (wanted.startsWith('/field')) window.location.assign(wanted)
    else navigate({ to: wanted })
  }
  const enter = useMutation({
    mutationFn: (personId: string | null) =>
      personId === null
        ? call(SignIn, { body: { email, password } })
        : call(EnterExample, { body: { personId } }),
    onSuccess: (entered) => (entered.secondFactor ? setSecond(true) : onEntered(entered)),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate(null)
  }
  if (isSecond)
    return (
      <Page title={t.title} state={t.lead}>
        <SecondStep onEntered={onEntered} onAgain={() => setSecond(false)} />
      </Page>
    )
  return (
    <Page title={t.title} state={t.lead}>
      <div className="entrance">
        <form className="panel entrance-form" onSubmit={submit}>
          <TextInput
            label={t.email}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t.password}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={enter.isPending}>
            {t.enter}
          </Button>
          {enter.error && <Trouble error={enter.error} />}
          {problem && !enter.error && <Trouble error={told(problem)} />}
          <OtherWays session={session} to={wanted} onEntered={onEntered} />
        </form>
        {session?.example && (
          <ExamplePeople onPick={(person) => enter.mutate(person.id)} isBusy={enter.isPending} />
        )}
      </div>
    </Page>
  )
}

/** What the provider's way in ended with: it came as an address, not as an answer. */
const told = (code: string) => new ApiProblem({ type: '', title: code, status: 0, code })

const ExamplePeople = ({ onPick, isBusy }: { onPick: (person: Person) => void; isBusy: boolean }) => {
  const t = useWords(sessionWords)
  const [words, setWords] = useState('')
  const query = useQuery({ queryKey: keyOf(ListExamplePeople), queryFn: () => call(ListExamplePeople) })
  return (
    <section className="panel" aria-labelledby="example-people">
      <header>
        <h2 id="example-people">{t.example}</h2>
      </header>
      <div className="entrance-search">
        <p className="small">{t.exampleHelp}</p>
        <TextInput
          type="search"
          aria-label={t.find}
          placeholder={t.find}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <Loaded query={query}>
        {({ people }) => {
          const shown = people.filter((person) =>
            fold(`${person.name} ${person.title} ${person.unit.fullName}`).includes(fold(words)),
          )
          return (
            <ul className="people">
              {shown.map((person) => (
                <li key={person.id}>
                  <button type="button" disabled={isBusy} onClick={() => onPick(person)}>
                    <b>{person.name}</b>
                    <span>{person.title}</span>
                  </button>
                </li>
              ))}
              {shown.length === 0 && <li className="meta">{t.none}</li>}
            </ul>
          )
        }}
      </Loaded>
    </section>
  )
}
