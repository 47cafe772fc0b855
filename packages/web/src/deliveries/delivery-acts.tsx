import { type Delivery, SetDeliveryStatus } from '@loa/contract/deliveries'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'
import { ReasonForm } from '../shell/reason-form.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { deliveryWords } from '../words/deliveries.ts'
import { useWords } from '../words/language.tsx'

type Plain = '03' | '04' | '05' | '06' | '15'
const next: Partial<Record<Delivery['status'], Plain[]>> = {
  '01': ['03'],
  '02': ['03'],
  '03': ['04', '05', '06'],
  '04': ['05', '06'],
  '05': ['06'],
}

/** What the unit may do now; a return and a refusal say why. */
export const DeliveryActs = ({ row }: { row: Delivery }) => {
  const t = useWords(deliveryWords)
  const cache = useQueryClient()
  const [isSaying, setSaying] = useState(false)
  const send = useMutation({
    mutationFn: (body: { status: Plain | '02' | '16'; reason?: string }) =>
      call(SetDeliveryStatus, { params: { id: row.id }, body }),
    onSuccess: () => {
      setSaying(false)
      return cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
  const isAsked = row.recall === 'asked'
  const plain: Plain[] = isAsked
    ? ['15']
    : row.recall === 'agreed' && row.asked !== 'update'
      ? []
      : (next[row.handling] ?? [])
  const no = isAsked ? ('16' as const) : row.handling === '01' && plain.length > 0 ? ('02' as const) : null
  if (plain.length === 0 && !send.isSuccess) return null
  const go = (status: Plain) => {
    if (status === '15' && row.asked === 'recall' && !window.confirm(t.agreeSure)) return
    send.mutate({ status })
  }
  return (
    <div className="delivery-acts">
      {!isSaying && (
        <div>
          {plain.map((status, at) => (
            <Button
              key={status}
              size="xs"
              variant={at === 0 ? 'filled' : 'default'}
              onClick={() => go(status)}
              loading={send.isPending && send.variables?.status === status}
            >
              {t.act[status]}
            </Button>
          ))}
          {no && (
            <Button size="xs" variant="default" onClick={() => setSaying(true)}>
              {no === '16' ? t.refuse : t.return}
            </Button>
          )}
        </div>
      )}
      {isSaying && no && (
        <ReasonForm
          label={no === '16' ? t.refuseLabel : t.returnLabel}
          help={no === '16' ? t.refuseHelp : t.returnHelp}
          act={no === '16' ? t.refuse : t.return}
          doing={{
            mutate: (reason) => send.mutate({ status: no, reason }),
            isPending: send.isPending,
            error: send.error,
          }}
          onStop={() => setSaying(false)}
        />
      )}
      {send.error && !isSaying && <Trouble error={send.error} />}
      <p role="status" className="small">
        {send.isSuccess ? t.done : ''}
      </p>
    </div>
  )
}
