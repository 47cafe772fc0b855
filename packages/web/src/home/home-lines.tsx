/** Three panels of lines; each line opens the thing itself. */
import type { HomeLine } from '@loa/contract/home'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { dayWords, instantWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { homeWords } from '../words/home.ts'
import { useWords } from '../words/language.tsx'
import { reminderWords } from '../words/reminders.ts'
import { byUrgency, placeOf, toneOf, waited } from './lines.ts'

const shortList = 5

const Panel = ({
  id,
  title,
  count,
  children,
}: {
  id: string
  title: string
  count: number
  children: ReactNode
}) => (
  <section className="panel" aria-labelledby={id}>
    <header>
      <h2 id={id}>{title}</h2>
      <span className="count">{count}</span>
    </header>
    {children}
  </section>
)

export const Mine = ({ lines }: { lines: HomeLine[] }) => {
  const t = useWords(homeWords)
  const [isLong, setIsLong] = useState(false)
  const ordered = byUrgency(lines)
  return (
    <Panel id="mine" title={t.mine} count={lines.length}>
      {lines.length === 0 && <p className="home-none">{t.noMine}</p>}
      <ul className="home-mine">
        {(isLong ? ordered : ordered.slice(0, shortList)).map((line) => (
          <li key={`${line.kind}${line.href}`}>
            <div className="home-words">
              <Link {...placeOf(line.href)}>
                {t.line[line.kind].ask}: <Title line={line} />
              </Link>
              <Detail line={line} />
            </div>
            <StateBadge tone={toneOf(line.kind)}>{t.line[line.kind].badge}</StateBadge>
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => <Link {...props} {...placeOf(line.href)} />}
              aria-label={`${t.line[line.kind].open}: ${line.title}`}
            >
              {t.line[line.kind].open}
            </Button>
          </li>
        ))}
      </ul>
      {lines.length > shortList && (
        <footer>
          <Button size="xs" variant="subtle" onClick={() => setIsLong(!isLong)} aria-expanded={isLong}>
            {isLong ? t.fewer : t.all(lines.length)}
          </Button>
        </footer>
      )}
    </Panel>
  )
}

export const Waiting = ({ lines }: { lines: HomeLine[] }) => {
  const t = useWords(homeWords)
  const now = Date.now()
  return (
    <Panel id="waiting" title={t.waiting} count={lines.length}>
      {lines.length === 0 && <p className="home-none">{t.noWaiting}</p>}
      <ul className="home-waiting">
        {lines.map((line) => {
          const { unit, count } = waited(line.at, now)
          return (
            <li key={`${line.kind}${line.href}`}>
              <Link {...placeOf(line.href)}>
                <Title line={line} />
              </Link>
              <span className="meta">
                {line.kind === 'dispatch.waiting'
                  ? line.who
                  : [countOf(t, line), line.kind === 'report.waiting' && line.detail && t.late(line.detail)]
                      .filter(Boolean)
                      .join(' · ')}
              </span>
              <span className="small">{t[unit](count)}</span>
              <StateBadge tone={toneOf(line.kind)}>
                {(line.kind === 'dispatch.waiting' && t.states[line.detail ?? '']) || t.line[line.kind].badge}
              </StateBadge>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

export const Returned = ({ lines }: { lines: HomeLine[] }) => {
  const t = useWords(homeWords)
  return (
    <Panel id="returned" title={t.returned} count={lines.length}>
      {lines.length === 0 && <p className="home-none">{t.noReturned}</p>}
      <ul className="home-returned">
        {lines.map((line) => (
          <li key={`${line.kind}${line.href}${line.who}${line.at}`}>
            <Link {...placeOf(line.href)}>
              <Title line={line} />
            </Link>
            {line.detail && <q lang="vi">{line.detail}</q>}
            <span className="meta">{[line.who, instantWords(line.at)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Title = ({ line }: { line: HomeLine }) => {
  const t = useWords(homeWords)
  return <span lang="vi">{line.title || t.noTitle}</span>
}

const countOf = (t: (typeof homeWords)['vi'], line: HomeLine) =>
  line.count === null ? '' : t.counts(line.kind, line.count)

const Detail = ({ line }: { line: HomeLine }) => {
  const t = useWords(homeWords)
  const lacks = useWords(reminderWords).lacks as Record<string, string>
  const detail =
    line.kind === 'reminder.received' && line.detail
      ? line.detail
          .split(' ')
          .map((reason) => lacks[reason] ?? reason)
          .join(' · ')
      : (line.kind === 'duty.to-report' || line.kind === 'posting.to-take-down') && line.detail
        ? t.deadline(dayWords(line.detail))
        : (line.kind === 'report.to-submit' || line.kind === 'report.to-draft') && line.detail
          ? t.deadline(instantWords(line.detail))
          : line.kind === 'dispatch.nobody'
            ? t.states[line.detail ?? '']
            : line.detail
  return (
    <>
      <span className="small">{[countOf(t, line), detail].filter(Boolean).join(' · ')}</span>
      <span className="meta">{[line.who, t.since(instantWords(line.at))].filter(Boolean).join(' · ')}</span>
    </>
  )
}
