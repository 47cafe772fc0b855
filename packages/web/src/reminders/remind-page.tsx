/** Soạn nhắc việc: who is reminded, what is said of each reason, how it reads for one unit, and when it goes. */
import { GetCampaign } from '@loa/contract/campaigns'
import { type ReminderReason, reminderReasons } from '@loa/contract/reminder-text'
import { type LackingUnit, MakeReminders } from '@loa/contract/reminders'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { reminderTemplates, reminderWords } from '../words/reminders.ts'
import { LackingList } from './lacking-list.tsx'
import { Preview, ReasonTexts, type Texts } from './reason-texts.tsx'
import { SendHow } from './send-how.tsx'
import { useLacks } from './use-lacks.ts'
import './reminders.css'

const firstTexts = Object.fromEntries(
  reminderReasons.map((reason) => [reason, { on: true, template: reminderTemplates[reason] }]),
) as Texts

/** What would be said to the unit: what it lacks, less what is switched off or was said on that day already. */
const saidTo = (unit: LackingUnit, texts: Texts) =>
  unit.lacks.filter(({ kind, key }) => texts[kind].on && !unit.saidAlready.includes(key))

/** Not while it talks with us, nor for a dispatch that came today. */
const isProposed = ({ talking, lacks }: LackingUnit) =>
  !talking && lacks.some(({ kind, words }) => kind !== 'not-accepted' || words['số ngày'] !== '0')

export const RemindPage = () => {
  const t = useWords(reminderWords)
  const { number } = useNumbers()
  const id = Number(useParams({ strict: false }).id)
  const [search] = useFilter()
  const query = useLacks(id, search.round ? { round: search.round } : {})
  const campaign = useQuery({
    queryKey: keyOf(GetCampaign, id),
    queryFn: () => call(GetCampaign, { params: { id } }),
  })
  const [texts, setTexts] = useState(firstTexts)
  /** What a person has switched by hand; the others are as proposed. */
  const [switched, setSwitched] = useState<ReadonlyMap<number, boolean>>(new Map())
  const [shown, setShown] = useState<number | null>(null)
  const [when, setWhen] = useState<'now' | 'morning'>('now')
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const first = query.data?.pages[0]
  // Chosen on the board: those and no others.
  const wanted = search.duties ? new Set(search.duties.split('.').map(Number)) : null
  const isChosen = (unit: LackingUnit) =>
    switched.get(unit.dutyId) ?? (wanted ? wanted.has(unit.dutyId) : isProposed(unit))
  const chosen = rows.filter((unit) => isChosen(unit) && saidTo(unit, texts).length > 0)
  const { send, busy, error } = useSend(id, chosen, texts)
  const seen = rows.find(({ dutyId }) => dutyId === shown) ?? chosen[0] ?? rows[0]
  const counts = (reason: ReminderReason) =>
    chosen.filter(({ lacks }) => lacks.some(({ kind }) => kind === reason)).length
  return (
    <Page
      title={t.composeTitle(number(chosen.length))}
      crumb={
        <>
          <Link to="/campaigns/$id" params={{ id: String(id) }}>
            {t.board}
          </Link>
          <span aria-hidden>›</span>
          <Link to="/campaigns/$id/reminders" params={{ id: String(id) }}>
            {t.list}
          </Link>
          {campaign.data && (
            <>
              <span aria-hidden>›</span>
              <span>{campaign.data.title}</span>
            </>
          )}
        </>
      }
      state={t.lead}
      next={
        first && rows.length > 0
          ? {
              why: chosen.length > 0 ? t.why(number(chosen.length)) : t.noneChosen,
              help: chosen.length > 0 ? t.at(instantWords(first.sendAt[when])) : t.noneChosenHelp,
              action: (
                <Button size="md" disabled={chosen.length === 0} loading={busy} onClick={() => send(when)}>
                  {t.send(number(chosen.length))}
                </Button>
              ),
            }
          : undefined
      }
    >
      <Loaded query={{ ...query, data: first }}>
        {({ sendAt, mail }) =>
          rows.length === 0 ? (
            <Empty
              title={t.empty}
              help={t.emptyHelp}
              action={
                <Link to="/campaigns/$id" params={{ id: String(id) }}>
                  {t.toBoard}
                </Link>
              }
            />
          ) : (
            <>
              {error ? <Trouble error={error} onRetry={() => query.refetch()} /> : null}
              <div className="remind">
                <div>
                  <LackingList
                    {...{ rows, isChosen, seen }}
                    onSee={setShown}
                    onChoose={(dutyIds, on) =>
                      setSwitched(
                        (before) => new Map([...before, ...dutyIds.map((each) => [each, on] as const)]),
                      )
                    }
                  />
                  <MoreButton list={query} />
                </div>
                <div>
                  {seen && <Preview unit={seen} said={saidTo(seen, texts)} texts={texts} />}
                  <ReasonTexts texts={texts} counts={counts} onChange={setTexts} />
                </div>
                <SendHow
                  {...{ sendAt, mail, when }}
                  onWhen={setWhen}
                  keep={
                    <Button
                      variant="default"
                      disabled={chosen.length === 0}
                      loading={busy}
                      onClick={() => send('draft')}
                    >
                      {t.keep}
                    </Button>
                  }
                />
              </div>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

/** The ids are made once for what is on the screen: pressed again after a lost answer, nothing is there twice. */
const useSend = (campaignId: number, chosen: LackingUnit[], texts: Texts) => {
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [ids] = useState(() => new Map<number, string>())
  const idOf = (dutyId: number) => {
    const known = ids.get(dutyId) ?? crypto.randomUUID()
    ids.set(dutyId, known)
    return known
  }
  const make = useMutation({
    mutationFn: (when: 'draft' | 'now' | 'morning') =>
      call(MakeReminders, {
        params: { id: campaignId },
        body: {
          when,
          reminders: chosen.map((unit) => ({
            id: idOf(unit.dutyId),
            dutyId: unit.dutyId,
            reasons: saidTo(unit, texts).map(({ key, kind }) => ({ key, template: texts[kind].template })),
          })),
        },
      }),
    onSuccess: async () => {
      await cache.invalidateQueries()
      navigate({ to: '/campaigns/$id/reminders', params: { id: String(campaignId) } })
    },
  })
  return { send: make.mutate, busy: make.isPending, error: make.error }
}
