/** The signs that end the items of a list of bodies (ô 9a and 9b). */
import type { Entry } from './parts.ts'
import { respelled } from './respelled.ts'
import type { Found } from './rule.ts'

/** Items end with `;`, the last with a full stop; a purpose in brackets belongs to its item. */
export const wrongMarks = (entries: Entry[], text: string, isEnd: boolean): Found[] =>
  entries.flatMap((entry, at): Found[] => {
    const last = isEnd && at === entries.length - 1
    const wanted = last ? '.' : ';'
    const tail = /^[^\n;.]*/.exec(text.slice(entry.markAt))?.[0] ?? ''
    const purpose = /^\s*\([^()\n]*\)\s*/.exec(tail)?.[0].trimEnd().length ?? 0
    const markAt = entry.mark === '' ? entry.markAt + purpose : entry.markAt
    const mark = /^[;.,]*/.exec(text.slice(markAt))?.[0] ?? ''
    // "Sở A; (để b/c)" has its mark before the purpose.
    // A name that ends in a hyphen goes on in a line that was not read as its own.
    if (mark === wanted || /;\s*\(|[-–]$/.test(entry.name) || /\.\.|…/.test(tail + mark)) return []
    return [
      respelled(markAt, markAt + mark.length, wanted, {
        span: { start: entry.start, end: markAt },
        found: mark || 'không có dấu',
      }),
    ]
  })
