/** A unit under one name, code, type and parent for its days; ends are inclusive, null is open. */
export interface Span {
  code: string
  validFrom: string | null
  validTo: string | null
  name: string
  fullName: string
  type: string
  parentCode: string | null
}

export const first = ({ validFrom }: Pick<Span, 'validFrom'>): string => validFrom ?? ''
export const last = ({ validTo }: Pick<Span, 'validTo'>): string => validTo ?? '9999-12-31'

export const overlap = (a: Span, b: Span): boolean => first(a) <= last(b) && first(b) <= last(a)

export const isThere = (span: Span, day: string): boolean => first(span) <= day && day <= last(span)

/** (code, valid from): codes are reused. */
export const keyOf = ({ code, validFrom }: Pick<Span, 'code' | 'validFrom'>): string =>
  `${code} ${validFrom ?? ''}`

export const sameWords = (a: Span, b: Span): boolean =>
  a.name === b.name && a.fullName === b.fullName && a.type === b.type

export const dayAfter = (day: string): string => shifted(day, 1)
export const dayBefore = (day: string): string => shifted(day, -1)

const shifted = (day: string, days: number): string => {
  const key = `${day}${days}`
  const known = shifts.get(key)
  if (known !== undefined) return known
  const made = Temporal.PlainDate.from(day).add({ days }).toString()
  if (shifts.size > 1000) shifts.clear()
  shifts.set(key, made)
  return made
}
/** A list has thousands of rows and a handful of days. */
const shifts = new Map<string, string>()

/** The spans together are there on each day of the other one, without a gap. */
export const cover = (spans: readonly Span[], whole: Span): boolean => {
  let reached = first(whole)
  for (const span of spans.filter((each) => overlap(each, whole)).sort(byDay)) {
    if (first(span) > reached) return false
    if (last(span) >= last(whole)) return true
    reached = dayAfter(last(span))
  }
  return false
}

export const byDay = (a: Span, b: Span): number => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0)
