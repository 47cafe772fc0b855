/** The reporting rounds of a campaign: who is expected, who is late, and the report that comes of it. */
import { GetCampaign } from '@loa/contract/campaigns'
import { ListRounds, type Round } from '@loa/contract/rounds'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { CampaignPlaces } from '../campaigns/campaign-places.tsx'
import { useNumbers } from '../figures/indicator-words.ts'
import { RemindLink } from '../reminders/remind-link.tsx'
import { dayWords, instantWords } from '../shell/format.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useMay, useWorksFor } from '../shell/session.ts'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { roundWords } from '../words/rounds.ts'
import { ExpectedList } from './expected-list.tsx'
import { ChangeDue, OpenRoundForm } from './round-forms.tsx'
import { useRoundNext } from './use-round-next.tsx'
import { useRoundWords } from './use-round-words.ts'
import './rounds.css'

export const RoundsPage = () => {
  const t = useWords(roundWords)
  const id = Number(useParams({ strict: false }).id)
  const campaign = useQuery({
    queryKey: keyOf(GetCampaign, id),
    queryFn: () => call(GetCampaign, { params: { id } }),
  })
  const rounds = useQuery({
    queryKey: keyOf(ListRounds, id),
    queryFn: () => call(ListRounds, { params: { id }, query: { limit: 100 } }),
  })
  const [search] = useFilter()
  const list = rounds.data
  const round = list?.rows.find((each) => each.id === Number(search.round)) ?? list?.rows[0]
  const isOwner = useWorksFor()(campaign.data?.owner.id ?? 0)
  const mayOpen = useMay()('round.open') && isOwner && campaign.data?.state === 'running'
  const next = useRoundNext(isOwner ? round : undefined)
  if (!campaign.data || !list)
    return (
      <Page title={t.title}>
        <Loaded query={{ ...rounds, data: undefined, error: rounds.error ?? campaign.error }}>
          {() => null}
        </Loaded>
      </Page>
    )
  return (
    <Page
      title={t.title}
      crumb={
        <Link to="/campaigns/$id" params={{ id: String(id) }} lang="vi">
          {campaign.data.title}
        </Link>
      }
      state={round ? <RoundState round={round} /> : ' '}
      next={next}
      places={<CampaignPlaces id={id} />}
    >
      {round && (
        <>
          <div className="rounds-bar">
            {list.rows.length > 1 && <RoundPicker rounds={list.rows} round={round} />}
            {isOwner && <RemindLink campaign={campaign.data} round={round.id} />}
            {mayOpen && <ChangeDue key={`${round.id} ${round.version}`} round={round} />}
          </div>
          {isOwner && <ExpectedList key={round.id} round={round} />}
        </>
      )}
      {!round && <Empty title={t.empty} help={isOwner ? t.emptyHelp : t.emptyOther} />}
      {mayOpen && <OpenRoundForm campaignId={id} proposed={list.proposed} isFirst={!round} />}
    </Page>
  )
}

const RoundPicker = ({ rounds, round }: { rounds: Round[]; round: Round }) => {
  const t = useWords(roundWords)
  const say = useRoundWords()
  const [, change] = useFilter()
  return (
    <NativeSelect
      aria-label={t.choose}
      value={String(round.id)}
      onChange={(event) => change({ round: event.currentTarget.value, q: null, state: null, show: null })}
      data={rounds.map((each) => ({ value: String(each.id), label: say(each) }))}
    />
  )
}

const RoundState = ({ round }: { round: Round }) => {
  const t = useWords(roundWords)
  const say = useRoundWords()
  const { number } = useNumbers()
  const { counts } = round
  return (
    <>
      <b>{say(round)}</b> · {t.cutOff(dayWords(round.cutOff))} · {t.due(instantWords(round.dueAt))}
      {round.upDueAt && ` · ${t.upDue(instantWords(round.upDueAt))}`} ·{' '}
      {t.reported(number(counts.submitted + counts.accepted), number(counts.all - counts.exempt))}
      {counts.late > 0 && ` · ${t.late(number(counts.late))}`}
    </>
  )
}
