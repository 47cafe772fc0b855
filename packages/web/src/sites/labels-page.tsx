/** Labels to print and put up: one site (`?site=`), or those of the list as it was filtered. */
import { GetSite, ListSites } from '@loa/contract/sites'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'
import './sites.css'
import './labels.css'

export const LabelsPage = () => {
  const t = useWords(siteWords)
  const [search] = useFilter()
  const { site, q, kind, show, unit, campaign } = search
  const query = useQuery({
    queryKey: keyOf(ListSites, 'labels', search),
    queryFn: async ({ signal }) =>
      site
        ? [await call(GetSite, { params: { id: site }, signal })]
        : (await call(ListSites, { query: { q, kind, show, unit, campaign, limit: 200 } as never, signal }))
            .rows,
  })
  const print = (
    <Button size="md" onClick={() => window.print()}>
      {t.printNow}
    </Button>
  )
  return (
    <Page
      title={t.labelsTitle}
      crumb={<Link to="/sites">{t.title}</Link>}
      state={t.labelsLead}
      next={query.data?.length ? { why: t.labels, action: print } : undefined}
    >
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t.none} help={t.noneHelp} action={<Link to="/sites">{t.title}</Link>} />
          ) : (
            <ul className="labels" lang="vi">
              {rows.map((row) => (
                <li key={row.id}>
                  <img
                    src={`/api/sites/${row.id}/label`}
                    alt={t.labelAlt(row.number)}
                    width={140}
                    height={140}
                    loading="lazy"
                  />
                  <div>
                    <b>{t.site(row.number)}</b>
                    <span>{row.name}</span>
                    <span>{row.place}</span>
                    <span>{row.unit.fullName}</span>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}
