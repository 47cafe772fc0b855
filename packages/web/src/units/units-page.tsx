import { ListUnits, type Unit } from '@loa/contract/units'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { dayWords, numberWords, todayInVietnam } from '../shell/format.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { SearchBox } from '../shell/search-box.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { unitWords } from '../words/units.ts'
import './units.css'

export const UnitsPage = () => {
  const t = useWords(unitWords)
  const shell = useWords(shellWords)
  const { language } = useLanguage()
  const [search, change] = useFilter()
  const on = search.on ?? todayInVietnam()
  const filter = { on, q: search.q, type: search.type }
  const list = useInfiniteQuery({
    queryKey: keyOf(ListUnits, filter),
    queryFn: ({ pageParam, signal }) =>
      call(ListUnits, { query: { ...filter, limit: 100, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  const total = list.data?.pages[0]?.total
  const count = (value: number) => numberWords(language, value)
  return (
    <Page title={t.title} state={total === undefined ? ' ' : t.state(count(total), dayWords(on))} fill>
      <search className="picker-bar units-bar">
        <SearchBox label={t.find} value={search.q ?? ''} onChange={(q) => change({ q })} />
        <TextInput
          className="units-field"
          label={t.on}
          type="date"
          value={on}
          onChange={(event) => event.currentTarget.value && change({ on: event.currentTarget.value })}
        />
        <NativeSelect
          className="units-field"
          label={t.type}
          value={search.type ?? ''}
          onChange={(event) => change({ type: event.currentTarget.value })}
          data={[
            { value: '', label: t.allTypes },
            ...Object.entries(t.types).map(([value, label]) => ({ value, label })),
          ]}
        />
      </search>
      <div className="units">
        <Loaded query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows)
            if (rows.length === 0)
              return <Empty title={t.none} help={t.noneHelp} action={<Link to="/units">{t.clear}</Link>} />
            return (
              <div className="panel directory">
                <Directory rows={rows} />
                <footer>
                  <span className="meta" role="status">
                    {t.shown(count(rows.length), count(total ?? rows.length))}
                  </span>
                  {list.hasNextPage && (
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => list.fetchNextPage()}
                      loading={list.isFetchingNextPage}
                    >
                      {shell.more}
                    </Button>
                  )}
                </footer>
              </div>
            )
          }}
        </Loaded>
      </div>
    </Page>
  )
}

const Directory = ({ rows }: { rows: Unit[] }) => {
  const t = useWords(unitWords)
  return (
    <table className="table" aria-label={t.title}>
      <thead>
        <tr>
          <th>{t.column.name}</th>
          <th>{t.column.type}</th>
          <th>{t.column.code}</th>
          <th>{t.column.parent}</th>
          <th>{t.column.from}</th>
          <th>{t.column.to}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((unit) => (
          <tr key={unit.id}>
            <td className="name" lang="vi">
              {unit.fullName}
            </td>
            <td>{t.types[unit.type] ?? unit.type}</td>
            <td className="code">{unit.code}</td>
            <td className="code">{unit.parentCode ?? <span className="meta">{t.top}</span>}</td>
            <td>{dayWords(unit.validFrom) || <span className="meta">{t.unknownFrom}</span>}</td>
            <td>{dayWords(unit.validTo) || <span className="meta">{t.stillThere}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
