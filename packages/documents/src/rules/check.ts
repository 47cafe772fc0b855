/** Checks a file against Decree 30/2020/NĐ-CP: what is wrong, where, by which clause, and how to mend it. */
import { type DocumentTree, type Layout, type Message, type ReadResult } from '../document.ts'
import { fold } from '../read/fold.ts'
import { boxesOf } from '../read/places.ts'
import { read, type ReadOptions } from '../read/read.ts'
import { sniff } from '../read/sniff.ts'
import { allRules } from './all-rules.ts'
import { docxLook } from './docx-look.ts'
import { openDocx } from './docx-parts.ts'
import { type Family, familyFinding, familyOf } from './family.ts'
import { type Look, paragraphAt, plainLook } from './look.ts'
import { fieldAt, partsOf } from './parts.ts'
import type { Finding, FindingPlace, Found, Paper, Rule, Words } from './rule.ts'

export interface CheckResult {
  /** Which rules it follows; only administrative documents are checked in full. */
  family: Family
  /** How the type is called, such as "Kế hoạch". */
  type: string | null
  findings: Finding[]
  /** Whether `fixDocx` can work on it. */
  isDocx: boolean
  /** Null when nothing could be read: `messages` tell why. */
  text: string | null
  messages: Message[]
}

/** Never throws for what the file says. */
export const check = async (bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<CheckResult> =>
  checkRead(bytes, await read(bytes, name, options))

/** The same for a file that was read already. */
export const checkRead = async (bytes: Uint8Array, { tree, messages, layout }: ReadResult): Promise<CheckResult> => {
  if (tree === null) return { family: 'unknown', type: null, findings: [], isDocx: false, text: null, messages }
  const isScan = messages.some(({ code }) => code === 'file.scanned')
  const look = await lookOf(bytes, tree, layout, isScan)
  const flat = fold(tree.text)
  const { parts, type } = partsOf(tree, flat)
  const paper: Paper = { tree, text: tree.text, flat, look, parts, type }
  const family = familyOf(paper)
  const found = family === 'administrative' ? allRules.flatMap((rule) => findingsOf(rule, paper)) : []
  return {
    family,
    type: type.name,
    findings: [...familyFinding(family, look), ...found],
    isDocx: look.source === 'docx',
    text: tree.text,
    messages,
  }
}

/** What a broken part of the file cannot show is not looked at: the words were read all the same. */
const lookOf = async (bytes: Uint8Array, tree: DocumentTree, layout: Layout | null, isScan: boolean): Promise<Look> => {
  const { kind } = sniff(bytes)
  if (isScan || kind === 'picture') return plainLook('scan', layout)
  try {
    if (kind === 'docx') {
      const parts = openDocx(bytes)
      if (parts !== null) return docxLook(parts, tree.text).look
    }
    if (kind === 'pdf' && layout !== null) {
      const { pdfLook } = await import('./pdf-look.ts')
      return await pdfLook(bytes, tree.text, layout)
    }
  } catch {
    return plainLook('text', layout)
  }
  return plainLook('text', layout)
}

const most = 5

/** Of one rule at most five findings are told; the rest is counted in the last. */
const findingsOf = (rule: Rule, paper: Paper): Finding[] => {
  const all = rule.find(paper)
  const shown = all.slice(0, most)
  return shown.map((found, at) => {
    const rest = at === shown.length - 1 ? all.slice(most) : []
    return findingOf(rule, found, paper, rest)
  })
}

const findingOf = (rule: Rule, found: Found, paper: Paper, rest: Found[]): Finding => {
  const more = rest.length === 0 ? null : { vi: ` (và ${rest.length} chỗ nữa)`, en: ` (and ${rest.length} more)` }
  const mends = [...(found.mends ?? []), ...rest.flatMap(({ mends = [] }) => mends)]
  const fixable = paper.look.source === 'docx' && rule.fixes && mends.length > 0
  return {
    rule: rule.id,
    clause: rule.clause,
    severity: rule.severity,
    wrong: filled(rule.wrong, found, more),
    mend: filled(rule.mend, found, null),
    place: placeOf(found, paper),
    fixable,
    mends: fixable ? mends : [],
  }
}

const filled = ({ vi, en }: Words, { found = '', wanted = '' }: Found, more: Words | null): Words => {
  const fill = (words: string) => words.replace(/\{(found|wanted)\}/g, (_, gap) => shortened(gap === 'found' ? found : wanted))
  return { vi: fill(vi) + (more?.vi ?? ''), en: fill(en) + (more?.en ?? '') }
}

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim() || words
  return line.length > 90 ? `${line.slice(0, 88)}…` : line
}

const placeOf = ({ span, page, field }: Found, { tree, text, look, parts }: Paper): FindingPlace | null => {
  if (span === null) return page === undefined && field === undefined ? null : { words: null, field: field ?? null, page: look.source === 'pdf' ? (page ?? null) : null, box: null, paragraph: null }
  const { start, end } = span
  const box = look.layout === null ? undefined : boxesOf(look.layout, { start, end: Math.max(end, start + 1) })[0]
  return {
    start,
    end,
    words: shortened(text.slice(start, end)) || null,
    field: field ?? fieldAt(tree, parts, { start, end }),
    page: box?.page ?? null,
    box: box?.box ?? null,
    paragraph: look.source === 'docx' ? (paragraphAt(look, start)?.number ?? null) : null,
  }
}
