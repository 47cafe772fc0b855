/** Where the parts of a document stand (the boxes of Decree 30/2020/NĐ-CP, Appendix I), beside what the reader already noted. */
import type { DocumentTree, Source, Span } from '../document.ts'
import { capitals } from '../read/fold.ts'
import { letterFacts, otherFacts, type TypeFacts, typeByAbbreviation, typeOfLine } from './types.ts'

/** An entry of a list: its name, what stands before it and after it. */
export interface Entry extends Span {
  name: string
  dashed: boolean
  /** `;`, `.`, `,` or nothing, as it ends. */
  mark: string
  /** Where the mark begins. */
  markAt: number
  field: string
}

export interface Parts {
  motto: Span | null
  freedom: Span | null
  /** "ĐẢNG CỘNG SẢN VIỆT NAM" in the place of the motto. */
  party: Span | null
  parentIssuer: Source | null
  issuer: Source | null
  /** `Số: 493/SVHTTDL-QLVHGĐ`. */
  numberLine: Span | null
  number: Source | null
  symbol: Source | null
  place: Source | null
  /** `ngày … tháng … năm …` */
  date: Source | null
  title: Span | null
  /** `V/v` over a công văn. */
  about: Span | null
  subject: Source | null
  /** `Kính gửi:` */
  addressed: Span | null
  addressees: Entry[]
  body: Span
  /** `Nơi nhận:` */
  receivers: Span | null
  recipients: Entry[]
  archive: Entry | null
  authority: Source | null
  signerTitle: Source | null
  signerName: Source | null
  /** `Phụ lục I` on a line of its own, and the line below it. */
  annexes: { label: Span; title: Span | null }[]
}

