/** The forms of public information (hình thức tuyên truyền) a dispatch orders, each with the phrase that orders it. */
import type { DocumentTree, Paragraph } from '../document.ts'
import { fold, oneLine } from '../read/fold.ts'
import type { Form, Plan } from './plan-types.ts'
import { clauseAround, paragraphsOf, sourceAt, wordsStart } from './source.ts'

const words: [Form, RegExp][] = [
  [
    'visual',
    /co dong truc quan|\bpa ?no\b|\bap phich|\bbang[ -]?(?:ron|zon|dron|rol)\b|\bkhau hieu|tranh co dong|\btruc quan\b|\bco phuon|\bstandee|\bposter\b/,
  ],
  [
    'loudspeaker-car',
    /\bxe (?:\S+ ){0,2}(?:luu dong|tuyen truyen)|\bxe (?:\S+ ){0,4}loa\b|loa phong thanh|tuyen truyen luu dong|thong tin luu dong/,
  ],
  ['website', /trang (?:thong )?tin dien tu|cong (?:thong tin|ttdt)|\bwebsite|\btrang web\b|mang xa hoi/],
  ['led', /\bled\b|man hinh dien tu/],
  [
    'mass-media',
    /thong tin dai chung|\bbao chi\b|dai phat thanh|truyen hinh|\bbao (?:in|dien tu)\b|truyen thong dai chung/,
  ],
  ['commune-loudspeakers', /truyen thanh/],
  ['performance-film', /\bvan nghe\b|chieu phim|chieu bong|tieu pham|bieu dien|san khau hoa/],
  ['exhibition', /trien lam|trung bay/],
  ['contest', /(?:cuoc|hoi) thi\b|sang tac|thi tim hieu/],
  ['integration', /long ghep/],
]

const informs = /tuyen truyen|truyen thong|hinh thuc|pho bien|co dong|quang ba/

/** One proposal per form, in the order of the text; topics are left out, they tell what, not how. */
export const readForms = (tree: DocumentTree, topics: Set<Paragraph>): Plan['forms'] => {
  const found = new Map<Form, { start: number; end: number; at: number }>()
  let underForms: number | null = null
  for (const paragraph of paragraphsOf(tree)) {
    if (topics.has(paragraph)) continue
    const begin = wordsStart(tree, paragraph)
    const flat = fold(tree.text.slice(begin, paragraph.end))
    const depth = ['part', 'section', 'clause'].indexOf(paragraph.role)
    // A heading speaks for all that stands deeper, until the next one of its own level.
    if (depth >= 0 && (underForms === null || depth <= underForms)) {
      underForms = /hinh thuc/.test(flat) ? depth : null
    }
    if (underForms === null && !informs.test(flat)) continue
    for (const [form, pattern] of words) {
      if (found.has(form)) continue
      const match = pattern.exec(flat)
      if (match === null) continue
      const phrase = phraseAround(flat, form, match.index, match.index + match[0].length)
      found.set(form, {
        start: begin + phrase.start,
        end: begin + phrase.end,
        at: begin + match.index,
      })
    }
  }
  return [...found]
    .sort(([, a], [, b]) => a.at - b.at)
    .map(([form, { start, end }]) => {
      const source = sourceAt(tree, start, end)
      return { form, text: oneLine(source.text), source }
    })
}

/**
 * The part of an enumeration around some words: the stretch between semicolons, less the parts between commas or behind
 * `và` that name other forms.
 */
const phraseAround = (flat: string, form: Form, from: number, to: number): { start: number; end: number } => {
  const wide = clauseAround(flat, from, to)
  if (form === 'integration') return wide
  const parts = partsOf(flat, wide.start, wide.end)
  const first = parts.findIndex((part) => part.end > from)
  const last = parts.findIndex((part) => part.end >= to)
  const others = words.filter(([other]) => other !== form)
  const namesOther = (part: { start: number; end: number } | undefined) =>
    part === undefined || others.some(([, pattern]) => pattern.test(flat.slice(part.start, part.end)))
  let low = Math.max(first, 0)
  let high = Math.max(last, low)
  while (low > 0 && !namesOther(parts[low - 1])) low--
  while (high < parts.length - 1 && !namesOther(parts[high + 1])) high++
  return { start: parts[low]?.start ?? wide.start, end: parts[high]?.end ?? wide.end }
}

const partsOf = (flat: string, start: number, end: number): { start: number; end: number }[] => {
  const parts: { start: number; end: number }[] = []
  let from = start
  for (const match of flat.slice(start, end).matchAll(/,|\sva\s/g)) {
    parts.push({ start: from, end: start + match.index })
    from = start + match.index + match[0].length
  }
  parts.push({ start: from, end })
  return parts
}
