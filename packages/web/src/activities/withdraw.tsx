/** Evidence taken back: who did it and why; and the form for it, a button until it is pressed. */
import { type Activity, GetActivity, type Withdrawal } from '@loa/contract/activities'
import { WithdrawAttachment, WithdrawEvidence } from '@loa/contract/withdrawals'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { ReasonForm } from '../shell/reason-form.tsx'
import { StateBadge } from '../shell/state.tsx'
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
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      call(kind === 'evidence' ? WithdrawEvidence : WithdrawAttachment, {
        params: { id },
        body: { reason },
      }),
    onSuccess: (left) => {
      cache.setQueryData(keyOf(GetActivity, activity.id), left)
      cache.invalidateQueries()
    },
  })
  if (!isOpen)
    return (
      <Button size="xs" variant="default" aria-label={label} onClick={() => setOpen(true)}>
        {t.withdraw}
      </Button>
    )
  return (
    <ReasonForm
      label={t.reason}
      help={t.reasonHelp}
      act={t.save}
      name={label}
      doing={withdraw}
      onStop={() => setOpen(false)}
    />
  )
}
