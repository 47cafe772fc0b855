import { type Role, roles } from '@loa/contract/acts'
import { ListPeople, type PersonRow, personStates } from '@loa/contract/roster'
import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { More } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { SearchBox } from '../shell/search-box.tsx'
import { useMay } from '../shell/session.ts'
import { useFilter } from '../shell/use-filter.ts'
import { actWords } from '../words/acts.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { PersonBadge } from './person-badge.tsx'
import './people.css'

const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((each) => each === value)

export const PeoplePage = () => {
  const t = useWords(peopleWords)
  const names = useWords(actWords)
  const { language } = useLanguage()
  const mayAdd = useMay()('person.change')
  const [search, change] = useFilter()
  const filter = {
    q: search.q,
    role: oneOf(roles, search.role),
    state: oneOf(personStates, search.state),
    unit: Number(search.unit) || undefined,
  }
  const list = useInfiniteQuery({
    queryKey: keyOf(ListPeople, filter),
    queryFn: ({ pageParam, signal }) => call(ListPeople, { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  const total = list.data?.pages[0]?.total
  const add = (
    <Button size="md" component={Link} to="/people/new">
      {t.add}
    </Button>
  )
  return (
    <Page
      title={t.title}
      state={total === undefined ? ' ' : t.lead(numberWords(language, total))}
      next={mayAdd ? { why: t.addWhy, help: t.addHelp, action: add } : undefined}
      fill
    >
      <search className="picker-bar">
        <SearchBox label={t.find} value={search.q ?? ''} onChange={(q) => change({ q })} />
        <NativeSelect
          aria-label={t.role}
          value={filter.role ?? ''}
          onChange={(event) => change({ role: event.currentTarget.value })}
          data={[
            { value: '', label: t.allRoles },
            ...roles.map((value) => ({ value, label: names.roles[value] })),
          ]}
        />
        <NativeSelect
          aria-label={t.state}
          value={filter.state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value })}
          data={[
            { value: '', label: t.allStates },
            ...personStates.map((value) => ({ value, label: t.states[value] })),
          ]}
        />
        {filter.unit !== undefined && (
          <Button variant="default" size="xs" onClick={() => change({ unit: null })}>
            {t.allUnits}
          </Button>
        )}
        <Link className="people-table-link" to="/people/roles">
          {t.table}
        </Link>
      </search>
      <div className="people-list">
        <Loaded query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows)
            if (rows.length === 0)
              return <Empty title={t.none} help={t.noneHelp} action={<Link to="/people">{t.clear}</Link>} />
            return (
              <div className="panel">
                <PeopleTable rows={rows} />
                <More list={list} />
              </div>
            )
          }}
        </Loaded>
      </div>
    </Page>
  )
}

const PeopleTable = ({ rows }: { rows: PersonRow[] }) => {
  const t = useWords(peopleWords)
  const names = useWords(actWords)
  return (
    <table className="table people-rows" aria-label={t.title}>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.unit}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((person) => (
          <tr key={person.id}>
            <td>
              <Link to="/people/$id" params={{ id: person.id }}>
                {person.name}
              </Link>
              <span className="meta">{person.title || person.email}</span>
            </td>
            <td lang="vi">
              {person.unit && (
                <Link className="quiet" to="/people" search={{ unit: String(person.unit.id) }}>
                  {person.unit.fullName}
                </Link>
              )}
            </td>
            <td>{person.roles.map((role: Role) => names.roles[role]).join(', ')}</td>
            <td>
              <PersonBadge state={person.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
