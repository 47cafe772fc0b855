/** Evidence taken back: who did it and why; and the form for it, a button until it is pressed. */
import { type Activity, GetActivity, type Withdrawal } from '@loa/contract/activities'
import { WithdrawAttachment, WithdrawEvidence } from '@loa/contract/withdrawals'
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { withdrawalWords } from '../words/withdrawals.ts'
import './review.css'

export const WithdrawnNote = ({ withdrawal }: { withdrawal: NonNullable<Withdrawal> }) => {
  const t = useWords(withdrawalWords)
  return (
    <p className="small">
      <StateBadge tone="none">{t.withdrawn}</StateBadge>{' '}
      {t.said(withdrawal.reason, withdrawal.by, instantWords(withdrawal.at))}
    </p>
  )
}

export const Withdraw = ({
  activity,
  id,
  kind,
  label,
}: {
  activity: Activity
  id: string
  kind: 'evidence' | 'attachment'
  /** What is withdrawn, for readers: the button alone says "Rút". */
  label: string
}) => {
  const t = useWords(withdrawalWords)
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const withdraw = useMutation({
    mutationFn: () =>
      call(kind === 'evidence' ? WithdrawEvidence : WithdrawAttachment, {
        params: { id },
        body: { reason: reason.trim() },
      }),
    onSuccess: (left) => {
      cache.setQueryData(keyOf(GetActivity, activity.id), left)
      cache.invalidateQueries()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!reason.trim())
    if (reason.trim()) withdraw.mutate()
  }
  if (!isOpen)
    return (
      <Button size="xs" variant="default" aria-label={label} onClick={() => setOpen(true)}>
        {t.withdraw}
      </Button>
    )
  return (
    <form className="amend-form" onSubmit={send} aria-label={label}>
      <Textarea
        label={t.reason}
        description={t.reasonHelp}
        error={isMissing ? t.reasonMissing : undefined}
        autosize
        minRows={2}
        maxLength={1000}
        data-autofocus
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="review-buttons">
        <Button type="submit" size="xs" loading={withdraw.isPending}>
          {t.save}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen(false)}>
          {t.stop}
        </Button>
      </div>
      {withdraw.error && <Trouble error={withdraw.error} onRetry={() => withdraw.mutate()} />}
    </form>
  )
}
