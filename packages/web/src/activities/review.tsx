/** The unit that gave the duty looks at an activity: accept it, or return it with a reason. */
import { type Activity, GetActivity, ReviewActivity } from '@loa/contract/activities'
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'
import { hasProof } from './has-proof.ts'
import './review.css'

export const Review = ({ activity, size = 'xs' }: { activity: Activity; size?: 'xs' | 'md' }) => {
  const t = useWords(activityWords)
  const cache = useQueryClient()
  const form = useId()
  const [isReturning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const review = useMutation({
    mutationFn: (verdict: 'accept' | 'return') =>
      call(ReviewActivity, {
        params: { id: activity.id },
        body: {
          version: activity.version,
          verdict,
          ...(verdict === 'return' ? { reason: reason.trim() } : {}),
        },
      }),
    onSuccess: (reviewed) => {
      cache.setQueryData(keyOf(GetActivity, activity.id), reviewed)
      cache.invalidateQueries()
    },
  })
  const giveBack = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!reason.trim())
    if (reason.trim()) review.mutate('return')
  }
  return (
    <div className="review">
      <div className="review-buttons">
        <Button
          size={size}
          variant={size === 'md' ? 'filled' : 'default'}
          disabled={!hasProof(activity)}
          loading={review.isPending && review.variables === 'accept'}
          onClick={() => review.mutate('accept')}
        >
          {t.accept}
        </Button>
        <Button
          size={size}
          variant="default"
          aria-expanded={isReturning}
          aria-controls={form}
          onClick={() => setReturning(!isReturning)}
        >
          {t.giveBack}
        </Button>
      </div>
      <form id={form} hidden={!isReturning} onSubmit={giveBack}>
        <Textarea
          label={t.reason}
          description={t.reasonHelp}
          error={isMissing ? t.reasonMissing : undefined}
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size={size}
          variant="default"
          loading={review.isPending && review.variables === 'return'}
        >
          {t.giveBack}
        </Button>
      </form>
      {review.error && <Trouble error={review.error} onRetry={() => cache.invalidateQueries()} />}
    </div>
  )
}
