/** When all is decided: the campaign and its draft dispatch are made. Nothing is sent by this. */
import { GetCampaign } from '@loa/contract/campaigns'
import type { Dispatch } from '@loa/contract/dispatches'
import { StartCampaign } from '@loa/contract/plans'
import { TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'

export const startForm = 'start-campaign'

export const useStart = (dispatch: Dispatch) => {
  const cache = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: { title?: string; from?: string; to?: string }) =>
      call(StartCampaign, { params: { id: dispatch.id }, body }),
    onSuccess: async ({ draftId }) => {
      await cache.invalidateQueries()
      navigate({ to: '/dispatches/$id', params: { id: String(draftId) } })
    },
  })
}

export const StartFields = ({
  dispatch,
  start,
}: {
  dispatch: Dispatch
  start: ReturnType<typeof useStart>
}) => {
  const t = useWords(planWords)
  const [title, setTitle] = useState(capital(dispatch.subject ?? ''))
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  return (
    <form
      id={startForm}
      className="plan-start"
      ref={show}
      onSubmit={(event) => {
        event.preventDefault()
        start.mutate({ title: title.trim() || undefined, from: from || undefined, to: to || undefined })
      }}
    >
      <TextInput
        label={t.startTitle}
        lang="vi"
        minLength={3}
        maxLength={500}
        required
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t.startFrom}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t.startTo}
        min={from || undefined}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <p className="meta">{t.startPeriodHelp}</p>
      {start.error && <Trouble error={start.error} />}
    </form>
  )
}

/** The last decision may have been made far below; the fields that follow come into view. */
const show = (form: HTMLFormElement | null) => form?.scrollIntoView({ block: 'nearest' })

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** Links to what came of it. */
export const Started = ({ campaignId }: { campaignId: number }) => {
  const t = useWords(planWords)
  const draftId = useDraftOf(campaignId)
  return (
    <div className="note ok plan-started">
      <span>{t.started}</span>
      <Link to="/campaigns/$id" params={{ id: String(campaignId) }}>
        {t.openCampaign}
      </Link>
      {draftId && (
        <Link to="/dispatches/$id" params={{ id: String(draftId) }}>
          {t.openDraft}
        </Link>
      )}
    </div>
  )
}

export const useDraftOf = (campaignId: number | null) =>
  useQuery({
    queryKey: keyOf(GetCampaign, campaignId),
    queryFn: () => call(GetCampaign, { params: { id: campaignId ?? 0 } }),
    enabled: campaignId !== null,
  }).data?.dispatchId
