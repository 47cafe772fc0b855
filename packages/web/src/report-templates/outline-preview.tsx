/** The report as an outline makes it, drawn a moment after the last change. */
import type { Outline } from '@loa/contract/report-outline'
import { PreviewReportTemplate } from '@loa/contract/report-templates'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { PrintedPage } from '../dispatches/preview.tsx'
import { Paper } from '../reports/paper.tsx'
import { Loaded } from '../shell/page.tsx'
import { Switch } from '../shell/switch.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { templateWords } from '../words/report-templates.ts'
import { reportWords } from '../words/reports.ts'

export const OutlinePreview = ({ outline, campaignId }: { outline: Outline; campaignId: number | null }) => {
  const t = useWords(templateWords)
  const reports = useWords(reportWords)
  const [settled] = useDebouncedValue(outline, 400)
  const [search, change] = useFilter()
  const look = search.look === 'printed' ? 'printed' : 'page'
  const query = useQuery({
    queryKey: keyOf(PreviewReportTemplate, settled, campaignId),
    queryFn: ({ signal }) =>
      call(PreviewReportTemplate, { body: { outline: settled, campaignId }, idempotencyKey: '', signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return (
    <>
      <div className="pane-head">
        <Switch
          label={t.look}
          value={look}
          onChange={(chosen) => change({ look: chosen === 'page' ? null : chosen })}
          options={(['page', 'printed'] as const).map((value) => ({ value, label: t.looks[value] ?? value }))}
        />
      </div>
      <Loaded query={query}>
        {({ head, page, pages }) => (
          <div className="printed">
            {look === 'printed' ? (
              pages.map((svg, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
                <PrintedPage key={index} svg={svg} alt={t.page(index + 1, pages.length)} />
              ))
            ) : (
              <>
                <Paper
                  head={head}
                  page={page}
                  figure={({ text }) => <b>{text}</b>}
                  words={(block, help) => (
                    <div className="paper-unwritten" key={block}>
                      <p>{reports.unwritten(help ?? '')}</p>
                    </div>
                  )}
                />
                {outline.map(
                  (block) =>
                    block.kind === 'table' && (
                      <p className="template-annex" key={block.id}>
                        {t.annex}: {block.title}
                      </p>
                    ),
                )}
              </>
            )}
          </div>
        )}
      </Loaded>
    </>
  )
}
