import { FirstRun } from '@loa/contract/people'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { Page } from '../shell/page.tsx'
import { sessionQuery } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { sessionWords } from '../words/session.ts'
import './session.css'

const empty = { unitName: '', parentName: '', place: '', symbol: '', name: '', email: '', password: '' }

export const FirstRunPage = () => {
  const t = useWords(sessionWords)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [body, setBody] = useState(empty)
  const field = (name: keyof typeof empty) => ({
    value: body[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setBody((before) => ({ ...before, [name]: value }))
    },
  })
  const found = useMutation({
    mutationFn: () => call(FirstRun, { body }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: sessionQuery.queryKey })
      navigate({ to: '/sign-in' })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    found.mutate()
  }
  return (
    <Page title={t.first} state={t.firstLead}>
      <div className="founding">
        <form className="panel entrance-form" onSubmit={submit}>
          <TextInput
            label={t.unitName}
            description={t.unitNameHelp}
            required
            minLength={3}
            {...field('unitName')}
          />
          <TextInput label={t.parentName} description={t.parentNameHelp} {...field('parentName')} />
          <TextInput label={t.place} description={t.placeHelp} required minLength={2} {...field('place')} />
          <TextInput
            label={t.symbol}
            description={t.symbolHelp}
            required
            minLength={2}
            {...field('symbol')}
          />
          <TextInput label={t.personName} autoComplete="name" required minLength={2} {...field('name')} />
          <TextInput label={t.email} type="email" autoComplete="username" required {...field('email')} />
          <PasswordInput
            label={t.newPassword}
            description={t.newPasswordHelp}
            autoComplete="new-password"
            required
            minLength={10}
            {...field('password')}
          />
          <Button type="submit" size="md" loading={found.isPending}>
            {t.found}
          </Button>
          {found.error && <Trouble error={found.error} />}
        </form>
        <aside className="founding-aside">
          <section className="panel" aria-labelledby="printed">
            <header>
              <h2 id="printed">{t.printed}</h2>
            </header>
            <div className="letterhead" lang="vi">
              {body.parentName.trim() && <span>{body.parentName.toLocaleUpperCase('vi')}</span>}
              <b>{body.unitName.toLocaleUpperCase('vi') || '…'}</b>
              <span className="letterhead-number">Số: …/{body.symbol || '…'}</span>
            </div>
          </section>
          <h2>{t.later}</h2>
          <ol className="later-steps">
            {t.laterSteps.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ol>
        </aside>
      </div>
    </Page>
  )
}
