import {
  AddConnection,
  ChangeConnection,
  type Connection,
  connectionKinds,
  ListConnections,
} from '@loa/contract/exchanges'
import { Button, Checkbox, NativeSelect, NumberInput, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { exchangeWords } from '../words/exchanges.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { hasSecret, isExchange } from './kinds.ts'

export const ConnectionForm = ({
  connection,
  onDone,
}: {
  connection: Connection | null
  onDone: () => void
}) => {
  const t = useWords(exchangeWords)
  const shell = useWords(shellWords)
  const cache = useQueryClient()
  const [kind, setKind] = useState<Connection['kind']>(connection?.kind ?? 'hub')
  const [given, setGiven] = useState({
    name: connection?.name ?? '',
    organId: connection?.organId ?? '',
    place: connection?.place ?? '',
    systemId: connection?.systemId ?? '',
    secret: '',
    zipped: connection?.zipped ?? false,
    enabled: connection?.enabled ?? true,
    pollMinutes: connection?.pollMinutes ?? 5,
  })
  const set = (change: Partial<typeof given>) => setGiven((before) => ({ ...before, ...change }))
  const exchanges = isExchange(kind)
  const withSecret = hasSecret(kind)
  const save = useMutation({
    mutationFn: () => {
      const { secret, systemId, organId, ...rest } = given
      const body = {
        ...rest,
        organId: exchanges ? organId : '',
        systemId: withSecret && systemId ? systemId : null,
        ...(withSecret && secret ? { secret } : {}),
      }
      return connection
        ? call(ChangeConnection, {
            params: { id: connection.id },
            body: { ...body, version: connection.version },
          })
        : call(AddConnection, { body: { ...body, kind } })
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: keyOf(ListConnections) })
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="connection-form" onSubmit={submit}>
      {!connection && (
        <NativeSelect
          label={t.field.kind}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as Connection['kind'])}
          data={connectionKinds.map((each) => ({ value: each, label: t.kind[each] }))}
        />
      )}
      <TextInput
        label={t.field.name}
        required
        maxLength={200}
        lang="vi"
        value={given.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t.field.place[kind]}
        description={t.help.place[kind]}
        required
        maxLength={300}
        value={given.place}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      {exchanges && (
        <TextInput
          label={t.field.organId}
          description={t.help.organId}
          required
          maxLength={35}
          pattern="[0-9A-Z]+(\.[0-9A-Z]+)*"
          value={given.organId}
          onChange={(event) => set({ organId: event.currentTarget.value.toUpperCase() })}
        />
      )}
      {withSecret && (
        <>
          <TextInput
            label={t.field.systemId[kind]}
            description={t.help.systemId[kind]}
            maxLength={200}
            value={given.systemId}
            onChange={(event) => set({ systemId: event.currentTarget.value })}
          />
          <PasswordInput
            label={t.field.secret[kind]}
            description={t.help.secret}
            autoComplete="off"
            maxLength={500}
            required={!connection?.hasSecret}
            value={given.secret}
            onChange={(event) => set({ secret: event.currentTarget.value })}
          />
        </>
      )}
      <NumberInput
        label={t.field.pollMinutes}
        min={1}
        max={1440}
        required
        hideControls
        value={given.pollMinutes}
        onChange={(value) => set({ pollMinutes: Number(value) || 1 })}
      />
      {exchanges && (
        <Checkbox
          label={t.field.zipped}
          description={t.help.zipped}
          checked={given.zipped}
          onChange={(event) => set({ zipped: event.currentTarget.checked })}
        />
      )}
      <Checkbox
        label={t.field.enabled}
        checked={given.enabled}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      {save.error && <Trouble error={save.error} />}
      <div className="connection-acts">
        <Button type="submit" size="xs" loading={save.isPending}>
          {t.save}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  )
}
