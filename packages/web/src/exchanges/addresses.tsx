/** Units of the directory that work with another system: what goes to them goes out by this connection. */
import {
  type Connection,
  ListAddresses,
  ListConnections,
  RemoveAddress,
  SetAddress,
} from '@loa/contract/exchanges'
import { Button, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { UnitPicker } from '../people/unit-picker.tsx'
import { MoreButton } from '../shell/more.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { exchangeWords } from '../words/exchanges.ts'
import { useWords } from '../words/language.tsx'

export const Addresses = ({ connection }: { connection: Connection }) => {
  const t = useWords(exchangeWords)
  const cache = useQueryClient()
  const [unit, setUnit] = useState<number | null>(null)
  const [organId, setOrganId] = useState('')
  const list = useInfiniteQuery({
    queryKey: keyOf(ListAddresses, connection.id),
    queryFn: ({ pageParam }) =>
      call(ListAddresses, { params: { id: connection.id }, query: { limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const after = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: keyOf(ListAddresses, connection.id) }),
      cache.invalidateQueries({ queryKey: keyOf(ListConnections) }),
    ])
  const add = useMutation({
    mutationFn: () => call(SetAddress, { params: { id: connection.id, unit: unit ?? 0 }, body: { organId } }),
    onSuccess: () => {
      setUnit(null)
      setOrganId('')
      return after()
    },
  })
  const remove = useMutation({
    mutationFn: (id: number) => call(RemoveAddress, { params: { id: connection.id, unit: id } }),
    onSuccess: after,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unit !== null) add.mutate()
  }
  return (
    <section className="connection-form" aria-labelledby={`addresses-${connection.id}`}>
      <h3 id={`addresses-${connection.id}`}>{t.addressTitle}</h3>
      <p className="small">{t.addressHelp}</p>
      <ul className="taken">
        {(list.data?.pages.flatMap((page) => page.rows) ?? []).map((row) => (
          <li key={row.unit.id}>
            <span lang="vi">{row.unit.fullName}</span> <span className="code">{row.organId}</span>{' '}
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t.removeAddress(row.unit.fullName)}
              onClick={() => remove.mutate(row.unit.id)}
            >
              {t.remove}
            </Button>
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
      <form onSubmit={submit} className="address-form">
        <UnitPicker value={unit} onChange={setUnit} />
        <TextInput
          label={t.field.organId}
          description={t.help.organId}
          required
          maxLength={35}
          pattern="[0-9A-Z]+(\.[0-9A-Z]+)*"
          value={organId}
          onChange={(event) => setOrganId(event.currentTarget.value.toUpperCase())}
        />
        <Button type="submit" size="xs" variant="default" loading={add.isPending}>
          {t.addAddress}
        </Button>
      </form>
      {(add.error ?? remove.error) && <Trouble error={add.error ?? remove.error} />}
    </section>
  )
}
