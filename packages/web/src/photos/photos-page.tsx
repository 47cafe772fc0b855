/** The light table: the unit that gave the order goes through the photos, a hundred on a screen. */
import { ListPhotos, type Photo } from '@loa/contract/photos'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { isTyping } from '../shell/go-keys.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { reasonWords } from '../words/photo-reasons.ts'
import { photoWords } from '../words/photos.ts'
import { BigPhoto } from './big-photo.tsx'
import { JudgePanel, verdicts } from './judge-panel.tsx'
import { LightTable } from './light-table.tsx'
import { PhotoFilters } from './photo-filters.tsx'
import { useJudging, type Verdict } from './use-judging.ts'
import './photos.css'

const perScreen = 100
type Box = 'to-judge' | 'doubted' | 'judged' | 'all'

export const PhotosPage = () => {
  const t = useWords(photoWords)
  const [search] = useFilter()
  const { cursor, campaign, unit, form, doubt, sample, box } = search
  const filter = {
    limit: perScreen,
    ...(box ? { box: box as Box } : {}),
    ...(campaign ? { campaign: Number(campaign) } : {}),
    ...(unit ? { unit: Number(unit) } : {}),
    ...(form ? { form: form as Photo['form'] } : {}),
    ...(doubt ? { doubt: doubt as Photo['doubts'][number] } : {}),
    ...(sample ? { sample: Number(sample) } : {}),
    ...(cursor ? { cursor } : {}),
  }
  // What was judged stays where it lies until the page is loaded again: nothing moves under the hand.
  const key = keyOf(ListPhotos, filter)
  const list = useQuery({
    queryKey: key,
    queryFn: () => call(ListPhotos, { query: filter }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const rows = list.data?.rows
  const doubted = rows?.filter((photo) => photo.doubts.length > 0).length ?? 0
  return (
    <Page title={t.title} state={rows ? t.state(rows.length, list.data?.total ?? 0, doubted) : ' '}>
      <PhotoFilters />
      <Loaded query={list}>
        {({ rows, next, total }) =>
          rows.length === 0 ? (
            <Empty
              title={t.none}
              help={t.noneHelp}
              action={
                <Link to="/photos" search={{ box: 'all' }}>
                  {t.seeAll}
                </Link>
              }
            />
          ) : (
            <Table
              key={JSON.stringify(filter)}
              listKey={key}
              rows={rows}
              sample={sample ? Number(sample) : undefined}
              more={
                next && (
                  <Link to="/photos" search={{ ...search, cursor: next }} className="light-next">
                    {t.next(Math.min(perScreen, total - rows.length))}
                  </Link>
                )
              }
            />
          )
        }
      </Loaded>
    </Page>
  )
}

const Table = ({
  rows,
  listKey,
  sample,
  more,
}: {
  rows: Photo[]
  listKey: unknown[]
  sample: number | undefined
  more: React.ReactNode
}) => {
  const t = useWords(photoWords)
  const r = useWords(reasonWords)
  const cache = useQueryClient()
  const [chosen, setChosen] = useState(0)
  const [asking, setAsking] = useState<Verdict | null>(null)
  const [isBig, setBig] = useState(false)
  const [news, setNews] = useState('')
  const photo = rows[Math.min(chosen, rows.length - 1)]
  const keep = (changed: Photo) =>
    cache.setQueryData<{ rows: Photo[]; next: string | null; total: number }>(listKey, (before) =>
      before
        ? {
            ...before,
            rows: before.rows.map((row) =>
              row.id === changed.id
                ? changed
                : row.activityId === changed.activityId
                  ? { ...row, state: changed.state, version: changed.version }
                  : row,
            ),
          }
        : before,
    )
  const judging = useJudging(sample, keep)
  const save = (verdict: Verdict, comment: string) => {
    if (!photo || judging.judge.isPending) return
    judging.judge.mutate(
      { photo, verdict, comment },
      {
        onSuccess: () => {
          setNews(t.saved(r.said[verdict]))
          setAsking(null)
          setChosen((before) => Math.min(before + 1, rows.length - 1))
          back()
        },
      },
    )
  }
  const back = () =>
    // The field of the comment is gone: the photo has the focus again.
    setTimeout(() => document.querySelector<HTMLElement>('.light-table [tabindex="0"]')?.focus())
  const choose = (verdict: Verdict) => {
    if (photo?.state !== 'submitted') return
    if (verdict === 'fine') save(verdict, '')
    else setAsking(verdict)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const verdict = verdicts[Number(event.key) - 1]
    const isOnTable =
      event.target instanceof Element && event.target.closest('.light-table, body > *:not(#root)')
    if (verdict) choose(verdict)
    else if (event.key === 'z') {
      if (judging.undoLast()) setNews(t.undone)
    } else if (event.key === ' ' && (isOnTable || event.target === document.body)) setBig(true)
    else return
    event.preventDefault()
  }
  const latest = useRef(onKey)
  latest.current = onKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const error = judging.judge.error ?? judging.undo.error
  return (
    <>
      <div className="light-bar">
        <p className="meta">{t.keys}</p>
        <span role="status" className="small">
          {judging.undo.isSuccess && !judging.canUndo ? t.undone : news}
        </span>
        <Button size="xs" variant="default" disabled={!judging.canUndo} onClick={() => judging.undoLast()}>
          {t.undo}
        </Button>
      </div>
      {error && <Trouble error={error} onRetry={() => cache.invalidateQueries({ queryKey: listKey })} />}
      <div className="light">
        <div>
          <LightTable
            photos={rows}
            chosen={chosen}
            onChoose={(index) => {
              setChosen(index)
              setAsking(null)
            }}
          />
          {more}
        </div>
        {photo && (
          <JudgePanel
            photo={photo}
            asking={asking}
            isBusy={judging.judge.isPending}
            onChoose={choose}
            onSave={(comment) => asking && save(asking, comment)}
            onLeave={() => {
              setAsking(null)
              back()
            }}
            onBig={() => setBig(true)}
          />
        )}
      </div>
      {isBig && photo && <BigPhoto photo={photo} onClose={() => setBig(false)} />}
    </>
  )
}
