/** The sites of the unit and those below: where things hang, what is late, broken, or free. */
import { ListSites, type SiteRow, siteKinds } from '@loa/contract/sites'
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
import { useLanguage, useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'
import { SiteBadge } from './site-badge.tsx'
import './sites.css'

const shows = ['late', 'damaged', 'permit', 'free', 'closed'] as const
const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T | undefined =>
  known.find((each) => each === value)

export const SitesPage = () => {
  const t = useWords(siteWords)
  const { language } = useLanguage()
  const may = useMay()
  const [search, change] = useFilter()
  const filter = {
    q: search.q,
    kind: oneOf(siteKinds, search.kind),
    show: oneOf(shows, search.show),
    unit: Number(search.unit) || undefined,
    campaign: Number(search.campaign) || undefined,
  }
  const list = useInfiniteQuery({
    queryKey: keyOf(ListSites, filter),
    queryFn: ({ pageParam, signal }) => call(ListSites, { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  const total = list.data?.pages[0]?.total
  const isFiltered = Object.values(filter).some((value) => value !== undefined && value !== '')
  const add = (
    <Button size="md" component={Link} to="/sites/$id/edit" params={{ id: 'new' } as never}>
      {t.add}
    </Button>
  )
  return (
    <Page
      title={t.title}
      state={total === undefined ? ' ' : t.lead(numberWords(language, total))}
      next={may('site.save') ? { why: t.addWhy, help: t.addHelp, action: add } : undefined}
      fill
    >
      <search className="picker-bar">
        <SearchBox label={t.find} value={search.q ?? ''} onChange={(q) => change({ q })} />
        <NativeSelect
          aria-label={t.kind}
          value={filter.kind ?? ''}
          onChange={(event) => change({ kind: event.currentTarget.value })}
          data={[
            { value: '', label: t.allKinds },
            ...siteKinds.map((value) => ({ value, label: t.kinds[value] })),
          ]}
        />
        <NativeSelect
          aria-label={t.show}
          value={filter.show ?? ''}
          onChange={(event) => change({ show: event.currentTarget.value })}
          data={[
            { value: '', label: t.shows.all },
            ...shows.map((value) => ({ value, label: t.shows[value] })),
          ]}
        />
        <span className="site-links">
          <Link to="/sites/walk">{t.walk}</Link>
          <Link to="/sites/due">{t.due}</Link>
          <Link to="/vehicles">{t.vehicles}</Link>
          <Link to="/gatherings">{t.gatherings}</Link>
          <Link to="/map">{t.map}</Link>
          <Link to="/sites/labels" search={search}>
            {t.labels}
          </Link>
        </span>
      </search>
      <div className="site-list">
        <Loaded query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows)
            if (rows.length === 0)
              return isFiltered ? (
                <Empty title={t.none} help={t.noneHelp} action={<Link to="/sites">{t.clear}</Link>} />
              ) : (
                <Empty title={t.empty} help={t.emptyHelp} action={may('site.save') ? add : undefined} />
              )
            return (
              <div className="panel">
                <SiteTable rows={rows} />
                <More list={list} />
              </div>
            )
          }}
        </Loaded>
      </div>
    </Page>
  )
}

const SiteTable = ({ rows }: { rows: SiteRow[] }) => {
  const t = useWords(siteWords)
  const { language } = useLanguage()
  return (
    <table className="table site-rows" aria-label={t.title}>
      <thead>
        <tr>
          <th scope="col" className="num">
            {t.column.number}
          </th>
          <th scope="col">{t.column.site}</th>
          <th scope="col">{t.column.kind}</th>
          <th scope="col" className="num">
            {t.column.area}
          </th>
          <th scope="col" className="num">
            {t.column.hanging}
          </th>
          <th scope="col">{t.column.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((site) => (
          <tr key={site.id}>
            <td className="num">{site.number}</td>
            <td lang="vi">
              <Link to="/sites/$id" params={{ id: site.id }}>
                {site.name}
              </Link>
              <span className="meta">
                {site.place} · {site.unit.name}
              </span>
            </td>
            <td>{t.kinds[site.kind]}</td>
            <td className="num">{site.area > 0 ? `${numberWords(language, site.area)} m²` : t.noArea}</td>
            <td className="num">{t.faces(site.hanging, site.faces)}</td>
            <td>
              <SiteBadge site={site} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
