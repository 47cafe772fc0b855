import { type DispatchRow, ListDispatches } from '@loa/contract/dispatches'
import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { call, keyOf } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { SearchBox } from '../shell/search-box.tsx'
import { useMay } from '../shell/session.ts'
import { useFilter } from '../shell/use-filter.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { Register } from './register.tsx'
import { DropZone, UploadList } from './upload.tsx'
import { type Upload, useUploads } from './upload-queue.ts'
import './dispatches.css'
import './panes.css'

const statesOf = {
  in: ['read', 'planned'],
  out: ['draft', 'submitted', 'approved', 'signed', 'numbered', 'issued'],
} as const
const isState = (value: string | undefined): value is DispatchRow['state'] =>
  [...statesOf.in, ...statesOf.out].some((state) => state === value)

export const DispatchesPage = () => {
  const t = useWords(dispatchWords)
  const { language } = useLanguage()
  const [search, change] = useFilter()
  const navigate = useNavigate()
  const mayUpload = useMay()('dispatch.upload')
  const input = useRef<HTMLInputElement>(null)
  const direction = search.direction === 'out' ? 'out' : 'in'
  const filter = {
    direction,
    q: search.q,
    state: isState(search.state) ? search.state : undefined,
  } as const

  const list = useInfiniteQuery({
    queryKey: keyOf(ListDispatches, filter),
    queryFn: ({ pageParam, signal }) =>
      call(ListDispatches, { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before, query) =>
      // Letters typed into the search keep the old rows until the new ones are there; another register does not.
      query && (query.queryKey[2] as typeof filter).direction === direction ? before : undefined,
  })
  // One file, read for the first time: straight on to its plan. Otherwise each file says what became of it.
  const onAllRead = useCallback(
    (finished: Upload[]) => {
      const [only] = finished
      if (finished.length === 1 && only?.dispatch && !only.known)
        navigate({ to: '/dispatches/$id', params: { id: String(only.dispatch.id) } })
    },
    [navigate],
  )
  const { uploads, add, again, dismiss } = useUploads(onAllRead)
  const choose = () => input.current?.click()
  const total = list.data?.pages[0]?.total
  return (
    <Page
      title={t.title}
      state={total === undefined ? ' ' : t.total(numberWords(language, total), direction)}
      next={
        mayUpload
          ? {
              why: t.why,
              help: t.whyHelp,
              action: (
                <Button size="md" onClick={choose}>
                  {t.upload}
                </Button>
              ),
            }
          : undefined
      }
      fill
    >
      <nav className="tabs" aria-label={t.tabs}>
        {(['in', 'out'] as const).map((each) => (
          <Link
            key={each}
            to="/dispatches"
            search={each === 'in' ? {} : { direction: each }}
            aria-current={each === direction ? 'page' : undefined}
          >
            {t[each]}
          </Link>
        ))}
        <Link to="/registers" search={{ book: direction }} className="tabs-far">
          {t.registers}
        </Link>
      </nav>
      <search className="picker-bar">
        <SearchBox label={t.find} value={search.q ?? ''} onChange={(q) => change({ q })} />
        <NativeSelect
          aria-label={t.state}
          value={filter.state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value })}
          data={[
            { value: '', label: t.allStates },
            ...statesOf[direction].map((value) => ({ value, label: t.states[value] })),
          ]}
        />
      </search>
      <div className="dispatches">
        {mayUpload && direction === 'in' && <DropZone input={input} onFiles={add} />}
        {mayUpload && direction === 'out' && <HiddenInput input={input} onFiles={add} />}
        <UploadList uploads={uploads} onAgain={again} onOther={choose} onDismiss={dismiss} />
        <Loaded query={list}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.rows)
            if (rows.length === 0)
              return <Nothing direction={direction} isFiltered={Boolean(filter.q || filter.state)} />
            return (
              <Register
                rows={rows}
                direction={direction}
                more={list.hasNextPage ? () => list.fetchNextPage() : null}
                isBusy={list.isFetchingNextPage}
              />
            )
          }}
        </Loaded>
      </div>
    </Page>
  )
}

/** The upload button works in both registers; the drop zone stands only over the incoming one. */
const HiddenInput = (props: Parameters<typeof DropZone>[0]) => (
  <div hidden>
    <DropZone {...props} />
  </div>
)

const Nothing = ({ direction, isFiltered }: { direction: 'in' | 'out'; isFiltered: boolean }) => {
  const t = useWords(dispatchWords)
  if (isFiltered)
    return (
      <Empty
        title={t.noMatch}
        help={t.noMatchHelp}
        action={
          <Link to="/dispatches" search={direction === 'in' ? {} : { direction }}>
            {t.clearFilter}
          </Link>
        }
      />
    )
  if (direction === 'in') return <Empty title={t.emptyIn} help={t.emptyInHelp} />
  return <Empty title={t.emptyOut} help={t.emptyOutHelp} action={<Link to="/dispatches">{t.toIn}</Link>} />
}
