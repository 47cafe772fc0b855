/** The saved phrases of the own unit. */
import { ListAddressGroups } from '@loa/contract/address-groups'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { More } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { addressGroupWords } from '../words/address-groups.ts'
import { useWords } from '../words/language.tsx'
import './groups.css'

export const GroupsPage = () => {
  const t = useWords(addressGroupWords)
  const may = useMay()
  const list = useInfiniteQuery({
    queryKey: keyOf(ListAddressGroups),
    queryFn: ({ pageParam }) => call(ListAddressGroups, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const add = (
    <Button component={Link} to="/units/groups/$id" params={{ id: 'new' } as never} size="md">
      {t.add}
    </Button>
  )
  return (
    <Page
      title={t.title}
      crumb={<Link to="/units">{t.back}</Link>}
      state={t.lead}
      next={may('address-group.save') ? { why: t.addWhy, help: t.addHelp, action: add } : undefined}
    >
      <Loaded query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <Empty title={t.empty} help={t.emptyHelp} />
          return (
            <div className="panel groups">
              <table className="table" aria-label={t.title}>
                <thead>
                  <tr>
                    <th>{t.column.name}</th>
                    <th>{t.column.phrase}</th>
                    <th>{t.column.updated}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ id, name, phrase, updatedBy, updatedAt }) => (
                    <tr key={id}>
                      <td>
                        <Link to="/units/groups/$id" params={{ id: String(id) }} search={{}}>
                          {name}
                        </Link>
                      </td>
                      <td lang="vi">{phrase}</td>
                      <td className="meta">{t.updated(updatedBy?.name ?? '', instantWords(updatedAt))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <More list={list} />
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}
