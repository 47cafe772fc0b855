/** Filters, matrix or list, and the pane of the figure that is open. */
import type { Campaign, GetBoard } from '@loa/contract/campaigns'
import { Button } from '@mantine/core'
import type { z } from 'zod'
import { useNumbers } from '../figures/indicator-words.ts'
import { OpenFigurePanel } from '../figures/open-figure.tsx'
import { useFigure } from '../figures/use-figure.ts'
import { RemindLink } from '../reminders/remind-link.tsx'
import { MoreButton } from '../shell/more.tsx'
import { Empty, Loaded } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useUnitsOf } from '../units/then-today.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { thenTodayWords } from '../words/then-today.ts'
import { BoardBulk } from './board-bulk.tsx'
import { BoardFilters } from './board-filters.tsx'
import { BoardLegend } from './board-legend.tsx'
import { BoardList } from './board-list.tsx'
import { BoardMatrix } from './board-matrix.tsx'
import { BoardUndecided } from './board-undecided.tsx'
import { CampaignAbout } from './campaign-about.tsx'
import { columnsOf } from './columns.ts'
import type { useBoard } from './use-board.ts'
import { useChoice } from './use-choice.ts'
import { useIsNarrow } from './use-is-narrow.ts'

type Boards = ReturnType<typeof useBoard>

export const Board = ({
  campaign,
  query,
  delivering,
}: {
  campaign: Campaign
  query: Boards['query']
  delivering: Boards['delivering']
}) => {
  const [search] = useFilter()
  const { open, show, close } = useFigure()
  const columns = columnsOf(campaign, search)
  const unitsOf = useUnitsOf()
  return (
    <div className="board own-height">
      <BoardFilters campaignId={campaign.id} steps={query.data?.pages[0]?.steps ?? {}} />
      <div className={open ? 'board-panes with-figure' : 'board-panes'}>
        <div className="board-main">
          <CampaignAbout campaign={campaign} />
          <BoardUndecided campaignId={campaign.id} count={query.data?.pages[0]?.undecided ?? 0} />
          <Loaded query={query}>
            {({ pages }) => {
              const [first] = pages
              const rows = pages.flatMap((page) => page.rows)
              if (!first || rows.length === 0)
                return <NoUnits campaign={campaign} isOut={Boolean(delivering)} />
              return (
                <Units
                  {...{ campaign, first, rows, columns, open, query }}
                  onFigure={(indicator, unit) => show(indicator, unit)}
                />
              )
            }}
          </Loaded>
        </div>
        {open && (
          <div className="board-side">
            <OpenFigurePanel
              key={open.indicator}
              campaignId={campaign.id}
              figure={open}
              units={unitsOf}
              onUnit={(unit) => show(open.indicator, unit)}
              onClose={close}
            />
          </div>
        )}
      </div>
    </div>
  )
}

const Units = ({
  campaign,
  first,
  rows,
  columns,
  open,
  query,
  onFigure,
}: {
  campaign: Campaign
  first: z.output<typeof GetBoard.answer>
  rows: z.output<typeof GetBoard.answer>['rows']
  columns: ReturnType<typeof columnsOf>
  open: ReturnType<typeof useFigure>['open']
  query: Boards['query']
  onFigure: (indicator: string, unit: number | null) => void
}) => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  const isNarrow = useIsNarrow()
  const then = useWords(thenTodayWords)
  const unitsOf = useUnitsOf()
  const units = Object.values(first.steps).reduce((sum, count) => sum + count, 0)
  const choice = useChoice(campaign)
  const shared = { rows, columns, totals: first.totals, units, open, onFigure, choice }
  return (
    <>
      {isNarrow ? <BoardList {...shared} /> : <BoardMatrix {...shared} />}
      <footer className="board-foot">
        <span>{t.shown(number(rows.length), number(first.total))}</span>
        <MoreButton list={query} />
        {(choice?.chosen.size ?? 0) === 0 && <RemindLink campaign={campaign} />}
        {unitsOf === 'today' && <span className="meta">{then.equal}</span>}
        {!isNarrow && <BoardLegend />}
      </footer>
      {choice && <BoardBulk campaignId={campaign.id} rows={rows} choice={choice} />}
    </>
  )
}

const NoUnits = ({ campaign, isOut }: { campaign: Campaign; isOut: boolean }) => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  const [search, change] = useFilter()
  const isFiltered = Boolean(search.q || search.step || search.show)
  if (isOut && !isFiltered)
    return <Empty title={t.deliveringLine('0', number(campaign.units))} help={t.deliveringHelp} />
  return isFiltered ? (
    <Empty
      title={t.emptyBoard}
      help={t.emptyBoardHelp}
      action={
        <Button variant="default" onClick={() => change({ q: null, step: null, show: null })}>
          {t.clear}
        </Button>
      }
    />
  ) : (
    <Empty title={t.noUnitsYet} help={t.noUnitsYetHelp} />
  )
}
