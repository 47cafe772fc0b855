/**
 * Other documents cited in the body. Decree 30/2020/NĐ-CP, Appendix I, part II, clause 6b: type, number and symbol, date,
 * issuing body at the first mention; later only type, number and symbol.
 */
import type { Reference, ReferenceType } from '../document.ts'
import { leadingDate } from './dates.ts'
import { oneLine } from './fold.ts'
import { issuerAfter, issuerBefore } from './issuer-names.ts'
import { typeOfSymbol, typeWords } from './types.ts'

export interface FoundReference {
  reference: Reference
  start: number
  end: number
}

const codes =
  /(?<![\p{L}\d/.-])(\d{1,6})((?:\s?\/\s?\d{4})?\s{0,2}[-/]\s{0,2}\p{Lu}[\p{L}\d]{0,12}(?:\s?[-–_/.]{1,2}\s{0,2}\p{Lu}[\p{L}\d]{0,12}){0,5})/gu

/** Words right before a code that make it a citation: its type, `số`, or another code. */
const cited = /(?:^|[\s(“"])(so|so hieu|[a-z]+ so)\s*:?\s*$/
const chained = /(?:,|;|\bva|\bso|:)\s*$/

/** Every numbered document cited between two places, once each, as first cited. */
export const readReferences = (text: string, flat: string, from: number, to: number): FoundReference[] => {
  const found: FoundReference[] = []
  const seen = new Map<string, FoundReference>()
  let lastEnd = -1
  let lastType: ReferenceType | null = null
  let lastIssuer: string | null = null
  let pending: FoundReference[] = []
  const body = text.slice(from, to)
  for (const match of body.matchAll(codes)) {
    const start = from + match.index
    const end = start + match[0].length
    const before = flat.slice(Math.max(from, start - 60), start)
    const type = typeBefore(before)
    const near = lastEnd >= 0 && start - lastEnd < 160 && chained.test(before)
    if (type === null && !cited.test(before) && !near && !hasTypeSymbol(match[2] ?? '')) continue
    if (isQuantity(match[0])) continue
    const code = codeOf(match[1] ?? '', match[2] ?? '')
    const near60 = start - lastEnd < 60 && lastEnd >= 0
    const kind: ReferenceType =
      type ?? (near60 && lastType === 'cong-van' ? lastType : typeOfSymbol(symbolOf(code)))
    const after = describe(text, flat, end, to)
    const entry: FoundReference = {
      reference: { type: kind, code, date: after.date, issuer: after.issuer },
      start: type === null ? start : start - typeLength(before),
      end: after.end,
    }
    if (after.date === null) {
      const earlier = issuedBefore(text, flat, from, start)
      if (earlier !== null) {
        entry.reference.date = earlier.date
        entry.reference.issuer ??= earlier.issuer
        entry.start = earlier.start
      }
    }
    const giver = issuerBefore(text, flat, from, start)
    entry.reference.issuer ??= giver ?? (near60 ? lastIssuer : null)
    if (!near60 || giver !== null) lastIssuer = giver
    // "số 1/A, 2/A ngày … của …": what is said at the end holds for all.
    if (pending.length > 0 && near60) {
      for (const waiting of pending) {
        waiting.reference.date ??= after.date
        waiting.reference.issuer ??= after.issuer
      }
    }
    pending = after.date === null && after.issuer === null ? [...(near60 ? pending : []), entry] : []
    const known = seen.get(code)
    if (known === undefined) {
      seen.set(code, entry)
      found.push(entry)
    } else {
      known.reference.date ??= entry.reference.date
      known.reference.issuer ??= entry.reference.issuer
    }
    lastEnd = end
    lastType = kind
  }
  return found
}

const codeOf = (digits: string, rest: string): string =>
  digits + oneLine(rest).replace(/\s+/g, '').replace(/-{2,}/g, '-').replace(/[.]$/, '')

/** The symbol part of a code: behind the number, and behind the year. */
const symbolOf = (code: string): string => code.replace(/^\d+[-/](?:\d{4}[-/])?/, '')

const hasTypeSymbol = (rest: string): boolean =>
  /[-/]\s*(?:QĐ|QD|KH|CT|NĐ|TTr|TB|BC|NQ|TTLT|HD|GM|CĐ|TT|QH\d+|UBTVQH\d+)(?![\p{L}])/u.test(rest)

/** 24/7, 50/CP of a table … : a code has at least two letters behind its separator. */
const isQuantity = (code: string): boolean => !/\p{Lu}\p{L}/u.test(code)

const typeBefore = (before: string): ReferenceType | null => {
  const tail = before
    .replace(/\s*:?\s*$/, '')
    .replace(/(?:\(?so(?: hieu)?|cac|:)$/, '')
    .trimEnd()
  const trimmed = tail.replace(/:$/, '').trimEnd()
  for (const [words, type] of typeWords) {
    if (trimmed.endsWith(words) && !/[a-z]/.test(trimmed.charAt(trimmed.length - words.length - 1)))
      return type
  }
  return null
}

/** How far before a code its type word begins. */
const typeLength = (before: string): number => {
  const at = Math.max(...typeWords.map(([words]) => before.lastIndexOf(words)))
  return at < 0 ? 0 : before.length - at
}

/** Date and issuer behind a code. */
const describe = (text: string, flat: string, end: number, limit: number) => {
  const rest = flat.slice(end, Math.min(limit, end + 400))
  const lead =
    /^\s*,?\s*(?:\(?\s?(?:duoc )?ban hanh )?(?:ngay|de ngay|ky ngay)?\s*/.exec(rest)?.[0].length ?? 0
  const dated = leadingDate(rest.slice(lead))
  const after = dated === null ? end : end + lead + dated.length
  const issuer = issuerAfter(text, flat, after, Math.min(limit, after + 400))
  return { date: dated?.date ?? null, issuer: issuer?.value ?? null, end: issuer?.end ?? after }
}

/** `Ngày 04/3/2020, Thủ tướng Chính phủ ban hành Chỉ thị số …`. */
const issuedBefore = (text: string, flat: string, from: number, start: number) => {
  const begin = Math.max(from, start - 140)
  const before = flat.slice(begin, start)
  const verb = before.search(/(?:da |co )?ban hanh [a-z ]{4,25}(?:so)?\s*:?\s*$/)
  const day = verb < 0 ? -1 : before.lastIndexOf('ngay ', verb)
  if (day < 0) return null
  const dated = leadingDate(before.slice(day + 5))
  if (dated === null) return null
  const who = text.slice(begin + day + 5 + dated.length, begin + verb).replace(/^[\s,]+|[\s,]+$/gu, '')
  return { date: dated.date, issuer: who === '' || who.length > 90 ? null : oneLine(who), start: begin + day }
}
