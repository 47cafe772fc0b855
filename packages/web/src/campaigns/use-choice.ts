/** Units chosen on the board, for those who may remind them; null for everybody else. */
import type { Campaign } from '@loa/contract/campaigns'
import { useState } from 'react'
import { useMay, useWorksFor } from '../shell/session.ts'

export interface Choice {
  /** Ids of duties. */
  chosen: ReadonlySet<number>
  set: (dutyIds: readonly number[], on: boolean) => void
}

export const useChoice = (campaign: Campaign): Choice | null => {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const worksFor = useWorksFor()
  const isMine = useMay()('reminder.send') && worksFor(campaign.owner.id) && campaign.state === 'running'
  if (!isMine) return null
  return {
    chosen,
    set: (dutyIds, on) =>
      setChosen((before) => {
        const after = new Set(before)
        for (const id of dutyIds) on ? after.add(id) : after.delete(id)
        return after
      }),
  }
}
