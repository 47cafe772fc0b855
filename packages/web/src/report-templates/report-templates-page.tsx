import { ListReportTemplates } from '@loa/contract/report-templates'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { templateWords } from '../words/report-templates.ts'
import { reportWords } from '../words/reports.ts'
import './report-templates.css'

export const ReportTemplatesPage = () => {
  const t = useWords(templateWords)
  const reports = useWords(reportWords)
  const { number } = useNumbers()
  const may = useMay()('report-template.save')
  const query = useInfiniteQuery({
    queryKey: keyOf(ListReportTemplates),
    queryFn: ({ pageParam }) => call(ListReportTemplates, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const total = query.data?.pages[0]?.total
  return (
    <Page
      title={t.title}
      crumb={<Link to="/reports">{reports.title}</Link>}
      state={total === undefined ? ' ' : t.lead(number(total))}
      next={
        may
          ? {
              why: t.addWhy,
              action: (
                <Button size="md" component={Link} to="/report-templates/$id" params={{ id: 'new' } as never}>
                  {t.add}
                </Button>
              ),
            }
          : undefined
      }
    >
      <Loaded query={query}>
        {({ pages }) => (
          <>
            <ul className="template-list">
              {pages
                .flatMap((page) => page.rows)
                .map((template) => (
                  <li className="panel" key={template.id}>
                    <Link to="/report-templates/$id" params={{ id: String(template.id) }}>
                      {template.name}
                    </Link>
                    {template.standard && <StateBadge tone="ok">{t.isStandard}</StateBadge>}
                    <span className="meta">
                      {[template.changedBy, instantWords(template.updatedAt)].filter(Boolean).join(' · ')}
                    </span>
                  </li>
                ))}
              <li className="panel">
                <b>{t.built}</b>
                <span className="small">{t.builtHelp}</span>
              </li>
            </ul>
            <MoreButton list={query} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
