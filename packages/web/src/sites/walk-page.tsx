/** The walk: what must hang today, nearest first, each marked with one tap; a photo goes with the mark. */
import { AddCheckPhoto, type CheckResult, CheckSite, checkResults, WalkSites } from '@loa/contract/sites'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { call, keyOf } from '../api.ts'
import { instantWords, numberWords, todayInVietnam } from '../shell/format.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'
import './sites.css'

type Walk = z.output<typeof WalkSites.answer>
type Stop = Walk['rows'][number]
type Expected = Stop['expected'][number]

export const WalkPage = () => {
  const t = useWords(siteWords)
  const [search, change] = useFilter()
  const filter = {
    unit: Number(search.unit) || undefined,
    campaign: Number(search.campaign) || undefined,
    latitude: search.at?.split(';')[0],
    longitude: search.at?.split(';')[1],
  }
  const query = useQuery({
    queryKey: keyOf(WalkSites, filter),
    queryFn: ({ signal }) => call(WalkSites, { query: filter as never, signal }),
    placeholderData: (before) => before,
  })
  const walk = query.data
  const all = walk?.rows.flatMap(({ expected }) => expected) ?? []
  const done = all.filter((posting) => isSeenToday(posting)).length
  const here = () =>
    navigator.geolocation.getCurrentPosition(({ coords }) =>
      change({ at: `${coords.latitude.toFixed(5)};${coords.longitude.toFixed(5)}` }),
    )
  const isLeft = search.left === 'yes'
  return (
    <Page
      title={t.walkTitle}
      crumb={<Link to="/sites">{t.title}</Link>}
      state={walk ? `${t.walkLead(walk.rows.length, all.length)} · ${t.progress(done, all.length)}` : ' '}
      fill
    >
      <div className="picker-bar">
        <Button variant="default" size="xs" onClick={here}>
          {t.nearest}
        </Button>
        <Button
          variant={isLeft ? 'filled' : 'default'}
          size="xs"
          aria-pressed={isLeft}
          onClick={() => change({ left: isLeft ? null : 'yes' })}
        >
          {t.onlyLeft}
        </Button>
      </div>
      <div className="site-list">
        <Loaded query={query}>
          {({ rows, isCut }) =>
            all.length === 0 ? (
              <Empty title={t.walkNone} help={t.walkNoneHelp} action={<Link to="/sites">{t.title}</Link>} />
            ) : (
              <>
                {isCut && <p className="note ask">{t.walkCut}</p>}
                <ol className="walk">
                  {rows
                    .filter(({ expected }) => !isLeft || expected.some((posting) => !isSeenToday(posting)))
                    .map((stop) => (
                      <WalkStop key={stop.id} stop={stop} />
                    ))}
                </ol>
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  )
}

const isSeenToday = ({ seen }: Expected) =>
  seen !== null &&
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(seen.at)) ===
    todayInVietnam()

const WalkStop = ({ stop }: { stop: Stop }) => {
  const t = useWords(siteWords)
  const { language } = useLanguage()
  const metres =
    stop.metres === null
      ? null
      : stop.metres < 1000
        ? `${stop.metres} m`
        : `${numberWords(language, stop.metres / 1000, 1)} km`
  return (
    <li className="panel">
      <header>
        <h2>
          <Link to="/sites/$id" params={{ id: stop.id }} lang="vi">
            {stop.number}. {stop.name}
          </Link>
        </h2>
        <span className="meta" lang="vi">
          {stop.place}
        </span>
        {metres && <span className="meta">{t.metres(metres)}</span>}
      </header>
      <ul className="face-list">
        {stop.expected.length === 0 && <li className="meta">{t.extra}</li>}
        {stop.expected.map((posting) => (
          <ExpectedLine key={posting.id} posting={posting} />
        ))}
      </ul>
    </li>
  )
}

const ExpectedLine = ({ posting }: { posting: Expected }) => {
  const t = useWords(siteWords)
  const cache = useQueryClient()
  const may = useMay()('site.check')
  const input = useRef<HTMLInputElement>(null)
  // One look has one id: pressed again after a broken network, it is the same look.
  const [look, setLook] = useState<{ id: string; result: CheckResult } | null>(null)
  const mark = useMutation({
    mutationFn: ({ id, result }: { id: string; result: CheckResult }) =>
      call(CheckSite, { params: { id }, body: { siteId: posting.siteId, postingId: posting.id, result } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['sites'] }),
  })
  const photo = useMutation({
    mutationFn: (file: File) =>
      call(AddCheckPhoto, { params: { id: posting.seen?.id ?? '' }, query: { name: file.name }, file }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['sites'] }),
  })
  const press = (result: CheckResult) => {
    const next = mark.isError && look?.result === result ? look : { id: crypto.randomUUID(), result }
    setLook(next)
    mark.mutate(next)
  }
  const { seen } = posting
  return (
    <li>
      <p lang="vi">
        <b>{posting.content}</b> <span className="meta">{posting.face}</span>
      </p>
      <p role="status">
        {seen ? (
          <StateBadge tone={seen.result === 'found' ? 'ok' : seen.settledAt ? 'none' : 'ask'}>
            {t.seen(t.results[seen.result], instantWords(seen.at), seen.by.name)}
          </StateBadge>
        ) : (
          <StateBadge tone="missing">{t.notSeen}</StateBadge>
        )}
      </p>
      {may && (
        <div className="walk-buttons">
          {checkResults.map((result) => (
            <Button
              key={result}
              variant="default"
              size="md"
              loading={mark.isPending && look?.result === result}
              aria-label={t.mark(t.results[result], posting.content)}
              onClick={() => press(result)}
            >
              {t.results[result]}
            </Button>
          ))}
          {seen && !seen.hasPhoto && isSeenToday(posting) && (
            <>
              <input
                ref={input}
                type="file"
                accept="image/*"
                capture="environment"
                hidden
                aria-label={t.addPhoto}
                onChange={(event) => {
                  const [file] = event.currentTarget.files ?? []
                  if (file) photo.mutate(file)
                  event.currentTarget.value = ''
                }}
              />
              <Button
                variant="default"
                size="md"
                loading={photo.isPending}
                onClick={() => input.current?.click()}
              >
                {t.addPhoto}
              </Button>
            </>
          )}
        </div>
      )}
      {mark.error && <Trouble error={mark.error} />}
      {photo.error && <Trouble error={photo.error} />}
    </li>
  )
}
