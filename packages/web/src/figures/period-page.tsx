/** Số liệu theo kỳ: by indicator, and of one indicator by unit; what is chosen stands in the address. */
import { ListCampaigns } from '@loa/contract/campaigns'
import { GetPeriodFigures } from '@loa/contract/period-figures'
import { codeOfPeriod, periodName, periodOfCode, rangeWords } from '@loa/contract/period-names'
import { campaignPeriod, type Period, periodOf, rangePeriod } from '@loa/contract/periods'
import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { CampaignPlaces } from '../campaigns/campaign-places.tsx'
import { todayInVietnam } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { ThenToday, useUnitsOf } from '../units/then-today.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { periodFigureWords } from '../words/period-figures.ts'
import { reportWords } from '../words/reports.ts'
import { PeriodPicker } from './period-picker.tsx'
import { PeriodView } from './period-view.tsx'
import './figures.css'
import './period.css'

export const PeriodFiguresPage = () => {
  const t = useWords(periodFigureWords)
  const reports = useWords(reportWords)
  const { language } = useLanguage()
  const [search, change] = useFilter()
  const units = useUnitsOf()
  const today = todayInVietnam()
  const campaign = Number(search.campaign) || undefined
  const topic = campaign ? Number(search.topic) || undefined : undefined
  // Of a campaign only the server knows the days; until it has told them, today stands for them.
  const period: Period =
    periodOfCode(search.period ?? '', campaign ? { from: today, to: today } : null) ??
    periodOf(today, 'month', 'administrative') ??
    rangePeriod({ from: today, to: today })
  const filter = {
    period: codeOfPeriod(period),
    units,
    limit: 200,
    ...(campaign ? { campaign } : {}),
    ...(topic ? { topic } : {}),
    ...(search.indicator ? { indicator: search.indicator } : {}),
  }
  const query = useInfiniteQuery({
    queryKey: keyOf(GetPeriodFigures, filter),
    queryFn: ({ pageParam }) =>
      call(GetPeriodFigures, { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const campaigns = useQuery({
    queryKey: keyOf(ListCampaigns, 'all'),
    queryFn: () => call(ListCampaigns, { query: { limit: 200 } }),
  }).data?.rows
  const first = query.data?.pages[0]
  const shown = period.kind === 'campaign' && first ? campaignPeriod(first.period) : period

  return (
    <Page
      title={t.title}
      crumb={<Link to="/reports">{reports.title}</Link>}
      places={campaign && <CampaignPlaces id={campaign} />}
      state={
        first
          ? `${t.state(periodName(shown, language), rangeWords(first.period, language))}. ${t.owner(first.owner.name)}.`
          : ' '
      }
    >
      <div className="period-filters">
        <PeriodPicker
          period={shown}
          today={today}
          hasCampaign={campaign !== undefined}
          onChange={(code) => change({ period: code, unit: null })}
        />
        <NativeSelect
          label={t.campaign}
          value={campaign ? String(campaign) : ''}
          onChange={(event) =>
            change({
              campaign: event.currentTarget.value,
              topic: null,
              unit: null,
              ...(period.kind === 'campaign' ? { period: null } : {}),
            })
          }
          data={[
            { value: '', label: t.allCampaigns },
            ...(campaigns ?? []).map(({ id, title }) => ({ value: String(id), label: title })),
          ]}
        />
        {campaign && (
          <NativeSelect
            label={t.topic}
            value={topic ? String(topic) : ''}
            onChange={(event) => change({ topic: event.currentTarget.value, unit: null })}
            data={[
              { value: '', label: t.allTopics },
              ...(first?.topics ?? []).map(({ id, text }) => ({ value: String(id), label: text })),
            ]}
          />
        )}
        <ThenToday changes={{ unit: null }} />
      </div>
      <Loaded query={query}>{({ pages }) => <PeriodView pages={pages} period={shown} list={query} />}</Loaded>
      {first && first.waiting > 0 && (
        <p className="note">
          {t.waiting(String(first.waiting))}{' '}
          <Button size="xs" variant="default" onClick={() => query.refetch()}>
            {t.again}
          </Button>
        </p>
      )}
    </Page>
  )
}
