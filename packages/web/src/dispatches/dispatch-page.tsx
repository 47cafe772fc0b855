import { GetDispatch } from '@loa/contract/dispatches'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { DraftView } from './draft-view.tsx'
import { PlanView } from './plan-view.tsx'

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
  if (!dispatch)
    return (
      <Page title={words.title} crumb={<Link to="/dispatches">{words.title}</Link>} state=" ">
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  return dispatch.direction === 'in' ? (
    <PlanView key={dispatch.id} dispatch={dispatch} />
  ) : (
    <DraftView key={dispatch.id} dispatch={dispatch} />
  )
}
