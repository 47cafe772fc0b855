/** What comes of a round: its report is drawn up, with what is missing where it must be, or opened. */

import { DraftReport } from '@loa/contract/reports'
import { ListRounds, type Round } from '@loa/contract/rounds'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import type { PageProps } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { roundWords } from '../words/rounds.ts'

export const useRoundNext = (round: Round | undefined): PageProps['next'] => {
  const t = useWords(roundWords)
  const { number } = useNumbers()
  const may = useMay()
  if (!round) return undefined
  if (round.report)
    return {
      why: t.reportThere,
      help: t.reportStates[round.report.state] ?? '',
      action: (
        <Button
          size="md"
          component={Link}
          to="/reports/$id"
          params={{ id: String(round.report.id) } as never}
        >
          {t.openReport}
        </Button>
      ),
    }
  if (!may('report.draft')) return undefined
  const missing = round.counts.waiting + round.counts.returned
  return {
    why: missing > 0 ? t.withGapsWhy(number(missing)) : t.wholeWhy,
    ...(round.upDueAt ? { help: t.ownDue(instantWords(round.upDueAt)) } : {}),
    action: <DraftButton round={round} withGaps={missing > 0} />,
  }
}

const DraftButton = ({ round, withGaps }: { round: Round; withGaps: boolean }) => {
  const t = useWords(roundWords)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID())
  const draft = useMutation({
    mutationFn: (gaps: boolean) =>
      call(DraftReport, {
        params: { id: round.campaignId },
        body: { roundId: round.id, withGaps: gaps },
        idempotencyKey,
      }),
    onSuccess: (report) => {
      cache.invalidateQueries()
      navigate({ to: '/reports/$id', params: { id: String(report.id) } })
    },
    // Another intent from now on, and units may have come or gone meanwhile.
    onError: () => {
      setKey(crypto.randomUUID())
      cache.invalidateQueries({ queryKey: keyOf(ListRounds, round.campaignId) })
    },
  })
  // Every unit is there, but some forms are open: the question is asked once more, by name.
  const isOpen = draft.error instanceof ApiProblem && draft.error.code === 'report.gaps'
  return (
    <div>
      <Button size="md" onClick={() => draft.mutate(withGaps || isOpen)} loading={draft.isPending}>
        {withGaps || isOpen ? t.draftWithGaps : t.draft}
      </Button>
      {draft.error && <Trouble error={draft.error} />}
    </div>
  )
}