export const partsOf = (tree: DocumentTree, flat: string): { parts: Parts; type: TypeFacts } => {
  const { text, sources } = tree
  const source = (path: string): Source | null => sources[path] ?? null
  const first = tree.body[0]?.start ?? text.length
  const last = tree.body.at(-1)?.end ?? first
  const addressed = lineStart(flat, /(?:^|\n)[ \t]*(k.nh g[uo].?i\b[ \t]*[:.;]?)/g, 0, first)
  const headEnd = Math.min(addressed?.start ?? first, first)
  const symbol = source('symbol')
  const number = source('number')
  const title = titleOf(text, flat, Math.max(headEnd, first))
  const motto = find(flat, /c.ng\s+h.a\s+x.\s+h.i\s+ch.\s+ngh.{0,2}a\s+vi.t(?:\s+nam)?/g, 0, first)
  const subject = source('subject')
  const type = typeFrom(title?.facts ?? null, tree, addressed !== null)
  return {
    type,
    parts: {
      motto,
      freedom: find(flat, /d.c\s+l.p[ \t]*[-–—_.]*[ \t]*t.\s+do[ \t]*[-–—_.]*[ \t]*h.nh\s+ph.c/g, 0, first),
      party: motto === null ? find(flat, /d.ng c.ng s.n vi.t nam/g, 0, Math.min(first, 600)) : null,
      ...letterhead(tree, flat, headEnd, motto),
      numberLine: numberLine(flat, number ?? symbol, symbol ?? number, headEnd),
      number,
      symbol,
      place: source('place'),
      date: source('date'),
      title,
      about: lineStart(flat, /(?:^|\n|\t| {3})[ \t]*\(?(v ?[/.\\] ?v|ve viec)\b/g, 0, headEnd),
      subject,
      addressed,
      addressees: entriesOf(tree, 'addressees', tree.addressees.length),
      body: { start: first, end: Math.max(first, last) },
      receivers: lineStart(
        flat,
        /(?:^|\n|\t| {3})[ \t]*(noi nhan\b[ \t]*[:.;]?)/g,
        Math.max(0, last - 1),
        text.length,
      ),
      recipients: entriesOf(tree, 'recipients', tree.recipients.length),
      archive: source('archive') === null ? null : entryOf(text, source('archive'), 'archive'),
      authority: source('signingAuthority'),
      signerTitle: source('signerTitle'),
      signerName: source('signerName'),
      annexes: annexesOf(flat, last),
    },
  }
}

/** Every part that a rule may point to, so that a place can be told by the field it belongs to. */
export const fieldAt = (tree: DocumentTree, parts: Parts, { start, end }: Span): string | null => {
  let best: { path: string; size: number } | null = null
  const consider = (path: string, span: Span | null): void => {
    if (span === null || span.start > start || span.end < Math.max(end, start)) return
    if (best === null || span.end - span.start < best.size) best = { path, size: span.end - span.start }
  }
  for (const [path, span] of Object.entries(tree.sources))
    if (!/^(?:references|dueDates|sections)/.test(path)) consider(path, span)
  for (const [at, block] of tree.body.entries()) consider(`body/${at}`, block)
  consider('code', parts.numberLine)
  consider('subject', parts.about)
  consider('addressees', parts.addressed)
  for (const entry of [...parts.addressees, ...parts.recipients])
    consider(entry.field, { ...entry, end: entry.end + 1 })
  consider('recipients', parts.receivers)
  return (best as { path: string } | null)?.path ?? null
}

/** The one capture of a pattern, at its first place between two. */
const lineStart = (flat: string, pattern: RegExp, from: number, to: number): Span | null => {
  pattern.lastIndex = from
  const match = pattern.exec(flat)
  const words = match?.[1]
  if (!match || words === undefined) return null
  const start = match.index + match[0].length - words.length
  return start > to ? null : { start, end: start + words.trimEnd().length }
}

const find = (flat: string, pattern: RegExp, from: number, to: number): Span | null => {
  pattern.lastIndex = from
  const match = pattern.exec(flat)
  return match === null || match.index > to
    ? null
    : { start: match.index, end: match.index + match[0].length }
}

/** The reader takes a body for one only in capitals; one in small letters stands where it would be. */
const letterhead = (
  tree: DocumentTree,
  flat: string,
  headEnd: number,
  motto: Span | null,
): Pick<Parts, 'issuer' | 'parentIssuer'> => {
  const { text, sources } = tree
  let issuer = sources.issuer ?? null
  let parentIssuer = sources.parentIssuer ?? null
  if ((issuer !== null && parentIssuer !== null) || motto === null) return { issuer, parentIssuer }
  const small = Array.from(flat.slice(0, headEnd).matchAll(smallBody), (match): Source => {
    const words = match[1] ?? ''
    const start = match.index + match[0].length - words.length
    return {
      start,
      end: start + words.length,
      text: text.slice(start, start + words.length),
      confidence: 0.8,
    }
  }).filter((body) => capitals(body.text) < 0.9)
  if (issuer === null) issuer = small.pop() ?? null
  const above = issuer
  if (parentIssuer === null)
    parentIssuer = small.findLast(({ end }) => above !== null && end <= above.start) ?? null
  return { issuer, parentIssuer }
}

const smallBody =
  /(?:^|\n)[ \t]*((?:ubnd|uy ban|hdnd|so|bo|chi cuc|cuc|tong cuc|trung tam|truong|phong|ban|benh vien) [^\n\t:/,.\d]{2,60}?)[ \t]*(?=\n)/g

const numberLine = (flat: string, from: Source | null, to: Source | null, headEnd: number): Span | null => {
  if (from === null || to === null)
    return lineStart(flat, /(?:^|\n|\t)[ \t]*(so ?:[^\n\t]{0,40})/g, 0, headEnd)
  const line = flat.lastIndexOf('\n', from.start - 1) + 1
  const at = flat.slice(line, from.start).lastIndexOf('so')
  return { start: at < 0 ? from.start : line + at, end: to.end }
}

/** A line that names a type in capitals, or names a type and nothing else. */
const titleOf = (text: string, flat: string, to: number): (Span & { facts: TypeFacts }) | null => {
  for (const match of flat.slice(0, to).matchAll(/[^\n\t]+/g)) {
    const lead = match[0].length - match[0].trimStart().length
    const line = match[0].trim()
    const start = match.index + lead
    const facts = typeOfLine(line)
    if (facts === null) continue
    const length = facts.name.length
    const words = text.slice(start, start + length)
    if (capitals(words) > 0.75 || line.length === length) return { start, end: start + length, facts }
  }
  return null
}

const typeFrom = (title: TypeFacts | null, tree: DocumentTree, addressed: boolean): TypeFacts => {
  if (title !== null) return title
  if (tree.type === 'cong-van') return letterFacts
  const lead = /^([\p{L}]{2,4})-/u.exec(tree.symbol ?? '')?.[1]
  return (lead === undefined ? null : typeByAbbreviation(lead)) ?? (addressed ? letterFacts : otherFacts)
}

const entriesOf = (tree: DocumentTree, name: string, count: number): Entry[] =>
  Array.from({ length: count }, (_, at) =>
    entryOf(tree.text, tree.sources[`${name}/${at}`] ?? null, `${name}/${at}`),
  ).filter((entry) => entry !== null)

const entryOf = (text: string, source: Source | null, field: string): Entry | null => {
  if (source === null) return null
  const line = text.lastIndexOf('\n', source.start - 1) + 1
  const before = text.slice(line, source.start)
  const own = text.slice(source.start, source.end)
  const name = own.replace(/[\s;.,]+$/, '')
  const markAt = source.start + name.length
  const after = /^[ \t]*([;.,]*)/.exec(text.slice(markAt, markAt + 12))
  return {
    name,
    start: source.start,
    end: markAt,
    dashed: /[-–—][ \t]*$/.test(before) || /^[-–—]/.test(own),
    mark: after?.[1] ?? '',
    markAt,
    field,
  }
}

const annexesOf = (flat: string, from: number): Parts['annexes'] => {
  const found: Parts['annexes'] = []
  for (const match of flat.slice(from).matchAll(/\n[ \t]*(phu luc(?: (?:so )?[ivx\d]{1,5})?)[ \t]*(?=\n)/g)) {
    const words = match[1] ?? ''
    const start = from + match.index + match[0].length - (match[0].length - match[0].indexOf(words))
    const label = { start, end: start + words.length }
    const next = /\n[ \t]*([^\n]*[a-z][^\n]*)/.exec(flat.slice(label.end, label.end + 400))
    const title = next?.[1] === undefined ? null : label.end + next.index + next[0].length - next[1].length
    found.push({
      label,
      title: title === null ? null : { start: title, end: title + (next?.[1] ?? '').trimEnd().length },
    })
  }
  return found
}
