/** Without a letterhead, the issuer is the body that speaks in the text: `Sở … đề nghị các đơn vị …`. */
import { oneLine } from './fold.ts'
import { startsBody } from './letterhead.ts'
import type { ReadText } from './lines.ts'

const speaks =
  /^(.{4,110}?)\s(?:huong dan|de nghi|yeu cau|thong bao|ban hanh|kinh moi|tran trong|bao cao|kinh trinh|xay dung ke hoach|to chuc|co y kien)\b/

export const speakerOf = (
  { lines }: ReadText,
  from: number,
  to: number,
): { value: string; start: number; end: number } | null => {
  for (const line of lines.slice(from, to)) {
    // The body may speak after a first clause: "Thực hiện …, Sở A đề nghị …".
    for (const clause of [0, line.flat.lastIndexOf(', so ') + 2, line.flat.lastIndexOf(', ubnd ') + 2]) {
      if (clause === 1) continue
      const flat = line.flat.slice(clause, clause + 200)
      const match = startsBody(flat) && /^\p{Lu}/u.test(line.text.slice(clause)) ? speaks.exec(flat) : null
      if (match === null) continue
      const value = line.text.slice(clause, clause + (match[1]?.length ?? 0))
      if (/[;:.]/.test(value)) continue
      const start = line.start + clause
      return { value: oneLine(value), start, end: start + value.length }
    }
  }
  return null
}
