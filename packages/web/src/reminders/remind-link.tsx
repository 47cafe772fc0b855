/** "Soạn nhắc việc (3)": from the board and from a round, for those who may; nothing where nobody lacks anything. */
import { Button } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { useMay, useWorksFor } from '../shell/session.ts'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { useLacks } from './use-lacks.ts'

export const RemindLink = ({
  campaign,
  round,
}: {
  campaign: { id: number; state: string; owner: { id: number } }
  round?: number
}) => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  const worksFor = useWorksFor()
  const isMine = useMay()('reminder.send') && worksFor(campaign.owner.id) && campaign.state === 'running'
  const query = useLacks(campaign.id, { ...(round ? { round: String(round) } : {}), enabled: isMine })
  const total = query.data?.pages[0]?.total ?? 0
  if (!isMine) return null
  return (
    <Button
      size="xs"
      variant="default"
      className="remind-link"
      leftSection={<IconBell size={16} aria-hidden />}
      renderRoot={(props) => (
        <Link
          {...props}
          to="/campaigns/$id/remind"
          params={{ id: String(campaign.id) }}
          search={round ? { round: String(round) } : {}}
        />
      )}
    >
      {t.toRemind(number(total))}
    </Button>
  )
}
