/** The rules of reminders. Pure: what a unit lacks, in words of the file; what may be said, and what is still true later. */
import type { Form } from '@loa/contract/plans'
import { Problem } from '@loa/contract/problem'
import { fillTemplate, type ReminderReason, unknownGaps } from '@loa/contract/reminder-text'
import type { Lack, Reminder } from '@loa/contract/reminders'
import type { RoundKind } from '@loa/contract/rounds'
import { dayShort, typeName } from '../dispatches/phrases.ts'
import { formsInSentence } from '../reports/gaps.ts'
import { today, zone } from '../time.ts'

/** What the file says of one duty. */
export interface LackGround {
  dutyState: 'assigned' | 'accepted' | 'declined' | 'done' | 'stopped'
  /** The dispatch that gave it, and when it came to the unit. */
  dispatch: { type: string | null; code: string | null; date: string | null; arrivedAt: string } | null
  /** With a target, and without any activity. */
  forms: Form[]
  doubted: number
  reports: { roundId: number; kind: RoundKind; from: string | null; to: string; dueAt: string }[]
}

/** What is lacking on that day. */
export const lacksOf = (ground: LackGround, day: string): Lack[] => {
  const lacks: Lack[] = []
  const add = (kind: ReminderReason, words: Record<string, string>, key: string = kind) =>
    lacks.push({ key, kind, words })
  if (ground.dutyState === 'assigned' && ground.dispatch) {
    const { arrivedAt, ...dispatch } = ground.dispatch
    const arrived = today(arrivedAt)
    add('not-accepted', {
      'văn bản': dispatchInWords(dispatch),
      'ngày đến': dayShort(arrived),
      'số ngày': String(Temporal.PlainDate.from(arrived).until(Temporal.PlainDate.from(day)).days),
    })
  }
  if (ground.dutyState === 'accepted' && ground.forms.length > 0)
    add('forms-missing', { 'hình thức': ground.forms.map((form) => formsInSentence[form]).join('; ') })
  if (ground.doubted > 0) add('doubts', { 'số hoạt động': String(ground.doubted) })
  for (const { roundId, kind, from, to, dueAt } of ground.reports)
    add(
      'report-missing',
      { 'kỳ báo cáo': roundInWords(kind, from, to), 'hạn nộp': momentShort(dueAt) },
      `report-missing:${roundId}`,
    )
  return lacks
}

const dispatchInWords = ({
  type,
  code,
  date,
}: {
  type: string | null
  code: string | null
  date: string | null
}) =>
  [typeName(type), code ? `số ${code}` : '', date ? `ngày ${dayShort(date)}` : ''].filter(Boolean).join(' ')

const roundNames: Record<RoundKind, string> = {
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  'half-year': '6 tháng',
  year: 'năm',
  final: 'cả đợt',
  other: '',
}
const roundInWords = (kind: RoundKind, from: string | null, to: string): string =>
  `${roundNames[kind]} (${from ? `${dayShort(from)} – ` : 'đến '}${dayShort(to)})`.trim()

/** "17:00 ngày 15/6/2023". */
const momentShort = (instant: string): string => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return `${at.toPlainTime().toString({ smallestUnit: 'minute' })} ngày ${dayShort(at.toPlainDate().toString())}`
}

export type Reason = Reminder['reasons'][number]

/**
 * What a person wants to say of these lacks. Only what is lacking can be said, each with gaps that can be filled.
 * @throws Problem `reminder.nothing-lacks`, `reminder.unknown-gap`
 */
export const reasonsSaid = (
  said: readonly { key: string; template: string }[],
  lacks: readonly Lack[],
  unit: string,
): Reason[] =>
  said.map(({ key, template }) => {
    const lack = lacks.find((each) => each.key === key)
    if (!lack) throw new Problem('reminder.nothing-lacks', { unit })
    const [unknown] = unknownGaps(lack.kind, template)
    if (unknown !== undefined)
      throw new Problem('reminder.unknown-gap', { gap: unknown }, [
        { path: 'template', message: `{${unknown}}` },
      ])
    return { key, kind: lack.kind, template }
  })

/** The reminder as it reads now: what has come in meanwhile is not said any more. Null: nothing is left to say. */
export const textOf = (reasons: readonly Reason[], lacks: readonly Lack[]): string | null => {
  const sentences = reasons.flatMap(({ key, template }) => {
    const lack = lacks.find((each) => each.key === key)
    return lack ? [fillTemplate(template, lack.words)] : []
  })
  return sentences.length > 0 ? sentences.join('\n\n') : null
}

/** @throws Problem `thing.changed`, `reminder.gone` */
export const checkOpen = (reminder: { state: Reminder['state']; version: number }, version: number): void => {
  if (reminder.state === 'sent' || reminder.state === 'cancelled')
    throw new Problem('reminder.gone', { state: reminder.state })
  if (reminder.version !== version) throw new Problem('thing.changed', { at: null, state: reminder.state })
}
