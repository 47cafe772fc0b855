/** Nhận việc → Lập kế hoạch → Ghi hoạt động; for the unit that gave it: look at the doubts. */
import type { Duty } from '@loa/contract/duties'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import type { PageProps } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { dutyWords } from '../words/duties.ts'
import { useWords } from '../words/language.tsx'
import type { Answer } from './use-answer.ts'
import type { Part } from './use-part.ts'

export const useDutyNext = ({
  duty,
  part,
  answer,
  plan,
  isPlanning,
}: {
  duty: Duty
  part: Part
  answer: Answer
  plan: () => void
  isPlanning: boolean
}): PageProps['next'] => {
  const t = useWords(dutyWords)
  const { number } = useNumbers()
  const [, change] = useFilter()
  const recorded = duty.lines.reduce((sum, line) => sum + (line.amounts?.activities ?? 0), 0)
  const doubts = duty.lines.filter((line) => (line.amounts?.doubted ?? 0) > 0).length

  if (part.mayAnswer && (duty.state === 'assigned' || duty.state === 'declined'))
    return {
      why: t.acceptWhy,
      help: t.acceptHelp,
      action: (
        <Button
          size="md"
          loading={answer.isPending && answer.variables?.answer === 'accept'}
          onClick={() => answer.mutate({ answer: 'accept' })}
        >
          {duty.state === 'declined' ? t.acceptAgain : t.accept}
        </Button>
      ),
    }
  if (part.mayAnswer && duty.state === 'accepted' && duty.targetsToAnswer > 0)
    return {
      why: t.targetsWhy,
      action: (
        <Button size="md" component={Link} to="/duties/$id/targets" params={{ id: String(duty.id) } as never}>
          {t.targets}
        </Button>
      ),
    }
  if (isPlanning && part.mayPlan) return undefined
  if (part.mayPlan && duty.lines.every((line) => line.plan === null))
    return {
      why: t.planWhy,
      action: (
        <Button size="md" onClick={plan}>
          {t.plan}
        </Button>
      ),
    }
  if (part.mayRecord)
    return {
      why: recorded > 0 ? t.recordWhy(number(recorded)) : t.recordNone,
      action: (
        <Button size="md" component={Link} to="/duties/$id/record" params={{ id: String(duty.id) } as never}>
          {t.record}
        </Button>
      ),
    }
  if (part.mayReview && doubts > 0)
    return {
      why: t.reviewWhy(number(doubts)),
      action: (
        <Button
          size="md"
          onClick={() => {
            change({ standing: 'doubted', indicator: null })
            document.getElementById('duty-activities')?.scrollIntoView({ block: 'center' })
          }}
        >
          {t.review}
        </Button>
      ),
    }
  return undefined
}
