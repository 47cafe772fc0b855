import { GetDispatch } from '@loa/contract/dispatches'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { call, keyOf } from '../api.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'

// Nobody needs both at once: each is loaded when a dispatch of its direction is opened.
const PlanView = lazy(async () => ({ default: (await import('./plan-view.tsx')).PlanView }))
const DraftView = lazy(async () => ({ default: (await import('./draft-view.tsx')).DraftView }))

/** Incoming: reading and plan. Outgoing: the page and its editor. */
export const DispatchPage = () => {
  const words = useWords(dispatchWords)
  const { id } = useParams({ strict: false })
  const number = Number(id)
  const query = useQuery({
    queryKey: keyOf(GetDispatch, number),
    queryFn: () => call(GetDispatch, { params: { id: number } }),
  })
  const dispatch = query.data
  const opening = (
    <Page title={words.title} crumb={<Link to="/dispatches">{words.title}</Link>} state=" ">
      <Loaded query={{ ...query, data: undefined }}>{() => null}</Loaded>
    </Page>
  )
  if (!dispatch) return opening
  return (
    <Suspense fallback={opening}>
      {dispatch.direction === 'in' ? (
        <PlanView key={dispatch.id} dispatch={dispatch} />
      ) : (
        <DraftView key={dispatch.id} dispatch={dispatch} />
      )}
    </Suspense>
  )
}
