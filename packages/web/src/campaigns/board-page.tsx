import { GetCampaign } from '@loa/contract/campaigns'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { Page } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { Board } from './board.tsx'
import { BoardCrumb } from './board-crumb.tsx'
import { CampaignPlaces } from './campaign-places.tsx'
import { useNextStep } from './next-step.tsx'
import { useBoard } from './use-board.ts'
import './matrix.css'
import './campaigns.css'

export const BoardPage = () => {
  const t = useWords(campaignWords)
  const shell = useWords(shellWords)
  const { number } = useNumbers()
  const id = Number(useParams({ strict: false }).id)
  const [search] = useFilter()
  const campaignQuery = useQuery({
    queryKey: keyOf(GetCampaign, id),
    queryFn: () => call(GetCampaign, { params: { id } }),
  })
  const campaign = campaignQuery.data
  const { query, delivering } = useBoard(id, campaign, search)
  const board = query.data?.pages[0]
  const next = useNextStep(campaign, board?.missing)

  // Head and table come together: the head's words and its next step depend on both.
  if (!campaign || (!board && !query.error))
    return (
      <Page title={t.board} crumb={<Link to="/campaigns">{t.title}</Link>}>
        {campaignQuery.error ? (
          <Trouble error={campaignQuery.error} onRetry={() => campaignQuery.refetch()} />
        ) : (
          <div className="loading" role="status">
            {shell.loading}
          </div>
        )}
      </Page>
    )
  const total = board ? Object.values(board.steps).reduce((sum, units) => sum + units, 0) : 0
  const received = board
    ? total - (board.steps.delivered ?? 0) - (board.steps.opened ?? 0)
    : campaign.received
  const doubts = Object.values(board?.totals ?? {}).filter((each) => (each?.doubted ?? 0) > 0).length
  return (
    <Page
      title={campaign.title}
      crumb={<BoardCrumb campaign={campaign} />}
      state={
        <span role="status">
          {campaign.stopReason && <b lang="vi">{campaign.stopReason}. </b>}
          {delivering
            ? t.deliveringLine(number(delivering.done), number(delivering.all))
            : t.stateLine(
                number(received),
                number(board ? total - board.missing : campaign.reporting),
                number(board && total > 0 ? total : campaign.units),
              )}
          {doubts > 0 && ` · ${t.doubtLine(number(doubts))}`}
        </span>
      }
      next={next}
      places={<CampaignPlaces id={id} />}
      fill
    >
      <Board campaign={campaign} query={query} delivering={delivering} />
    </Page>
  )
}
