/** What units propose instead: old → new and why; the owner agrees, or refuses with a reason. Both sides read the same. */
import type { Campaign } from '@loa/contract/campaigns'
import { DecideTargetRequest, GetTargets, type TargetPlan, type TargetRequest } from '@loa/contract/targets'
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'
import { RequestSaid } from './request-said.tsx'

export const Requests = ({
  plan,
  campaign,
  mayDecide,
}: {
  plan: TargetPlan
  campaign: Campaign
  mayDecide: boolean
}) => {
  const t = useWords(targetWords)
  if (plan.requests.length + plan.declined.length === 0) return null
  return (
    <section className="panel" aria-labelledby="requests">
      <header>
        <h2 id="requests">{t.requests}</h2>
        <span className="count">{plan.requests.filter(({ state }) => state === 'open').length}</span>
      </header>
      <ul className="request-list">
        {plan.requests.map((request) => (
          <li key={request.id}>
            <Link to="/duties/$id/targets" params={{ id: String(request.dutyId) }}>
              {request.unit.fullName}
            </Link>
            <RequestSaid request={request} indicators={campaign.indicators} />
            {mayDecide && request.state === 'open' && <Decide request={request} plan={plan} />}
          </li>
        ))}
        {plan.declined.map(({ unit, dutyId, reason }) => (
          <li key={`declined ${dutyId}`}>
            <Link to="/duties/$id/targets" params={{ id: String(dutyId) }}>
              {unit.fullName}
            </Link>
            <p>{t.declinedBecause(reason)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Decide = ({ request, plan }: { request: TargetRequest; plan: TargetPlan }) => {
  const t = useWords(targetWords)
  const cache = useQueryClient()
  const [reason, setReason] = useState('')
  const decide = useMutation({
    mutationFn: (verdict: 'agree' | 'refuse') =>
      call(DecideTargetRequest, {
        params: { id: request.id },
        body: { version: plan.version, verdict, reason: reason.trim() },
      }),
    onSuccess: async (saved) => {
      cache.setQueryData(keyOf(GetTargets, plan.campaignId), saved)
      await cache.invalidateQueries()
    },
  })
  return (
    <div className="request-decide">
      <Textarea
        label={t.answerReason}
        description={t.answerReasonHelp}
        autosize
        minRows={1}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decide.error && (
        <Trouble
          error={decide.error}
          onRetry={() => cache.invalidateQueries({ queryKey: keyOf(GetTargets, plan.campaignId) })}
        />
      )}
      <div className="rule-acts">
        <Button size="xs" loading={decide.isPending} onClick={() => decide.mutate('agree')}>
          {t.agree}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={reason.trim() === ''}
          loading={decide.isPending}
          onClick={() => decide.mutate('refuse')}
        >
          {t.refuse}
        </Button>
      </div>
    </div>
  )
}
