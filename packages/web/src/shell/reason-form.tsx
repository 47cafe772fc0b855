/** An act that needs a reason: the reason in words, the act, and what went wrong. Without a reason nothing is sent. */
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { Trouble } from './trouble.tsx'

/** Shorter says nothing; the server asks for as much where the reason is printed. */
const least = 3

export const ReasonForm = ({
  label,
  help,
  act,
  name,
  most = 1000,
  doing,
  onRetry,
  onStop,
}: {
  label: string
  help: string
  /** The words of the button. */
  act: string
  /** What the form is about, for readers, where the button alone does not say it. */
  name?: string
  most?: number
  doing: { mutate: (reason: string) => void; isPending: boolean; error: unknown }
  onRetry?: () => void
  /** Where the form was opened by a button: closes it again, and the form takes the keyboard. */
  onStop?: () => void
}) => {
  const t = useWords(shellWords)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const said = reason.trim()
    setMissing(said.length < least)
    if (said.length >= least) doing.mutate(said)
  }
  return (
    <form className="reason-form" onSubmit={send} noValidate aria-label={name}>
      <Textarea
        label={label}
        description={help}
        error={isMissing ? t.reasonMissing : undefined}
        lang="vi"
        required
        autosize
        minRows={2}
        maxLength={most}
        autoFocus={onStop !== undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {doing.error ? <Trouble error={doing.error} {...(onRetry ? { onRetry } : {})} /> : null}
      <div className="reason-buttons">
        <Button type="submit" size="xs" variant={onStop ? 'filled' : 'default'} loading={doing.isPending}>
          {act}
        </Button>
        {onStop && (
          <Button size="xs" variant="default" onClick={onStop}>
            {t.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
