/** Chuyển giải quyết: who leads, who helps, until when, with the words of the one who decides. */
import { type Arrival, ForwardArrival, GetArrival, ListHandlers } from '@loa/contract/arrivals'
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { arrivalWords } from '../words/arrivals.ts'
import { useWords } from '../words/language.tsx'

export const ForwardForm = ({
  arrival: { id, version, forwardedAt, dueOn: before },
}: {
  arrival: Arrival
}) => {
  const t = useWords(arrivalWords)
  const cache = useQueryClient()
  const { data } = useQuery({
    queryKey: keyOf(ListHandlers, id),
    queryFn: () => call(ListHandlers, { params: { id } }),
  })
  const people = data?.people ?? []
  const [lead, setLead] = useState('')
  const [helpers, setHelpers] = useState<string[]>([])
  const [dueOn, setDueOn] = useState(before ?? '')
  const [words, setWords] = useState('')
  const forward = useMutation({
    mutationFn: () =>
      call(ForwardArrival, { params: { id }, body: { version, lead, helpers, dueOn: dueOn || null, words } }),
    onSuccess: (stand) => cache.setQueryData(keyOf(GetArrival, id), stand),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    forward.mutate()
  }
  return (
    <section className="panel" aria-labelledby="forward">
      <header>
        <h2 id="forward">{forwardedAt ? t.forwardAgain : t.forward}</h2>
      </header>
      <form className="arrival-form" onSubmit={submit} aria-labelledby="forward">
        <NativeSelect
          label={t.lead}
          required
          value={lead}
          onChange={(event) => setLead(event.currentTarget.value)}
          data={[
            { value: '', label: t.choose },
            ...people.map((person) => ({ value: person.id, label: nameOf(person) })),
          ]}
        />
        <Checkbox.Group label={t.helpers} value={helpers} onChange={setHelpers}>
          <div className="arrival-helpers">
            {people
              .filter((person) => person.id !== lead)
              .map((person) => (
                <Checkbox key={person.id} value={person.id} label={nameOf(person)} />
              ))}
          </div>
        </Checkbox.Group>
        <TextInput
          type="date"
          label={t.due}
          min={todayInVietnam()}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        <Textarea
          label={t.opinion}
          lang="vi"
          autosize
          minRows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {forward.error && (
          <Trouble
            error={forward.error}
            onRetry={() => cache.invalidateQueries({ queryKey: keyOf(GetArrival, id) })}
          />
        )}
        <div className="form-acts">
          <Button type="submit" variant={forwardedAt ? 'default' : 'filled'} loading={forward.isPending}>
            {t.forwardAct}
          </Button>
        </div>
      </form>
    </section>
  )
}

const nameOf = ({ name, title }: { name: string; title: string }) => (title ? `${name}, ${title}` : name)
