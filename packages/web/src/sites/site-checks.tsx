/** What was seen at a site, and a report of damage. */
import { CheckSite, GetSite, SettleCheck, type Site, type SiteCheck } from '@loa/contract/sites'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'

export const SiteChecks = ({ site }: { site: Site }) => {
  const t = useWords(siteWords)
  const may = useMay()
  return (
    <section className="panel" aria-labelledby="site-checks">
      <header>
        <h2 id="site-checks">{t.checks}</h2>
      </header>
      {site.checks.length === 0 && <p className="meta site-none">{t.noChecks}</p>}
      <ul className="face-list">
        {site.checks.map((check) => (
          <Check key={check.id} site={site} check={check} mayChange={may('site.save')} />
        ))}
      </ul>
      {may('site.check') && (
        <footer>
          <DamageForm site={site} />
        </footer>
      )}
    </section>
  )
}

const Check = ({ site, check, mayChange }: { site: Site; check: SiteCheck; mayChange: boolean }) => {
  const t = useWords(siteWords)
  const about = site.postings.find(({ id }) => id === check.postingId)?.content
  const isOpen = check.result !== 'found' && check.settledAt === null
  return (
    <li>
      <div className="face-head">
        <StateBadge tone={check.result === 'found' ? 'ok' : isOpen ? 'ask' : 'none'}>
          {t.results[check.result]}
        </StateBadge>
        <span className="meta">
          {instantWords(check.at)} · <span lang="vi">{check.by.name}</span>
        </span>
      </div>
      {(about || check.note) && <p lang="vi">{[about, check.note].filter(Boolean).join(': ')}</p>}
      {check.hasPhoto && (
        <a href={`/api/site-checks/${check.id}/photo/original`} target="_blank" rel="noreferrer">
          {t.checkPhoto}
        </a>
      )}
      {check.settledAt && (
        <p className="small">
          {t.settledBy(check.settledBy?.name ?? '', instantWords(check.settledAt))}
          {check.settledNote && <span lang="vi">: {check.settledNote}</span>}
        </p>
      )}
      {isOpen && mayChange && <SettleForm site={site} check={check} />}
    </li>
  )
}

const useChecked = (site: Site, change: () => Promise<unknown>, onDone: () => void) => {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      onDone()
      await cache.invalidateQueries({ queryKey: keyOf(GetSite, site.id) })
    },
  })
}

const SettleForm = ({ site, check }: { site: Site; check: SiteCheck }) => {
  const t = useWords(siteWords)
  const [note, setNote] = useState('')
  const settle = useChecked(
    site,
    () => call(SettleCheck, { params: { id: check.id }, body: { note } }),
    () => setNote(''),
  )
  return (
    <form
      className="face-form"
      onSubmit={(event) => {
        event.preventDefault()
        settle.mutate()
      }}
    >
      <TextInput
        label={t.settleNote}
        required
        minLength={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        loading={settle.isPending}
        aria-label={t.settleOf(t.results[check.result])}
      >
        {t.settle}
      </Button>
      {settle.error && <Trouble error={settle.error} />}
    </form>
  )
}

const DamageForm = ({ site }: { site: Site }) => {
  const t = useWords(siteWords)
  const [id, setId] = useState(() => crypto.randomUUID())
  const [note, setNote] = useState('')
  const send = useChecked(
    site,
    () =>
      call(CheckSite, {
        params: { id },
        body: { siteId: site.id, postingId: null, result: 'damaged', note },
      }),
    () => {
      setNote('')
      setId(crypto.randomUUID())
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form className="face-form" onSubmit={submit}>
      <TextInput
        label={`${t.report}: ${t.reportNote.toLowerCase()}`}
        required
        minLength={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={send.isPending}>
        {t.sendReport}
      </Button>
      {send.error && <Trouble error={send.error} />}
    </form>
  )
}
