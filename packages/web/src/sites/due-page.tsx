/** What the own units are to take down. */
import { ListTakeDowns } from '@loa/contract/sites'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { dayWords, numberWords, todayInVietnam } from '../shell/format.ts'
import { More } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { StateBadge } from '../shell/state.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'
import './sites.css'

export const DuePage = () => {
  const t = useWords(siteWords)
  const { language } = useLanguage()
  const list = useInfiniteQuery({
    queryKey: keyOf(ListTakeDowns),
    queryFn: ({ pageParam, signal }) => call(ListTakeDowns, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const total = list.data?.pages[0]?.total
  return (
    <Page
      title={t.dueTitle}
      crumb={<Link to="/sites">{t.title}</Link>}
      state={total === undefined ? ' ' : t.dueLead(numberWords(language, total))}
    >
      <Loaded query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0)
            return (
              <Empty title={t.dueNone} help={t.dueNoneHelp} action={<Link to="/sites">{t.title}</Link>} />
            )
          return (
            <div className="panel">
              <ul className="face-list">
                {rows.map((posting) => (
                  <li key={posting.id}>
                    <div className="face-head">
                      <StateBadge tone={(posting.dueOn ?? '') < todayInVietnam() ? 'bad' : 'go'}>
                        {t.dueOnDay(dayWords(posting.dueOn))}
                      </StateBadge>
                      <Link to="/sites/$id" params={{ id: posting.siteId }} lang="vi">
                        {posting.site.number}. {posting.site.name}
                      </Link>
                    </div>
                    <p lang="vi">
                      {posting.content}{' '}
                      <span className="meta">
                        {posting.site.place} · {posting.unit.name}
                      </span>
                    </p>
                  </li>
                ))}
              </ul>
              <More list={list} />
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}
