/** "Vì sao tôi không làm được?" answered in a sentence, with whom to ask. Loaded only when something was refused. */
import type { Act } from '@loa/contract/acts'
import { AskWhy, type Why } from '@loa/contract/roster'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { actWords } from '../words/acts.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { whyWords } from '../words/why.ts'
import { dayWords } from './format.ts'

export const WhyNot = ({ values }: { values: Record<string, string | number | null> }) => {
  const t = useWords(whyWords)
  const { id } = useParams({ strict: false })
  const act = String(values.act) as Act
  const unit = Number(values.unit) || undefined
  const dispatch = act.startsWith('dispatch.') ? Number(id) || undefined : undefined
  const query = useQuery({
    queryKey: keyOf(AskWhy, act, unit, dispatch),
    queryFn: () => call(AskWhy, { query: { act, unit, dispatch } }),
  })
  if (!query.data) return null
  return (
    <p>
      <b>{t.title}</b> <Sentence why={query.data} />
    </p>
  )
}

const Sentence = ({ why }: { why: Why }) => {
  const t = useWords(whyWords)
  const names = useWords(actWords)
  const { states } = useWords(dispatchWords)
  const said = t.why[why.code]({
    act: names.acts[why.act as Act],
    unit: why.unit ?? t.here,
    day: dayWords(why.day),
    otherUnit: why.otherUnit ?? '',
    who: why.who ?? '',
    roles: why.roles.map((role) => names.roles[role]).join(', '),
    state: (states as Record<string, string>)[why.state ?? ''] ?? '',
  })
  return (
    <>
      {said} {why.ask.length > 0 && t.ask(why.ask.join(', '))}
    </>
  )
}

/** For somebody who is signed in and holds no role today: since when, and whom to ask. */
export const NoRole = ({ values }: { values: Record<string, string | number | null> }) => {
  const t = useWords(whyWords)
  return (
    <p>
      {values.since && t.since(String(values.unit), dayWords(String(values.since)))}{' '}
      {values.ask && t.ask(String(values.ask))}
    </p>
  )
}
