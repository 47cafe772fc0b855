/** One reminder: the unit reads it and goes on to its duty; who wrote it may change or withdraw it until it is sent. */
import {
  CancelReminder,
  ChangeReminder,
  GetReminder,
  ReadReminder,
  type Reminder,
} from '@loa/contract/reminders'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useMay, useWorksFor } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { reminderWords } from '../words/reminders.ts'
import { GapText } from './reason-texts.tsx'
import { ReminderState } from './reminder-state.tsx'
import './reminders.css'

export const ReminderPage = () => {
  const t = useWords(reminderWords)
  const id = useParams({ strict: false }).id ?? ''
  const query = useQuery({
    queryKey: keyOf(GetReminder, id),
    queryFn: () => call(GetReminder, { params: { id } }),
  })
  const reminder = query.data
  const isOwner = useWorksFor()(reminder?.owner.id ?? 0)
  const mayChange = useMay()('reminder.send') && isOwner
  const isOpen = reminder?.state === 'drafted' || reminder?.state === 'waiting'
  useReading(reminder, isOwner)
  return (
    <Page
      title={reminder ? t.one(reminder.owner.fullName) : t.compose}
      crumb={
        reminder && (
          <Link
            to={isOwner ? '/campaigns/$id/reminders' : '/campaigns/$id'}
            params={{ id: String(reminder.campaignId) }}
          >
            {isOwner ? t.list : reminder.campaignTitle}
          </Link>
        )
      }
      state={reminder ? t.ofCampaign(reminder.campaignTitle) : ' '}
      next={
        reminder && !isOwner
          ? {
              why: t.toDutyWhy,
              action: (
                <Button
                  size="md"
                  renderRoot={(props) => (
                    <Link {...props} to="/duties/$id" params={{ id: String(reminder.dutyId) }} />
                  )}
                >
                  {t.toDuty}
                </Button>
              ),
            }
          : undefined
      }
    >
      <Loaded query={query}>
        {(loaded) => (
          <div className="reminder">
            <Said reminder={loaded} isOwner={isOwner} />
            {mayChange && isOpen && <Change key={loaded.version} reminder={loaded} />}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** Opened by a person of the unit: it leaves their list of work. */
const useReading = (reminder: Reminder | undefined, isOwner: boolean) => {
  const cache = useQueryClient()
  const id = reminder?.state === 'sent' && !isOwner ? reminder.id : null
  useEffect(() => {
    if (id)
      call(ReadReminder, { params: { id } }).then(
        () => cache.invalidateQueries({ queryKey: ['home'] }),
        () => {},
      )
  }, [id, cache])
}

const Said = ({ reminder, isOwner }: { reminder: Reminder; isOwner: boolean }) => {
  const t = useWords(reminderWords)
  const { number } = useNumbers()
  const { mails } = reminder
  return (
    <section className="panel" aria-labelledby="said">
      <header>
        <h2 id="said">{t.preview(reminder.unit.fullName)}</h2>
        <ReminderState reminder={reminder} />
      </header>
      <div className="remind-preview" lang="vi">
        {reminder.text === '' ? (
          <p>{t.nothingLeft}</p>
        ) : (
          reminder.text.split('\n\n').map((each) => <p key={each}>{each}</p>)
        )}
      </div>
      <footer className="meta">
        {t.madeBy(reminder.madeBy, instantWords(reminder.madeAt))}
        {(reminder.state === 'sent' || reminder.state === 'waiting') &&
          ` · ${t.at(instantWords(reminder.sentAt ?? reminder.notBefore))}`}
        {isOwner &&
          mails.sent + mails.waiting + mails.failed > 0 &&
          ` · ${t.mails(number(mails.sent), number(mails.waiting), number(mails.failed))}`}
      </footer>
    </section>
  )
}

const Change = ({ reminder }: { reminder: Reminder }) => {
  const t = useWords(reminderWords)
  const cache = useQueryClient()
  const [reasons, setReasons] = useState(reminder.reasons)
  const { id, version } = reminder
  const onSuccess = (saved: Reminder) => {
    cache.setQueryData(keyOf(GetReminder, id), saved)
    cache.invalidateQueries()
  }
  const save = useMutation({
    mutationFn: (when: 'draft' | 'now') =>
      call(ChangeReminder, {
        params: { id },
        body: { version, when, reasons: reasons.map(({ key, template }) => ({ key, template })) },
      }),
    onSuccess,
  })
  const cancel = useMutation({
    mutationFn: () => call(CancelReminder, { params: { id }, body: { version } }),
    onSuccess,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate('now')
  }
  const error = save.error ?? cancel.error
  return (
    <form className="panel remind-change" onSubmit={submit} aria-labelledby="change">
      <h2 id="change">{t.editText}</h2>
      {reasons.map(({ key, kind, template }) => (
        <GapText
          key={key}
          reason={kind}
          value={template}
          onChange={(value) =>
            setReasons(reasons.map((each) => (each.key === key ? { ...each, template: value } : each)))
          }
        />
      ))}
      {error && (
        <Trouble
          error={error}
          onRetry={() => cache.invalidateQueries({ queryKey: keyOf(GetReminder, id) })}
        />
      )}
      <div className="remind-acts">
        <Button type="submit" loading={save.isPending}>
          {t.saveAndWait}
        </Button>
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate('draft')}>
          {t.keep}
        </Button>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t.cancelIt}
        </Button>
      </div>
    </form>
  )
}
