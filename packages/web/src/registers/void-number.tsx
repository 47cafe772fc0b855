/** Hủy số, with the reason that stands in the register for good. */
import { type DispatchNumber, VoidNumber } from '@loa/contract/numbers'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'
import { ReasonForm } from '../shell/reason-form.tsx'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'
import { printed } from './number-words.ts'

export const VoidIt = ({ number }: { number: Pick<DispatchNumber, 'id' | 'number' | 'code'> }) => {
  const t = useWords(registerWords)
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const strike = useMutation({
    mutationFn: (reason: string) => call(VoidNumber, { params: { id: number.id }, body: { reason } }),
    onSuccess: () => cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
  const name = t.voidNamed(number.code ?? printed(number.number))
  if (!isOpen)
    return (
      <Button size="xs" variant="default" aria-label={name} onClick={() => setOpen(true)}>
        {t.voidAct}
      </Button>
    )
  return (
    <ReasonForm
      label={t.voidReason}
      help={t.voidHelp}
      act={t.voidAct}
      name={name}
      doing={strike}
      onStop={() => setOpen(false)}
    />
  )
}
