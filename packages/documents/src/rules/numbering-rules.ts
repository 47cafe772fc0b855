/** How the body is numbered (ô 6): Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.6; letters by the Vietnamese alphabet. */
import type { Paragraph, ParagraphRole } from '../document.ts'
import { fromRoman, roman } from '../roman.ts'
import type { Found, Paper, Rule } from './rule.ts'

const clause = 'Phụ lục I, phần I, mục II.6'
/** ă, â, ê, ô, ơ, ư are passed over in practice. */
const alphabet = [...'abcdđeghiklmnopqrstuvxy']

interface Numbered {
  paragraph: Paragraph
  label: string
  value: number
  level: ParagraphRole | 'article'
}

export const numberingRules: Rule[] = [
  {
    id: 'numbering.letters',
    clause,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Điểm “{found}” không theo thứ tự bảng chữ cái tiếng Việt (a, b, c, d, đ, e, g, h …); ở đây phải là “{wanted}”.',
      en: 'Point "{found}" is out of the order of the Vietnamese alphabet (a, b, c, d, đ, e, g, h …); "{wanted}" comes here.',
    },
    mend: { vi: 'Đánh lại thứ tự các điểm.', en: 'Letter the points anew.' },
    find: (paper) => outOfOrder(paper, 'point', (value) => `${alphabet[value - 1] ?? '?'})`),
    passing: { of: 'plan' },
    failing: {
      of: 'plan',
      changes: [
        { words: 'đ) Có kiểm tra', to: 'e) Có kiểm tra' },
        { words: 'e) Có tổng kết', to: 'f) Có tổng kết' },
      ],
    },
  },
  {
    id: 'numbering.clauses',
    clause,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Khoản “{found}” không đúng thứ tự; ở đây phải là “{wanted}”.',
      en: 'Clause "{found}" is out of order; "{wanted}" comes here.',
    },
    mend: { vi: 'Đánh lại số các khoản.', en: 'Number the clauses anew.' },
    find: (paper) => outOfOrder(paper, 'clause', (value) => `${value}.`),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: '3. Chế độ báo cáo', to: '5. Chế độ báo cáo' }] },
  },
  {
    id: 'numbering.sections',
    clause,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Mục “{found}” không đúng thứ tự; ở đây phải là “{wanted}”.',
      en: 'Section "{found}" is out of order; "{wanted}" comes here.',
    },
    mend: { vi: 'Đánh lại số các mục.', en: 'Number the sections anew.' },
    find: (paper) => outOfOrder(paper, 'section', (value) => `${roman(value)}.`),
    passing: { of: 'plan' },
    failing: { of: 'plan', changes: [{ words: 'II. TỔ CHỨC', to: 'III. TỔ CHỨC' }] },
  },
  {
    id: 'numbering.articles',
    clause,
    severity: 'error',
    fixes: false,
    wrong: {
      vi: '“{found}” không đúng thứ tự; ở đây phải là “{wanted}”.',
      en: '"{found}" is out of order; "{wanted}" comes here.',
    },
    mend: {
      vi: 'Đánh lại số các Điều và các chỗ viện dẫn.',
      en: 'Number the articles anew, and where they are cited.',
    },
    find: (paper) => outOfOrder(paper, 'article', (value) => `Điều ${value}`),
    passing: { of: 'decision' },
    failing: { of: 'decision', changes: [{ words: 'Điều 2.', to: 'Điều 4.' }] },
  },
  {
    id: 'numbering.parts',
    clause,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Phần, chương đánh số La Mã; ở đây: “{found}”.',
      en: 'Parts and chapters have Roman numbers; here: "{found}".',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: (paper) =>
      levels(paper, 'part').flatMap(({ paragraph, label }): Found[] => {
        const [, kind, digits] = /^(phần|chương)\s+(\d{1,2})/iu.exec(label) ?? []
        if (kind === undefined || digits === undefined) return []
        const span = { start: paragraph.start, end: Math.min(paragraph.end, paragraph.start + label.length) }
        return [{ span, found: label, wanted: `${kind} ${roman(Number(digits))}` }]
      }),
    passing: { of: 'plan' },
    failing: { of: 'plan', changes: [{ words: 'I. MỤC ĐÍCH, YÊU CẦU', to: 'Chương 1' }] },
  },
  {
    id: 'numbering.article-dot',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Sau số thứ tự của Điều là dấu chấm; ở đây: “{found}”.',
      en: 'A full stop follows the number of an article; here: "{found}".',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ tree, text }) =>
      tree.body.flatMap((block): Found[] => {
        const match =
          block.kind === 'paragraph' ? /^Điều\s+(\d+)\s?:/u.exec(text.slice(block.start, block.end)) : null
        if (!match) return []
        const end = block.start + match[0].length
        return [
          {
            span: { start: block.start, end },
            found: match[0],
            wanted: `Điều ${match[1]}.`,
            mends: [{ kind: 'words', start: block.start, end, to: `Điều ${match[1]}.` }],
          },
        ]
      }),
    passing: { of: 'decision' },
    failing: { of: 'decision', changes: [{ words: 'Điều 2.', to: 'Điều 2:' }] },
  },
  {
    id: 'numbering.point-bracket',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Sau chữ của điểm là dấu ngoặc đơn đóng; ở đây: “{found}”.',
      en: 'A closing bracket follows the letter of a point; here: "{found}".',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: (paper) =>
      levels(paper, 'point').flatMap(({ paragraph: { marker, start } }): Found[] => {
        const found = /^([a-zđ])\.$/u.exec(marker ?? '')
        if (!found || paper.text.slice(start, start + 2) !== marker) return []
        return [
          {
            span: { start, end: start + 2 },
            found: found[0],
            wanted: `${found[1]})`,
            mends: [{ kind: 'words', start, end: start + 2, to: `${found[1]})` }],
          },
        ]
      }),
    passing: { of: 'plan' },
    failing: { of: 'plan', changes: [{ words: 'b) Có trọng tâm', to: 'b. Có trọng tâm' }] },
  },
  {
    id: 'numbering.clause-dot',
    clause,
    severity: 'info',
    fixes: true,
    wrong: {
      vi: 'Sau số của khoản là dấu chấm; ở đây: “{found}”.',
      en: 'A full stop follows the number of a clause; here: "{found}".',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: (paper) =>
      levels(paper, 'clause').flatMap(({ paragraph: { marker, start } }): Found[] => {
        const found = /^(\d{1,2})\s?[/)-]$/.exec(marker ?? '')
        if (!found || paper.text.slice(start, start + found[0].length) !== found[0]) return []
        const end = start + found[0].length
        return [
          {
            span: { start, end },
            found: found[0],
            wanted: `${found[1]}.`,
            mends: [{ kind: 'words', start, end, to: `${found[1]}.` }],
          },
        ]
      }),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: '2. Hình thức', to: '2/ Hình thức' }] },
  },
  {
    id: 'numbering.schemes',
    clause,
    severity: 'info',
    fixes: false,
    wrong: {
      vi: 'Bố cục lẫn hai cách: Điều và mục La Mã (I., II.) cùng trong một văn bản.',
      en: 'Articles and sections numbered I., II. are mixed in one body.',
    },
    mend: {
      vi: 'Dùng một cách: Chương – Điều – khoản – điểm, hoặc I. – 1. – a).',
      en: 'Keep to one: chapters and articles, or I. – 1. – a).',
    },
    find: (paper) => {
      const romans = levels(paper, 'section')
      const articles = levels(paper, 'article')
      const [first, second] = romans
      return first && second && articles.length > 0 ? [{ span: first.paragraph }] : []
    },
    passing: { of: 'decision' },
    failing: {
      of: 'decision',
      changes: [
        { words: '1. Kiểm tra nội dung', to: 'I. Kiểm tra nội dung' },
        { words: '2. Báo cáo kết quả', to: 'II. Báo cáo kết quả' },
      ],
    },
  },
]

