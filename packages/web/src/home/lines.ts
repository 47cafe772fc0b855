/** The order of the lines of the home page, and where each leads. Pure. */
import type { Home, HomeLine } from '@loa/contract/home'
import type { Tone } from '../shell/state.tsx'

/** Most urgent first: what came back, then what holds others up, then one's own work. */
const urgency: HomeLine['kind'][] = [
  'dispatch.nobody',
  'dispatch.returned',
  'activity.returned',
  'report.returned',
  'handover.to-decide',
  'target.to-decide',
  'reminder.received',
  'dispatch.to-sign',
  'dispatch.to-number',
  'dispatch.to-e-sign',
  'dispatch.to-issue',
  'dispatch.to-approve',
  'posting.to-take-down',
  'site.to-mend',
  'delivery.to-receive',
  'activity.to-review',
  'dispatch.to-finish',
  'dispatch.to-plan',
  'figure.to-check',
  'duty.to-answer',
  'targets.to-answer',
  'report.to-draft',
  'report.to-submit',
  'report.to-review',
  'duty.to-report',
  'activity.corrected',
]

/** By kind, and within a kind what has waited longest. */
export const byUrgency = (lines: readonly HomeLine[]): HomeLine[] =>
  [...lines].sort((left, right) => rank(left) - rank(right) || Date.parse(left.at) - Date.parse(right.at))
const rank = (line: HomeLine) => (urgency.indexOf(line.kind) + urgency.length + 1) % (urgency.length + 1)

export const mostUrgent = (home: Home): HomeLine | undefined => byUrgency([...home.returned, ...home.mine])[0]

export const toneOf = (kind: HomeLine['kind']): Tone => {
  if (kind.endsWith('returned')) return 'bad'
  if (
    kind === 'site.to-mend' ||
    kind === 'reminder.received' ||
    kind === 'activity.to-review' ||
    kind === 'dispatch.nobody'
  )
    return 'ask'
  if (kind === 'unit.not-received' || kind === 'unit.not-reported' || kind === 'report.waiting')
    return 'missing'
  return kind === 'dispatch.to-finish' ? 'none' : 'go'
}

/** `/campaigns/1?show=missing` as the router takes it. */
export const placeOf = (href: string): { to: string; search: Record<string, string> } => {
  const [to = '/', query = ''] = href.split('?')
  return { to, search: Object.fromEntries(new URLSearchParams(query)) }
}

/** How long something has waited, in the one unit that says it best. */
export const waited = (at: string, now: number): { unit: 'days' | 'hours' | 'minutes'; count: number } => {
  const minutes = Math.max(0, Math.floor((now - Date.parse(at)) / 60_000))
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  if (minutes < 24 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) }
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) }
}
