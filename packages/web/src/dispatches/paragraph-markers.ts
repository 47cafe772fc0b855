/**
 * The markers of paragraphs and the order they count in: phần, mục I., khoản 1., điểm a) (Decree 30/2020/NĐ-CP, Appendix I, part II,
 * clause 6), with `-` and `+` of practice. Pure.
 */
import { type AnyBlock, type KeyedBlock, type ParagraphBlock, textOf } from './draft-fields.ts'

type Role = ParagraphBlock['role']

/** From the widest to the narrowest; Tab goes one down. */
const ladder: Role[] = ['part', 'section', 'clause', 'point', 'dash', 'plus']
/** The Vietnamese alphabet of điểm: a, b, c, d, đ, e, g …; f, j, w, z are none of it. */
const letters = [...'abcdđeghiklmnopqrstuvxy']
const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')
interface Sequence {
  first: string
  value(text: string): number
  text(value: number): string | undefined
}
const counted: Partial<Record<Role, Sequence>> = {
  part: { first: 'Phần I', value: (text) => romans.indexOf(text), text: (value) => romans[value] },
  section: { first: 'I.', value: (text) => romans.indexOf(text), text: (value) => romans[value] },
  clause: {
    first: '1.',
    value: (text) => (/^\d+$/.test(text) ? Number(text) - 1 : -1),
    text: (value) => String(value + 1),
  },
  point: { first: 'a)', value: (text) => letters.indexOf(text), text: (value) => letters[value] },
}
/** What comes after one of these begins to count anew. */
const begunAnewBy: [Role, Role[]][] = [
  ['section', ['part']],
  ['clause', ['part', 'section']],
  ['point', ['part', 'section', 'clause']],
]
const fixed: Partial<Record<Role, string>> = { dash: '-', plus: '+' }

/** `1`, with what stands around it; null for a marker of another make, such as `1.2.`. */
const partsOf = (marker: string) => {
  const [, before = '', core = '', after = ''] =
    /^(\(|Phần |Chương |Điều )?([IVX]+|\d+|\p{Ll})(\s?[.):/-]*)$/u.exec(marker) ?? []
  return core ? { before, core, after } : null
}

/** One wider or narrower; a plain paragraph becomes a khoản, a phần that goes wider a plain paragraph. Null at the end. */
export const roleBeside = (role: Role, by: 1 | -1): Role | null => {
  const at = ladder.indexOf(role)
  if (at < 0) return by === 1 ? 'clause' : null
  return ladder[at + by] ?? (by === -1 ? 'text' : null)
}

/** Whether its markers count. */
export const isCounted = (role: Role): boolean => counted[role] !== undefined

/**
 * All markers as they count. A kind of paragraph that did not count in order in one of `before`, as somebody numbered by hand, is left as
 * it is; with `named` a paragraph that has no marker yet gets the next one even so.
 */
export const renumbered = (
  body: readonly KeyedBlock[],
  before: readonly (readonly KeyedBlock[])[],
  named = true,
): KeyedBlock[] => {
  const byHand = new Set<Role>()
  for (const each of before) {
    const ordered = inOrder(each, () => false)
    each.forEach(({ block }, at) => {
      const right = ordered[at]?.block
      if (block.kind === 'paragraph' && right?.kind === 'paragraph' && block.marker !== right.marker)
        byHand.add(block.role)
    })
  }
  return inOrder(body, ({ role, marker }) => byHand.has(role) && (marker !== null || !named))
}

const inOrder = (body: readonly KeyedBlock[], isLeft: (block: ParagraphBlock) => boolean): KeyedBlock[] => {
  const last = new Map<Role, Shape & { value: number }>()
  return body.map((each) => {
    const { block } = each
    const sequence = block.kind === 'paragraph' ? counted[block.role] : undefined
    if (block.kind !== 'paragraph') return each
    for (const [narrower, wider] of begunAnewBy) if (wider.includes(block.role)) last.delete(narrower)
    if (!sequence) return each
    const marker = isLeft(block) ? block.marker : next(block.marker, sequence, last.get(block.role))
    const shape = partsOf(marker ?? '')
    const value = shape ? sequence.value(shape.core) : -1
    if (shape && value >= 0) last.set(block.role, { ...shape, value })
    return marker === block.marker ? each : { ...each, block: { ...block, marker } }
  })
}

interface Shape {
  before: string
  after: string
}
const next = (
  marker: string | null,
  { first, value, text }: Sequence,
  last: (Shape & { value: number }) | undefined,
): string | null => {
  const own = partsOf(marker ?? first)
  // A marker of another make, such as `1.2.` or `Điều 3.`, is its writer's.
  if (marker !== null && (!own || value(own.core) < 0)) return marker
  const shape = last ?? own
  const core = text(last ? last.value + 1 : 0)
  return shape && core ? shape.before + core + shape.after : marker
}

/** A line that was pasted, as the paragraph it says it is. */
export const paragraphOf = (line: string): ParagraphBlock => {
  const text = line.replace(/\s+/gu, ' ').trim()
  for (const [role, pattern] of patterns) {
    const found = pattern.exec(text)?.[0]
    if (found) return made(role, fixed[role] ?? found.trim(), text.slice(found.length).trim())
  }
  return made(/^(?:Căn cứ|Theo đề nghị|Xét đề nghị)(?=\s)/iu.test(text) ? 'basis' : 'text', null, text)
}

const patterns: [Role, RegExp][] = [
  ['part', /^(?:Phần|Chương)\s+(?:[IVX]{1,5}|\d{1,2})(?:[.:]|$|(?=\s))/iu],
  ['section', /^(?:Điều\s+\d{1,3}\s?[.:]|[IVX]{1,5}\s?[./)-])(?=\s)/u],
  ['clause', /^\d{1,2}(?:\.\d{1,2})*\s?[./)-](?=\s)/],
  ['point', /^(?:[a-zđ]\)|\([a-zđ]\))(?=\s)/],
  ['dash', /^[-–—•●▪\u{f02d}\u{f0b7}](?=\s)\s*/u],
  ['plus', /^\+(?=\s)/],
]

const made = (role: Role, marker: string | null, text: string): ParagraphBlock => ({
  kind: 'paragraph',
  role,
  marker,
  runs: [{ text }],
  start: 0,
  end: 0,
})

/** Nothing written in it. */
export const isEmpty = (block: AnyBlock): boolean => block.kind === 'paragraph' && textOf(block) === ''
