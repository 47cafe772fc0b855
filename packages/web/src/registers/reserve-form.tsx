/** Giữ chỗ: the next number of a series for a dispatch to come. */
import { GetNumbers, ListKeptNumbers, ReserveNumber } from '@loa/contract/numbers'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'
import { printed } from './number-words.ts'

export const ReserveForm = ({ year }: { year: number }) => {
  const t = useWords(registerWords)
  const { types } = useWords(dispatchWords)
  const cache = useQueryClient()
  // One key for one wish: pressed again after a lost answer, it is the same number.
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [type, setType] = useState('cong-van')
  const [purpose, setPurpose] = useState('')
  const reserve = useMutation({
    mutationFn: () => call(ReserveNumber, { params: { key }, body: { type, purpose } }),
    onSuccess: async () => {
      setKey(crypto.randomUUID())
      setPurpose('')
      await cache.invalidateQueries({ queryKey: keyOf(GetNumbers, year) })
      await cache.invalidateQueries({ queryKey: keyOf(ListKeptNumbers, { year, state: 'reserved' }) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reserve.mutate()
  }
  return (
    <section className="panel" aria-labelledby="reserve">
      <header>
        <h2 id="reserve">{t.reserve}</h2>
      </header>
      <form className="registers-form" onSubmit={submit} aria-labelledby="reserve">
        <p className="meta">{t.reserveHelp}</p>
        <NativeSelect
          label={t.type}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
          data={Object.entries(types).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          label={t.purpose}
          lang="vi"
          required
          minLength={3}
          maxLength={500}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        {reserve.error && <Trouble error={reserve.error} />}
        {reserve.data && (
          <p className="note ok" role="status">
            {t.reservedNow(printed(reserve.data.number))}
          </p>
        )}
        <div className="form-acts">
          <Button type="submit" variant="default" loading={reserve.isPending}>
            {t.reserveAct}
          </Button>
        </div>
      </form>
    </section>
  )
}
