/** What the rows of one code mean for what the directory has under it. Pure; nothing that is there is rewritten. */
import type { Verdict } from '@loa/contract/unit-imports'
import { byDay, dayBefore, first, keyOf, overlap, type Span, sameWords } from './span.ts'

export interface FileRow extends Span {
  file: number
  line: number
  /** Codes of its successors, `;` between them. */
  mergedInto: string
  trouble: string | null
  about: string
}

/** A row of the directory as it will be, with the row of the file that touches it. */
export interface Placed extends Span {
  /** Null: new. */
  id: number | null
  row: FileRow | null
  /** The import ends it. */
  ends: boolean
  /** The new row of the same code that ended it, where the file does not do so itself. */
  endedBy: FileRow | null
}

export interface RowVerdict {
  verdict: Verdict
  detail: string | null
  about: string
}

export interface PlacedCode {
  spans: Placed[]
  verdicts: Map<FileRow, RowVerdict>
}

export interface DirectoryRow extends Span {
  id: number
}

/**
 * @param rows of one code, in the order of the files
 * @param directory what is there under this code
 */
export const placeCode = (rows: readonly FileRow[], directory: readonly DirectoryRow[]): PlacedCode => {
  const spans = directory.map(asPlaced)
  const verdicts = new Map<FileRow, RowVerdict>()
  const say = (row: FileRow, verdict: Verdict, detail: string | null = null, about = '') =>
    verdicts.set(row, { verdict, detail, about })

  const sorted: FileRow[] = []
  for (const row of [...rows].sort(byDay)) {
    const before = sorted.at(-1)
    const trouble =
      row.trouble ?? (row.validTo !== null && first(row) > row.validTo ? 'to-before-from' : null)
    if (trouble) say(row, 'problem', trouble, row.trouble ? row.about : (row.validTo ?? ''))
    else if (before && isRepeated(before, row)) say(row, 'same', 'repeated', String(before.line))
    else if (before && overlap(before, row)) {
      say(row, 'problem', 'doubled', String(before.line))
      say(before, 'problem', 'doubled', String(row.line))
      sorted.push(row)
    } else sorted.push(row)
  }

  for (const row of sorted) {
    if (verdicts.has(row)) continue
    const known = findKnown(row, spans, sorted)
    if (known) {
      placeKnown(row, known, spans, say)
      continue
    }
    const clash = spans.find((span) => span.id !== null && keyOf(span) === keyOf(row))
    if (clash) {
      say(row, 'problem', 'other-words', [clash.fullName, clash.parentCode].filter(Boolean).join(', '))
      continue
    }
    const open = spans.find((span) => span.validTo === null && first(span) < first(row))
    if (open && row.validFrom !== null) {
      open.validTo = dayBefore(row.validFrom)
      open.ends = true
      open.endedBy = row
    }
    const other = spans.find((span) => overlap(span, row))
    if (other) say(row, 'problem', 'overlap', daysOf(other))
    else {
      spans.push({ ...spanOf(row), id: null, row, ends: row.validTo !== null, endedBy: null })
      say(row, open ? 'change' : 'add', null, open?.fullName ?? '')
    }
  }
  return { spans, verdicts }
}

export const asPlaced = (row: DirectoryRow): Placed => ({ ...row, row: null, ends: false, endedBy: null })

type Say = (row: FileRow, verdict: Verdict, detail?: string | null, about?: string) => void

/** The unit is in the directory already; the file may know that it has ended. */
const placeKnown = (row: FileRow, known: Placed, spans: Placed[], say: Say) => {
  if (row.validTo === null || row.validTo === known.validTo) return say(row, 'same')
  if (known.validTo !== null) return say(row, 'problem', 'other-end', known.validTo)
  if (row.validTo < first(known)) return say(row, 'problem', 'to-before-from', row.validTo)
  known.validTo = row.validTo
  known.ends = true
  known.row = row
  const other = spans.find((span) => span !== known && overlap(span, known))
  if (other) return say(row, 'problem', 'overlap', daysOf(other))
  say(row, 'end')
}

/**
 * The same unit: the same key and words. A list that does not know since when a unit is there leaves the day out, so
 * there a row without it and an open one with the same words are one unit.
 */
const findKnown = (row: FileRow, spans: Placed[], rows: FileRow[]): Placed | undefined => {
  const inDirectory = spans.filter((span) => span.id !== null && sameWords(span, row))
  const exact = inDirectory.find(
    (span) =>
      span.validFrom === row.validFrom && (span.parentCode === row.parentCode || row.validFrom === null),
  )
  if (exact) return exact
  const claimed = (span: Placed) => rows.some((other) => other !== row && keyOf(other) === keyOf(span))
  return inDirectory.find(
    (span) =>
      span.validTo === null &&
      span.parentCode === row.parentCode &&
      (span.validFrom === null || row.validFrom === null) &&
      !claimed(span),
  )
}

/** The same row in two files, or twice in one. */
const isRepeated = (a: FileRow, b: FileRow): boolean =>
  keyOf(a) === keyOf(b) && a.validTo === b.validTo && a.parentCode === b.parentCode && sameWords(a, b)

const spanOf = ({ code, validFrom, validTo, name, fullName, type, parentCode }: FileRow): Span => ({
  code,
  validFrom,
  validTo,
  name,
  fullName,
  type,
  parentCode,
})

const daysOf = ({ validFrom, validTo, fullName }: Span) =>
  `${fullName} (${validFrom ?? '…'} – ${validTo ?? '…'})`
