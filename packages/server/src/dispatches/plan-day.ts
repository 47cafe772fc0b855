import type { DocumentTree } from '@loa/documents'

/**
 * The day whose units an undated dispatch means: its own date; else the latest full date it cites that fits the year or
 * month it does show; else the last day of that year or month; else today. Never after today.
 */
export const planDay = (tree: DocumentTree, today: string): string => {
  const shown = tree.date ?? ''
  if (shown.length === 10) return earlier(shown, today)
  if (shown === '') return today
  const cited = tree.references
    .map((reference) => reference.date ?? '')
    .filter((date) => date.length === 10 && date.startsWith(shown))
    .sort()
    .at(-1)
  return earlier(cited ?? lastDayOf(shown), today)
}

const earlier = (day: string, today: string) => (day < today ? day : today)

const lastDayOf = (shown: string): string =>
  shown.length === 4
    ? `${shown}-12-31`
    : Temporal.PlainYearMonth.from(shown).toPlainDate({ day: 31 }).toString()
