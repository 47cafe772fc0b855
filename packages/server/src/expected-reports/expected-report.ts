/** The rules of an expected report: waiting → submitted → accepted, or returned with comments; or exempt with a reason. Pure. */
import type { ExpectedState, FigureLine, Finding, FormSaid } from '@loa/contract/expected-reports'
import type { Form } from '@loa/contract/plans'
import { Problem } from '@loa/contract/problem'

export type Verb = 'submit' | 'send' | 'return' | 'accept' | 'exempt'

/** Who has submitted may do so again until it is accepted; what is accepted may still be given back. */
const rules: Record<Verb, { from: readonly ExpectedState[]; to: ExpectedState }> = {
  submit: { from: ['waiting', 'returned', 'submitted'], to: 'submitted' },
  // A signed document counts whatever stood before: a supplement comes after the report was accepted.
  send: { from: ['waiting', 'submitted', 'returned', 'accepted', 'exempt'], to: 'submitted' },
  return: { from: ['submitted', 'accepted'], to: 'returned' },
  accept: { from: ['submitted'], to: 'accepted' },
  exempt: { from: ['waiting', 'returned'], to: 'exempt' },
}

/** @throws Problem `expected-report.wrong-state` */
export const takeStep = (state: ExpectedState, verb: Verb): ExpectedState => {
  const { from, to } = rules[verb]
  if (!from.includes(state)) throw new Problem('expected-report.wrong-state', { state, step: verb })
  return to
}

/**
 * What a report says of each form of the campaign. A form with an activity is reported by it, zero included; of the others
 * the unit has said that there was none, or has said nothing.
 */
export const formsSaid = (
  forms: readonly Form[],
  figures: readonly { indicator: string; form: Form; activities: number }[],
  said: readonly FormSaid[],
): FormSaid[] =>
  forms.map((form) => {
    if (figures.some((figure) => figure.form === form && figure.activities > 0))
      return { form, says: 'figures', reason: '' }
    const words = said.find((each) => each.form === form)
    return { form, says: words?.says ?? 'not-reported', reason: words?.reason.trim() ?? '' }
  })

/** Times more or less than the round before from which a figure is worth a look. */
const jump = 3

interface Ground {
  figures: readonly FigureLine[]
  before: readonly FigureLine[]
  forms: readonly FormSaid[]
  gaps: number
}

/** What a person looks at before accepting: it says where, and judges nothing. */
export const findingsOf = ({ figures, before, forms, gaps }: Ground): Finding[] => {
  const none = { indicator: null, form: null, before: null, now: null }
  const found: Finding[] = []
  if (figures.length === 0 && forms.every(({ says }) => says !== 'none'))
    found.push({ ...none, kind: 'nothing' })
  for (const { indicator, amounts } of figures) {
    const last = before.find((line) => line.indicator === indicator)?.amounts.declared
    const where = { ...none, indicator, now: amounts.declared }
    if (amounts.doubted > 0) found.push({ ...where, kind: 'doubted', now: amounts.doubted })
    if (amounts.declared > 0 && amounts.proved === 0 && amounts.doubted === 0)
      found.push({ ...where, kind: 'unproved' })
    if (last && (amounts.declared > last * jump || amounts.declared * jump < last))
      found.push({ ...where, kind: 'jump', before: last })
  }
  for (const { form, says } of forms)
    if (says === 'not-reported' && figures.length > 0) found.push({ ...none, kind: 'not-reported', form })
  if (gaps > 0) found.push({ ...none, kind: 'gaps', now: gaps })
  return found
}

/** What a new submission says otherwise than the one before. */
export const changesOf = (before: readonly FigureLine[], after: readonly FigureLine[]) => {
  const amount = (lines: readonly FigureLine[], indicator: string) =>
    lines.find((line) => line.indicator === indicator)?.amounts.declared ?? null
  return [...new Set([...before, ...after].map(({ indicator }) => indicator))]
    .map((indicator) => ({
      indicator,
      before: amount(before, indicator),
      after: amount(after, indicator),
    }))
    .filter((change) => change.before !== change.after)
}
