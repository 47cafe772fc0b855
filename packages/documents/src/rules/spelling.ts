/** Rules that look for words in the body and know how they are to be written. */
import { respelled } from './respelled.ts'
import type { Found, Paper, Rule, Words } from './rule.ts'

/** Words of the body and of the lists around it; group 1 of the pattern (or all of it) becomes something else. Several of one kind are told once each. */
const inBody = ({ text, parts }: Paper, pattern: RegExp, to: (words: string) => string): Found[] =>
  Array.from(text.slice(from(parts), text.length).matchAll(pattern), (match): Found => {
    const words = match[1] ?? match[0]
    const start = from(parts) + match.index + match[0].indexOf(words)
    // A place of nothing but blanks is shown with the words around it.
    const blank = words.trim().length < 2
    const span = blank ? around(text, start, start + words.length) : { start, end: start + words.length }
    return respelled(start, start + words.length, to(words), { found: words, span })
  }).filter(({ found, wanted }) => found !== wanted)

const from = ({ addressed, body }: Paper['parts']): number => addressed?.end ?? body.start

const around = (text: string, start: number, end: number) => ({
  start: start - (/\S{0,20}$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0].length ?? 0),
  end: end + (/^\S{0,20}/u.exec(text.slice(end, end + 20))?.[0].length ?? 0),
})

export interface Spelling {
  id: string
  clause: string
  severity: Rule['severity']
  wrong: Words
  mend?: Words
  pattern: RegExp
  to(words: string): string
  failing: [of: 'letter' | 'plan' | 'decision', words: string, to: string]
  /** About spaces, which in a PDF are made up by whoever reads it. */
  typed?: true
}

export const spelling = ({
  id,
  clause,
  severity,
  wrong,
  mend,
  pattern,
  to,
  failing: [of, words, other],
  typed,
}: Spelling): Rule => ({
  id,
  clause,
  severity,
  fixes: true,
  wrong,
  mend: mend ?? { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
  find: (paper) => (typed && paper.look.source === 'pdf' ? [] : inBody(paper, pattern, to)),
  passing: { of },
  failing: { of, changes: [{ words, to: other }] },
})
