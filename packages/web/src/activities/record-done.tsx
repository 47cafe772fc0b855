import type { Activity } from '@loa/contract/activities'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { instantWords } from '../shell/format.ts'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'
import { StandingBadge } from './standing.tsx'

export const RecordDone = ({
  activity,
  isHandedIn,
  onShown,
  onAgain,
}: {
  activity: Activity
  isHandedIn: boolean
  onShown: () => void
  onAgain: () => void
}) => {
  const t = useWords(activityWords)
  const head = useRef<HTMLHeadingElement>(null)
  const shown = useRef(onShown)
  useEffect(() => {
    // The server has it all: what was kept on this device is not needed any more.
    shown.current()
    head.current?.focus()
  }, [])
  return (
    <section className="panel record-done" role="status">
      <h2 ref={head} tabIndex={-1}>
        {isHandedIn ? t.done : t.recorded}
      </h2>
      <p>
        <StandingBadge activity={activity} /> {activity.place}
      </p>
      <p>{isHandedIn ? t.doneHelp(instantWords(activity.updatedAt)) : t.recordedHelp}</p>
      <div className="record-buttons">
        <Button size="md" onClick={onAgain}>
          {t.another}
        </Button>
        <Button
          variant="default"
          size="md"
          component={Link}
          to="/activities/$id"
          params={{ id: activity.id } as never}
        >
          {t.toActivity}
        </Button>
        <Button
          variant="default"
          size="md"
          component={Link}
          to="/duties/$id"
          params={{ id: String(activity.dutyId) } as never}
        >
          {t.toDuty}
        </Button>
      </div>
    </section>
  )
}