/** The numbered paragraphs of one level, in the order of the text. */
const levels = (paper: Paper, level: Numbered['level']): Numbered[] =>
  numbered(paper).filter((each) => each.level === level)

const numbered = ({ tree }: Paper): Numbered[] =>
  tree.body.flatMap((block): Numbered[] => {
    if (block.kind !== 'paragraph' || block.marker === null) return []
    const label = block.marker.trim()
    const article = /^điều (\d+)/iu.exec(label)
    if (article)
      return [{ paragraph: block, label: `Điều ${article[1]}`, value: Number(article[1]), level: 'article' }]
    if (block.role === 'section')
      return [
        { paragraph: block, label, value: fromRoman(/^[IVX]+/.exec(label)?.[0] ?? ''), level: 'section' },
      ]
    if (block.role === 'part') return [{ paragraph: block, label, value: 0, level: 'part' }]
    const point = /^\(?([a-zđ])[.)]/u.exec(label)
    if (block.role === 'point' && point)
      return [{ paragraph: block, label, value: alphabet.indexOf(point[1] ?? '') + 1, level: 'point' }]
    const clause = /^(\d{1,2})\s?[./)-]?$/.exec(label)
    return block.role === 'clause' && clause
      ? [{ paragraph: block, label, value: Number(clause[1]), level: 'clause' }]
      : []
  })

const rank: Record<string, number> = { part: 0, section: 1, article: 2, clause: 3, point: 4 }

/**
 * Numbers of one level that do not follow the one before, below the same heading. A new 1 begins a new list; a jump is
 * told once, and the count goes on from there.
 */
const outOfOrder = (paper: Paper, level: Numbered['level'], spell: (value: number) => string): Found[] => {
  const found: Found[] = []
  let last = 0
  for (const { paragraph, label, value, level: own } of numbered(paper)) {
    // Articles run through the whole document, whatever stands over them.
    if ((rank[own] ?? 9) < (rank[level] ?? 9) && level !== 'article') last = 0
    if (own !== level) continue
    if (value !== last + 1 && value !== 1 && value !== last)
      found.push({
        span: {
          start: paragraph.start,
          end: Math.min(paragraph.end, paragraph.start + Math.max(1, label.length)),
        },
        found: label,
        wanted: spell(last + 1),
      })
    last = value === 0 ? last + 1 : value
  }
  return found
}
