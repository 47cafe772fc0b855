/** Checks a file against Decree 30/2020/NĐ-CP: what is wrong, where, by which clause, and how to mend it. */
import type { DocumentTree, Layout, Message, ReadResult } from '../document.ts'
import { fold } from '../read/fold.ts'
import { boxesOf } from '../read/places.ts'
import { type ReadOptions, read } from '../read/read.ts'
import { sniff } from '../read/sniff.ts'
import { allRules } from './all-rules.ts'
import { docxLook } from './docx-look.ts'
import { openDocx } from './docx-parts.ts'
import { type Family, familyFinding, familyOf } from './family.ts'
import { type Look, paragraphAt, plainLook } from './look.ts'
import { fieldAt, type Parts, partsOf } from './parts.ts'
import type { Finding, FindingPlace, Found, Mend, Paper, Rule, Words } from './rule.ts'

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
export const check = async (
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<CheckResult> => checkRead(bytes, await read(bytes, name, options))

/** The same for a file that was read already. */
export const checkRead = async (
  bytes: Uint8Array,
  { tree, messages, layout }: ReadResult,
): Promise<CheckResult> => {
  if (tree === null)
    return { family: 'unknown', type: null, findings: [], isDocx: false, text: null, messages }
  const flat = fold(tree.text)
  const { parts, type } = partsOf(tree, flat)
  const isScan = messages.some(({ code }) => code === 'file.scanned') || isMisread(tree.text, parts, layout)
  const look = await lookOf(bytes, tree, layout, isScan)
  const paper: Paper = { tree, text: tree.text, flat, look, parts, type }
  const family = familyOf(paper)
  const found = family === 'administrative' ? rulesFor(look).flatMap((rule) => findingsOf(rule, paper)) : []
  return {
    family,
    type: type.name,
    findings: [...familyFinding(family, look), ...found],
    isDocx: look.source === 'docx',
    text: tree.text,
    messages,
  }
}

const rulesFor = ({ source }: Look): Rule[] =>
  source === 'scan' ? allRules.filter(({ scans }) => scans) : allRules

/** Nobody types "CONG HOA XÃ HỌI": such a text was read from a picture by a machine, whatever file it came in. */
const isMisread = (text: string, { motto, freedom }: Parts, layout: Layout | null): boolean => {
  // Specks become signs that nobody types.
  if (layout === null && (text.match(/[|\\^~§¥£€«»#{}`Ÿ®©]/g)?.length ?? 0) > 2) return true
  const words = [motto, freedom].map((span) =>
    span ? text.slice(span.start, span.end).replace(/\s+/g, ' ').toLowerCase() : '',
  )
  const [state = '', goal = ''] = words.map((each) => each.replace(/\s*[-–]\s*/g, ' - ').replace(/\s+/g, ' '))
  const isState = state === '' || /^cộng h(?:òa|oà) xã hội chủ nghĩa việt(?: nam)?$/.test(state)
  return !isState || !(goal === '' || goal.replace(/[-\s._]+/g, ' ') === 'độc lập tự do hạnh phúc')
}

/** What a broken part of the file cannot show is not looked at: the words were read all the same. */
const lookOf = async (
  bytes: Uint8Array,
  tree: DocumentTree,
  layout: Layout | null,
  isScan: boolean,
): Promise<Look> => {
  const { kind } = sniff(bytes)
  if (isScan || kind === 'picture') return plainLook('scan', layout)
  try {
    if (kind === 'docx') {
      const parts = openDocx(bytes)
      const look = parts && docxLook(parts, tree.text).look
      // A page without margins is the picture of one, laid out letter by letter by a program that read it.
      const isPicture = look?.sheets.some(
        ({ margins }) => margins !== null && margins.left < 5 && margins.right < 5,
      )
      if (look) return isPicture ? plainLook('scan', layout) : look
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
  const more =
    rest.length === 0 ? null : { vi: ` (và ${rest.length} chỗ nữa)`, en: ` (and ${rest.length} more)` }
  const mends = [found, ...rest].flatMap(({ mends = [] }) => mends).filter((mend) => stands(mend, paper))
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

/** Words that the file itself does not hold cannot be written otherwise: the marker of a list that counts by itself, a page header. */
const stands = (mend: Mend, { look }: Paper): boolean =>
  mend.kind !== 'words' || (paragraphAt(look, mend.start) ?? paragraphAt(look, mend.start - 1)) !== null

const filled = ({ vi, en }: Words, { found = '', wanted = '' }: Found, more: Words | null): Words => {
  const fill = (words: string) =>
    words.replace(/\{(found|wanted)\}/g, (_, gap) => shortened(gap === 'found' ? found : wanted))
  return { vi: fill(vi) + (more?.vi ?? ''), en: fill(en) + (more?.en ?? '') }
}

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim() || words
  return line.length > 90 ? `${line.slice(0, 88)}…` : line
}

const placeOf = ({ span, page, field }: Found, { tree, text, look, parts }: Paper): FindingPlace | null => {
  if (span === null)
    return page === undefined && field === undefined
      ? null
      : {
          words: null,
          field: field ?? null,
          page: look.source === 'pdf' ? (page ?? null) : null,
          box: null,
          paragraph: null,
        }
  const { start, end } = span
  const box =
    look.layout === null ? undefined : boxesOf(look.layout, { start, end: Math.max(end, start + 1) })[0]
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
