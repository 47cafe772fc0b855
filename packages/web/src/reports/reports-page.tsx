import { ListReports, type ReportRow } from '@loa/contract/reports'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { CampaignPlaces } from '../campaigns/campaign-places.tsx'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { StateBadge } from '../shell/state.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { periodFigureWords } from '../words/period-figures.ts'
import { reportWords } from '../words/reports.ts'
import './reports.css'

export const ReportsPage = () => {
  const t = useWords(reportWords)
  const periods = useWords(periodFigureWords)
  const { number } = useNumbers()
  const [search, change] = useFilter()
  const campaign = Number(search.campaign) || undefined
  const query = useInfiniteQuery({
    queryKey: keyOf(ListReports, campaign),
    queryFn: ({ pageParam }) =>
      call(ListReports, {
        query: { ...(campaign ? { campaign } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const total = query.data?.pages[0]?.total
  return (
    <Page
      title={t.title}
      state={total === undefined ? ' ' : t.lead(number(total))}
      places={campaign && <CampaignPlaces id={campaign} />}
    >
      <p className="report-filter">
        <Link to="/report-templates">{t.templates}</Link>
        <Link to="/figures" search={campaign ? { campaign: String(campaign), period: 'campaign' } : {}}>
          {periods.link}
        </Link>
      </p>
      {campaign && (
        <p className="report-filter">
          {t.onlyOf}{' '}
          <Button variant="default" size="xs" onClick={() => change({ campaign: null })}>
            {t.all}
          </Button>
        </p>
      )}
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <NoReports />
          return (
            <>
              <ReportTable rows={rows} />
              <MoreButton list={query} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

const NoReports = () => {
  const t = useWords(reportWords)
  return (
    <Empty
      title={t.empty}
      help={t.emptyHelp}
      action={
        <Button component={Link} to="/campaigns">
          {t.toCampaigns}
        </Button>
      }
    />
  )
}

const ReportTable = ({ rows }: { rows: ReportRow[] }) => {
  const t = useWords(reportWords)
  const { number } = useNumbers()
  return (
    <div className="panel">
      <table className="table report-list">
        <thead>
          <tr>
            <th scope="col">{t.campaign}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.code}</th>
            <th scope="col">{t.state}</th>
            <th scope="col" className="num">
              {t.reported}
            </th>
            <th scope="col" className="num">
              {t.asOf}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/reports/$id" params={{ id: String(row.id) }}>
                  {row.campaignTitle}
                </Link>
              </td>
              <td data-label={t.kind}>
                {row.number === null ? t.kinds[row.kind] : t.supplementNo(String(row.number))}
              </td>
              <td data-label={t.code}>{row.dispatchState === 'issued' ? row.dispatchCode : t.noCode}</td>
              <td>
                <StateBadge tone={row.dispatchState === 'issued' ? 'ok' : 'go'}>
                  {t.states[row.dispatchState]}
                </StateBadge>
              </td>
              <td className="num" data-label={t.reported}>
                {t.ofUnits(number(row.unitsReporting), number(row.unitsAll))}
              </td>
              <td className="num" data-label={t.asOf}>
                {instantWords(row.asOf)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
