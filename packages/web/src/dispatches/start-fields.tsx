/** The name and the days of the campaign that is about to start. */
import type { Dispatch } from '@loa/contract/dispatches'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { startForm, type useStart } from './start-campaign.tsx'

export const StartFields = ({
  dispatch,
  start,
}: {
  dispatch: Dispatch
  start: ReturnType<typeof useStart>
}) => {
  const t = useWords(planWords)
  const [title, setTitle] = useState(capital(dispatch.subject ?? ''))
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  return (
    <form
      id={startForm}
      className="plan-start"
      ref={show}
      onSubmit={(event) => {
        event.preventDefault()
        start.mutate({ title: title.trim() || undefined, from: from || undefined, to: to || undefined })
      }}
    >
      <TextInput
        label={t.startTitle}
        lang="vi"
        minLength={3}
        maxLength={500}
        required
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t.startFrom}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t.startTo}
        min={from || undefined}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <p className="meta">{t.startPeriodHelp}</p>
      {start.error && <Trouble error={start.error} />}
    </form>
  )
}

/** The last decision may have been made far below; the fields that follow come into view. */
const show = (form: HTMLFormElement | null) => form?.scrollIntoView({ block: 'nearest' })

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
