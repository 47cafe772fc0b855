/** What is odd in the figures of a campaign; each line is answered: right, and why, or put right. */
import { GetCampaign } from '@loa/contract/campaigns'
import { AnswerFigureCheck, type FigureCheck, ListFigureChecks } from '@loa/contract/figure-checks'
import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { call, keyOf } from '../api.ts'
import { CampaignPlaces } from '../campaigns/campaign-places.tsx'
import { dayWords, instantWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { ReasonForm } from '../shell/reason-form.tsx'
import { useMay, useWorksFor } from '../shell/session.ts'
import { Switch } from '../shell/switch.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { figureCheckWords } from '../words/figure-checks.ts'
import { useWords } from '../words/language.tsx'
import { useNumbers } from './indicator-words.ts'
import './period.css'

export const ChecksPage = () => {
  const t = useWords(figureCheckWords)
  const { number } = useNumbers()
  const id = Number(useParams({ strict: false }).id)
  const [search, change] = useFilter()
  const may = useMay()
  const worksFor = useWorksFor()
  const show = search.show === 'answered' ? 'answered' : 'open'
  const campaign = useQuery({
    queryKey: keyOf(GetCampaign, id),
    queryFn: () => call(GetCampaign, { params: { id } }),
  }).data
  const query = useInfiniteQuery({
    queryKey: keyOf(ListFigureChecks, id, show),
    queryFn: ({ pageParam }) =>
      call(ListFigureChecks, {
        params: { id },
        query: { show, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const total = query.data?.pages[0]?.total
  const mayAnswer = campaign !== undefined && worksFor(campaign.owner.id) && may('activity.review')
  return (
    <Page
      title={t.title}
      crumb={
        <Link to="/campaigns/$id" params={{ id: String(id) }}>
          {campaign?.title ?? ' '}
        </Link>
      }
      places={<CampaignPlaces id={id} />}
      state={total === undefined || show === 'answered' ? ' ' : t.state(number(total))}
    >
      <div className="check-filters">
        <Switch
          label={t.show}
          value={show}
          onChange={(value) => change({ show: value === 'answered' ? value : null })}
          options={[
            { value: 'open', label: t.open },
            { value: 'answered', label: t.answered },
          ]}
        />
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0)
            return (
              <Empty
                title={show === 'open' ? t.empty : t.emptyAnswered}
                help={t.emptyHelp}
                action={
                  <Button component={Link} to={`/campaigns/${id}`} variant="default">
                    {t.toBoard}
                  </Button>
                }
              />
            )
          return (
            <>
              <ul className="panel check-list">
                {rows.map((check) => (
                  <Check key={check.id} check={check} mayAnswer={mayAnswer} />
                ))}
              </ul>
              <MoreButton list={query} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

const Check = ({ check, mayAnswer }: { check: FigureCheck; mayAnswer: boolean }) => {
  const t = useWords(figureCheckWords)
  const { number, nameOf, unitOf } = useNumbers()
  const isActivity = check.subject.length > 10
  return (
    <li>
      <div>
        <b title={check.unit.fullName}>{check.unit.name}</b> · {nameOf(check.indicator)} (
        {unitOf(check.indicator)})
      </div>
      <p>{t.rules[check.rule](number(check.found), number(check.against), dayWords(check.subject))}</p>
      <p className="small">
        {isActivity ? (
          <Link to="/activities/$id" params={{ id: check.subject }}>
            {t.toActivity}
          </Link>
        ) : (
          <Link
            to="/campaigns/$id"
            params={{ id: String(check.campaignId) }}
            search={{ figure: check.indicator.code, unit: String(check.unit.id) }}
          >
            {t.toFigure}
          </Link>
        )}
      </p>
      {check.answer && (
        <p className="small">
          {check.answer.kind === 'right' ? t.saidRight(check.answer.note) : t.saidMended}{' '}
          <span className="meta">{t.byAt(check.answer.by.name, instantWords(check.answer.at))}</span>
        </p>
      )}
      {!check.answer && mayAnswer && <Answer check={check} />}
    </li>
  )
}

const Answer = ({ check }: { check: FigureCheck }) => {
  const t = useWords(figureCheckWords)
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const about = `${check.unit.name}, ${check.indicator.name}`
  const answer = useMutation({
    mutationFn: (body: z.input<typeof AnswerFigureCheck.body>) =>
      call(AnswerFigureCheck, { params: { id: check.id }, body }),
    onSuccess: () => cache.invalidateQueries(),
  })
  return (
    <>
      {isOpen ? (
        <ReasonForm
          label={t.why}
          help={t.whyHelp}
          act={t.save}
          name={`${t.right}: ${about}`}
          doing={{ ...answer, mutate: (note) => answer.mutate({ answer: 'right', note }) }}
          onRetry={() => cache.invalidateQueries()}
          onStop={() => setOpen(false)}
        />
      ) : (
        <div className="check-buttons">
          <Button
            size="xs"
            variant="default"
            aria-label={`${t.right}: ${about}`}
            onClick={() => setOpen(true)}
          >
            {t.right}
          </Button>
          <Button
            size="xs"
            variant="default"
            aria-label={`${t.mended}: ${about}`}
            loading={answer.isPending}
            onClick={() => answer.mutate({ answer: 'mended', note: '' })}
          >
            {t.mended}
          </Button>
        </div>
      )}
      {!isOpen && answer.error && <Trouble error={answer.error} onRetry={() => cache.invalidateQueries()} />}
    </>
  )
}
