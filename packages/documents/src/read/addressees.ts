/**
 * `Kính gửi` (box 9a). Decree 30/2020/NĐ-CP, Appendix I, part II, clause 9a: one addressee on the same line; several
 * below it, each with a dash and `;`, the last with a full stop.
 */
import { bare } from './fold.ts'
import type { Line } from './lines.ts'
import type { Found } from './pieces.ts'
import { isAddressed } from './signs.ts'

export interface Addressees {
  entries: Found[]
  /** Index of the first line after them. */
  next: number
}

const dash = /^(?:[-–—~•+*]|[.:]\s?[-–]|l\s)\s*/u
/** The longest list worth reading as one. */
const most = 200

/** Reads the addressees that begin at `from`, or within a few lines of it. */
export const readAddressees = (lines: Line[], from: number): Addressees => {
  const at = lines.findIndex(
    (line, index) =>
      index >= from &&
      index < from + 6 &&
      (isAddressed(line.flat) || /^[^a-z]*.{0,60}\bdien:$/.test(line.flat)),
  )
  const opening = lines[at]
  if (opening === undefined) return { entries: [], next: from }
  const lead = /^k.nh g[uoi].?i\s*[:.]?\s*/.exec(opening.flat)?.[0].length ?? opening.text.length
  const entries: Found[] = []
  let open: Found | null = null
  const close = () => {
    if (open !== null) pushEntries(entries, open)
    open = null
  }
  let index = at
  for (; index < lines.length && entries.length < most; index++) {
    const line = lines[index]
    if (line === undefined) break
    const start: number = index === at ? lead : 0
    const words = line.text.slice(start)
    if (words.trim() === '') continue
    const mark = dash.exec(words)?.[0].length ?? 0
    const fresh: boolean = open === null || mark > 0
    if (index > at && !belongs(line, lines[index - 1], open, entries.length, mark > 0)) break
    if (/^\(.*\)[.;]?$/.test(words.trim()) && mark === 0 && index > at && !line.continues) continue
    if (fresh || finished(open)) {
      close()
      open = entry(line, start + mark)
    } else if (open !== null) {
      open = { value: `${open.value} ${words.trim()}`, start: open.start, end: line.end }
    }
    if (mark === 0 && /\.$/.test(words) && index > at && !nextIsDash(lines[index + 1])) {
      index++
      break
    }
  }
  close()
  return { entries, next: Math.max(index, at + 1) }
}

const entry = (line: Line, from: number): Found => ({
  value: line.text.slice(from).trim(),
  start: line.start + from,
  end: line.end,
})

const finished = (open: Found | null): boolean => open !== null && /;$/.test(open.value)

const nextIsDash = (line: Line | undefined): boolean => line !== undefined && dash.test(line.text)

/** Whether a line still belongs to the list. */
const belongs = (
  line: Line,
  before: Line | undefined,
  open: Found | null,
  count: number,
  dashed: boolean,
): boolean => {
  if (/^\(/.test(line.text)) return true
  if (dashed) return line.text.length < 400 && (open === null || !/\.$/.test(open.value) || count === 0)
  if (open === null) return !line.gap || before === undefined || count === 0
  if (/\.$/.test(open.value)) return false
  if (/^\p{Ll}/u.test(line.text)) return line.text.length < 160
  if (/;$/.test(open.value)) return line.text.length < 200
  if (line.cell !== null && before?.cell?.table === line.cell.table) return true
  return line.continues || (!line.gap && /[,:]$/.test(open.value) && line.text.length < 120)
}

/** `Sở A; Sở B` on one line is two; a bracket that only names the group is none. */
const pushEntries = (entries: Found[], { value, start, end }: Found): void => {
  let offset = 0
  for (const part of value.split(/;(?=\s)/)) {
    const name = bare(part.replace(/^[^\p{L}“"(]+/u, '').replace(/\(sau đây [^)]*\)?/u, ''))
    if (/\p{L}/u.test(name)) {
      const simple = value === part
      entries.push({
        value: name,
        start: simple ? start : start + offset,
        end: simple ? end : Math.min(end, start + offset + part.length),
      })
    }
    offset += part.length + 1
  }
}
