/** What does not keep to Decree 30: how many at the top, then each with its words, its mend and its clause. */
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { instantWords } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { findingWords } from '../words/findings.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { FindingIcon } from './finding-icon.tsx'
import type { FindingsWork, Numbered } from './use-findings.ts'
import './findings.css'

interface ListProps {
  work: FindingsWork
  /** Where the words of a field are typed, when they are. */
  fieldLink?: ((field: string) => string | null) | undefined
}

/** One line with how many there are, which opens the list; whether it is open stands in the address. */
export const FindingsSection = ({ work, fieldLink, note }: ListProps & { note?: string | null }) => {
  const t = useWords(findingWords)
  const [{ form }, change] = useFilter()
  const isOpen = form === 'open'
  return (
    <section className="findings" aria-labelledby="findings-title">
      <h3 id="findings-title" title={t.decree}>
        <button type="button" aria-expanded={isOpen} onClick={() => change({ form: isOpen ? null : 'open' })}>
          {t.title}
        </button>
      </h3>
      <FindingsCount work={work} />
      {isOpen && work.open.length > 0 && note && <p className="meta findings-note">{note}</p>}
      {isOpen && <FindingsList work={work} fieldLink={fieldLink} />}
    </section>
  )
}

/** `12 chỗ sai, …`, in one line; the place it takes is the same while it is being checked. */
const FindingsCount = ({ work: { query, open, aside } }: { work: FindingsWork }) => {
  const t = useWords(findingWords)
  const many = (severity: Numbered['severity']) => open.filter((each) => each.severity === severity).length
  const worst = open[0]?.severity
  return (
    <span className={`findings-count ${worst ?? ''}`} role="status">
      {query.isLoading ? (
        t.checking
      ) : query.error ? null : (
        <>
          {worst && <FindingIcon severity={worst} />}
          {worst ? t.count(many('error'), many('warning'), many('info')) : t.none}
          {aside.length > 0 && `; ${t.aside(aside.length)}`}
        </>
      )}
    </span>
  )
}

const FindingsList = ({ work, fieldLink }: ListProps) => {
  const { query, open, aside } = work
  if (query.error) return <Trouble error={query.error} onRetry={() => query.refetch()} />
  if (query.isLoading) return <div className="findings-waiting" />
  const all = [...open, ...aside]
  if (all.length === 0) return null
  return (
    <ul className="findings-list">
      {all.map((finding) => (
        <FindingRow key={finding.key} finding={finding} work={work} fieldLink={fieldLink} />
      ))}
    </ul>
  )
}

const FindingRow = ({ finding, work, fieldLink }: ListProps & { finding: Numbered }) => {
  const t = useWords(findingWords)
  const { language } = useLanguage()
  const row = useRef<HTMLLIElement>(null)
  const [isAsking, setIsAsking] = useState(false)
  const { key, number, severity, clause, words, field, aside } = finding
  const wrong = finding.wrong[language]
  const isOn = work.selected === key
  useEffect(() => {
    if (!isOn) return
    row.current?.scrollIntoView({ block: 'nearest' })
    // Who chose its sign on the page goes on here by keyboard; who chose its words stays with them.
    const from = document.activeElement
    if (from === document.body || from?.classList.contains('finding-sign'))
      row.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [isOn])
  const link = field === null ? null : (fieldLink?.(field) ?? null)
  return (
    <li className={`finding-row ${severity}${isOn ? ' on' : ''}${aside ? ' aside' : ''}`} ref={row}>
      <button type="button" className="finding-head" aria-pressed={isOn} onClick={() => work.select(key)}>
        <span className="finding-number">
          <FindingIcon severity={severity} />
          {number}
        </span>
        <span>
          <b>{t.severity[severity]}.</b> {wrong}
        </span>
      </button>
      <dl>
        {words && (
          <>
            <dt>{t.words}</dt>
            <dd lang="vi">
              <q>{words}</q>
            </dd>
          </>
        )}
        <dt>{t.mend}</dt>
        <dd>{finding.mend[language]}</dd>
        <dt>{t.clause}</dt>
        <dd lang="vi">{clause}</dd>
      </dl>
      {aside && (
        <p className="meta">
          {t.by(aside.by?.name ?? t.somebody, instantWords(aside.at))}: <q lang="vi">{aside.reason}</q>
        </p>
      )}
      <div className="finding-acts">
        {link && !aside && <a href={link}>{t.toField}</a>}
        {work.mayPutAside && !isAsking && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={aside ? t.takeUpOf(wrong) : t.putAsideOf(wrong)}
            disabled={work.putAside.isPending}
            onClick={() => (aside ? work.putAside.mutate({ key, reason: null }) : setIsAsking(true))}
          >
            {aside ? t.takeUp : t.putAside}
          </Button>
        )}
      </div>
      {isAsking && <AsideForm finding={finding} work={work} onDone={() => setIsAsking(false)} />}
    </li>
  )
}

const AsideForm = ({
  finding: { key },
  work,
  onDone,
}: {
  finding: Numbered
  work: FindingsWork
  onDone: () => void
}) => {
  const t = useWords(findingWords)
  const shell = useWords(shellWords)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    work.putAside.mutate({ key, reason }, { onSuccess: onDone })
  }
  return (
    <form className="finding-aside" onSubmit={submit}>
      <Textarea
        label={t.reason}
        description={t.reasonHelp}
        lang="vi"
        required
        minLength={3}
        maxLength={500}
        rows={2}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {work.putAside.error && <Trouble error={work.putAside.error} />}
      <div>
        <Button type="submit" size="xs" variant="outline" loading={work.putAside.isPending}>
          {t.keep}
        </Button>{' '}
        <Button size="xs" variant="subtle" onClick={onDone}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  )
}
