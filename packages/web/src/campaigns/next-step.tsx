/** The one next action of a campaign, by its state and the person's part in it. */
import type { Campaign } from '@loa/contract/campaigns'
import { DraftReport } from '@loa/contract/reports'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import type { PageProps } from '../shell/page.tsx'
import { useMay, useWorksFor } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'

export const useNextStep = (
  campaign: Campaign | undefined,
  missing: number | undefined,
): PageProps['next'] => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  const may = useMay()
  const worksFor = useWorksFor()
  if (!campaign) return undefined
  const isOwner = worksFor(campaign.owner.id)

  if (isOwner && campaign.state === 'drafting' && campaign.dispatchId)
    return {
      why: t.draftWhy,
      action: (
        <Button
          size="md"
          component={Link}
          to="/dispatches/$id"
          params={{ id: String(campaign.dispatchId) } as never}
        >
          {t.openDraft}
        </Button>
      ),
    }
  if (!isOwner && campaign.myDutyId)
    return {
      why: t.dutyWhy,
      action: (
        <Button
          size="md"
          component={Link}
          to="/duties/$id"
          params={{ id: String(campaign.myDutyId) } as never}
        >
          {t.openDuty}
        </Button>
      ),
    }
  // Units hand in their reports: the report of the round counts who has.
  if (isOwner && campaign.state === 'running' && may('report.draft') && campaign.openRoundId)
    return {
      why: t.roundOpen,
      action: (
        <Button
          size="md"
          component={Link}
          to="/campaigns/$id/rounds"
          params={{ id: String(campaign.id) } as never}
          search={{ round: String(campaign.openRoundId) } as never}
        >
          {t.toRound}
        </Button>
      ),
    }
  // Before the first figure there is nothing to report, and nothing to press.
  const hasFigures = missing !== undefined && missing < campaign.units
  if (isOwner && campaign.state === 'running' && may('report.draft') && hasFigures)
    return {
      why: missing > 0 ? t.reportWhy(number(missing)) : t.reportWhole,
      ...(missing > 0 ? { help: t.reportHelp } : {}),
      action: <DraftReportButton campaignId={campaign.id} />,
    }
  return undefined
}

const DraftReportButton = ({ campaignId }: { campaignId: number }) => {
  const t = useWords(campaignWords)
  const navigate = useNavigate()
  const cache = useQueryClient()
  // One key for this press and its repeats: a lost answer does not make a second report.
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const draft = useMutation({
    mutationFn: () => call(DraftReport, { params: { id: campaignId }, body: {}, idempotencyKey }),
    onSuccess: (report) => {
      cache.invalidateQueries()
      navigate({ to: '/reports/$id', params: { id: String(report.id) } })
    },
  })
  return (
    <div>
      <Button size="md" onClick={() => draft.mutate()} loading={draft.isPending}>
        {t.draftReport}
      </Button>
      {draft.error && <Trouble error={draft.error} />}
    </div>
  )
}
