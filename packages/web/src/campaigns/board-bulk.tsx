/** What can be done with the units that are chosen, and what each of them lacks. */
import type { BoardRow } from '@loa/contract/campaigns'
import { Button } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { useStepWords } from './unit-step.tsx'
import type { Choice } from './use-choice.ts'

export const BoardBulk = ({
  campaignId,
  rows,
  choice: { chosen, set },
}: {
  campaignId: number
  rows: BoardRow[]
  choice: Choice
}) => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  const words = useStepWords()
  if (chosen.size === 0) return null
  const shown = rows.filter(({ dutyId }) => chosen.has(dutyId))
  return (
    <section className="board-bulk" aria-label={t.chosen(number(chosen.size))}>
      <b role="status">{t.chosen(number(chosen.size))}</b>
      <span className="board-bulk-why">
        {shown
          .slice(0, 6)
          .map((row) => `${row.unit.name}: ${words(row).short}`)
          .join(' · ')}
      </span>
      <Button
        variant="white"
        leftSection={<IconBell size={16} aria-hidden />}
        renderRoot={(props) => (
          <Link
            {...props}
            to="/campaigns/$id/remind"
            params={{ id: String(campaignId) }}
            search={{ duties: [...chosen].join('.') } as never}
          />
        )}
      >
        {t.remindChosen(number(chosen.size))}
      </Button>
      <Button variant="transparent" color="white" onClick={() => set([...chosen], false)}>
        {t.unchoose}
      </Button>
    </section>
  )
}
