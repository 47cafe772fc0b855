/** What was done with an incoming document; with "Đã giải quyết xong" it leaves the list of what waits. */
import { type Arrival, GetArrival, HandleArrival } from '@loa/contract/arrivals'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { arrivalWords } from '../words/arrivals.ts'
import { useWords } from '../words/language.tsx'

export const HandleForm = ({ arrival: { id, version, replyCode } }: { arrival: Arrival }) => {
  const t = useWords(arrivalWords)
  const cache = useQueryClient()
  const [words, setWords] = useState('')
  const [reply, setReply] = useState(replyCode ?? '')
  const handle = useMutation({
    mutationFn: (finished: boolean) =>
      call(HandleArrival, { params: { id }, body: { version, words, replyCode: reply || null, finished } }),
    onSuccess: (stand) => cache.setQueryData(keyOf(GetArrival, id), stand),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    handle.mutate(false)
  }
  return (
    <section className="panel" aria-labelledby="handle">
      <header>
        <h2 id="handle">{t.handle}</h2>
      </header>
      <form className="arrival-form" onSubmit={submit} aria-labelledby="handle">
        <Textarea
          label={t.words}
          lang="vi"
          required
          minLength={3}
          maxLength={2000}
          autosize
          minRows={2}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <TextInput
          label={t.reply}
          description={t.replyHelp}
          lang="vi"
          maxLength={100}
          value={reply}
          onChange={(event) => setReply(event.currentTarget.value)}
        />
        {handle.error && (
          <Trouble
            error={handle.error}
            onRetry={() => cache.invalidateQueries({ queryKey: keyOf(GetArrival, id) })}
          />
        )}
        <div className="form-acts">
          <Button type="submit" variant="default" loading={handle.isPending}>
            {t.progressAct}
          </Button>
          <Button
            loading={handle.isPending}
            disabled={words.trim().length < 3}
            onClick={() => handle.mutate(true)}
          >
            {t.finishAct}
          </Button>
        </div>
      </form>
    </section>
  )
}
