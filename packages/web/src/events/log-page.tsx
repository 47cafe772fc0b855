/** The event log: of the unit, of a thing (`?subject=dispatch&id=7`), of a person (`?person=…`), or one's own (`?box=mine`). */
import { ListEvents, ListMyEvents } from '@loa/contract/events'
import { NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { More } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Switch } from '../shell/switch.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { eventWords } from '../words/events.ts'
import { useWords } from '../words/language.tsx'
import { LogTable } from './log-table.tsx'
import './log.css'

export const LogPage = () => {
  const t = useWords(eventWords)
  const [search] = useFilter()
  const mayRead = useMay()('log.read')
  const isMine = search.box === 'mine' || !mayRead
  const filter = {
    ...(search.kind ? { kind: search.kind } : {}),
    ...(search.from ? { from: search.from } : {}),
    ...(search.to ? { to: search.to } : {}),
    ...(search.subject && search.id ? { subject: search.subject, id: search.id } : {}),
    ...(search.person && !isMine ? { person: search.person } : {}),
    ...(search.unit && !isMine ? { unit: Number(search.unit) } : {}),
  }
  const list = useInfiniteQuery({
    queryKey: keyOf(isMine ? ListMyEvents : ListEvents, filter),
    queryFn: ({ pageParam }) => {
      const query = { ...filter, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) }
      return isMine ? call(ListMyEvents, { query }) : call(ListEvents, { query })
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  const title = isMine
    ? t.titleMine
    : search.subject && search.id
      ? t.ofThing(t.things[search.subject] ?? search.subject, search.id)
      : search.person
        ? t.ofPerson
        : t.title
  return (
    <Page title={title} state={t.state} fill>
      <LogFilters isMine={isMine} mayRead={mayRead} />
      <div className="log">
        <Loaded query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows)
            if (rows.length === 0)
              return <Empty title={t.none} help={t.noneHelp} action={<Link to="/log">{t.clear}</Link>} />
            return (
              <div className="panel">
                <LogTable rows={rows} />
                <More list={list} />
              </div>
            )
          }}
        </Loaded>
      </div>
    </Page>
  )
}

const LogFilters = ({ isMine, mayRead }: { isMine: boolean; mayRead: boolean }) => {
  const t = useWords(eventWords)
  const [search, change] = useFilter()
  return (
    <search className="picker-bar log-bar">
      {mayRead && (
        <Switch
          label={t.boxes}
          value={isMine ? 'mine' : 'all'}
          onChange={(box) => change({ box: box === 'mine' ? 'mine' : null, person: null })}
          options={[
            { value: 'all', label: t.all },
            { value: 'mine', label: t.mine },
          ]}
        />
      )}
      <NativeSelect
        aria-label={t.kind}
        value={search.kind ?? ''}
        onChange={(event) => change({ kind: event.currentTarget.value })}
        data={[
          { value: '', label: t.allKinds },
          ...Object.entries(t.groups).map(([value, label]) => ({ value, label })),
        ]}
      />
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          className="log-day"
          type="date"
          label={t[name]}
          value={search[name] ?? ''}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
        />
      ))}
    </search>
  )
}
