/** Duties of units that were divided or abolished: a person of the unit that gave them chooses who goes on. */
import { DecideHandovers, type Handover, ListHandovers } from '@loa/contract/handovers'
import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { MoreButton } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Switch } from '../shell/switch.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { handoverWords } from '../words/handovers.ts'
import { useWords } from '../words/language.tsx'
import { DoneHandovers } from './done-handovers.tsx'
import { OpenUnit } from './open-unit.tsx'
import './handovers.css'

export const HandoversPage = () => {
  const t = useWords(handoverWords)
  const { number } = useNumbers()
  const [search, change] = useFilter()
  const isDone = search.box === 'done'
  const campaign = Number(search.campaign) || undefined
  const filter = { open: isDone ? ('false' as const) : ('true' as const), ...(campaign ? { campaign } : {}) }
  const list = useInfiniteQuery({
    queryKey: keyOf(ListHandovers, filter),
    queryFn: ({ pageParam }) =>
      call(ListHandovers, {
        query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const choices = useChoices()
  const total = list.data?.pages[0]?.total
  return (
    <Page
      title={t.title}
      crumb={
        campaign ? (
          <Link to="/campaigns/$id" params={{ id: String(campaign) }}>
            {t.board}
          </Link>
        ) : (
          <Link to="/campaigns">{t.campaigns}</Link>
        )
      }
      state={
        <span role="status">
          {choices.saved > 0
            ? t.saved(number(choices.saved))
            : isDone || total === undefined
              ? t.lead
              : t.state(number(total))}
        </span>
      }
      {...(choices.chosen.size > 0
        ? {
            next: {
              why: t.nextWhy(number(choices.chosen.size)),
              help: t.nextHelp,
              action: (
                <Button size="md" onClick={() => choices.save.mutate()} loading={choices.save.isPending}>
                  {t.save}
                </Button>
              ),
            },
          }
        : {})}
    >
      <div className="handovers">
        <Switch
          label={t.boxes}
          value={isDone ? 'done' : 'open'}
          onChange={(box) => change({ box: box === 'done' ? 'done' : null })}
          options={[
            { value: 'open', label: t.open },
            { value: 'done', label: t.done },
          ]}
        />
        {choices.save.error && <Trouble error={choices.save.error} />}
        <Loaded query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows)
            if (rows.length === 0)
              return (
                <Empty
                  title={isDone ? t.noneDone : t.none}
                  help={isDone ? t.noneDoneHelp : t.noneHelp}
                  action={<Link to="/campaigns">{t.seeCampaigns}</Link>}
                />
              )
            return (
              <>
                {isDone ? <DoneHandovers rows={rows} /> : <OpenHandovers rows={rows} choices={choices} />}
                <MoreButton list={list} />
              </>
            )
          }}
        </Loaded>
      </div>
    </Page>
  )
}

const OpenHandovers = ({ rows, choices }: { rows: Handover[]; choices: Choices }) => {
  const t = useWords(handoverWords)
  const may = useMay()('handover.decide')
  const units = [...Map.groupBy(rows, ({ from }) => from.id).values()]
  return (
    <>
      <p className="small">{t.lead}</p>
      {units.map((group) => {
        const [first] = group
        return first ? (
          <OpenUnit
            key={first.from.id}
            group={group}
            chosen={choices.chosen.get(first.from.id)?.toUnitId ?? null}
            onChoose={
              may
                ? (toUnitId) =>
                    choices.choose(first.from.id, {
                      toUnitId,
                      ids: group.map(({ id }) => id),
                    })
                : undefined
            }
          />
        ) : null
      })}
    </>
  )
}

interface Choice {
  toUnitId: number
  ids: number[]
}
type Choices = ReturnType<typeof useChoices>

/** What was chosen and is not saved yet, by old unit. A choice that fails stays chosen. */
const useChoices = () => {
  const cache = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlyMap<number, Choice>>(new Map())
  const [saved, setSaved] = useState(0)
  const save = useMutation({
    mutationFn: async () => {
      let count = 0
      for (const [from, { toUnitId, ids }] of chosen) {
        count += (await call(DecideHandovers, { body: { ids, toUnitId } })).decided
        setChosen((before) => new Map([...before].filter(([unit]) => unit !== from)))
      }
      return count
    },
    onSuccess: (count) => setSaved((before) => before + count),
    onSettled: () => cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
  return {
    chosen,
    saved,
    save,
    choose: (from: number, choice: Choice) => setChosen((before) => new Map(before).set(from, choice)),
  }
}
