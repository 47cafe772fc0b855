/** Ô 6, how it looks: Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.6. */
import type { Paragraph, Span } from '../document.ts'
import { capitals } from '../read/fold.ts'
import { outside } from './face-rules.ts'
import { facesIn, type ParagraphLook, paragraphAt } from './look.ts'
import { respelled } from './respelled.ts'
import type { Found, Paper, ParagraphSet, Rule } from './rule.ts'

const clause = 'Phụ lục I, phần I, mục II.6'

export const paragraphsOf = ({ tree }: Paper): Paragraph[] =>
  tree.body.filter((block) => block.kind === 'paragraph')

/** Running text of a DOCX: no tables, no centred lines, no headings. */
const running = (paper: Paper): { look: ParagraphLook; words: Paragraph }[] =>
  paragraphsOf(paper).flatMap((words) => {
    const look = paragraphAt(paper.look, words.start)
    const isRunning =
      look !== null &&
      !look.inTable &&
      look.align !== 'center' &&
      words.role !== 'part' &&
      words.end - words.start > 60
    return isRunning ? [{ look, words }] : []
  })

/** A rule on the paragraphs of a DOCX; one finding, at the first of them. */
const paragraphRule = (
  id: string,
  severity: Rule['severity'],
  wrong: Rule['wrong'],
  mend: Rule['mend'],
  {
    isWrong,
    seen,
    set,
    failing,
  }: {
    isWrong(look: ParagraphLook): boolean
    seen(look: ParagraphLook): number | string
    set: ParagraphSet
    failing: ParagraphSet
  },
): Rule => ({
  id,
  clause,
  severity,
  fixes: true,
  wrong,
  mend,
  find: (paper) => {
    const all = running(paper)
    const bad = all.filter(({ look }) => isWrong(look))
    const first = bad[0]
    if (first === undefined) return []
    const mends = bad.map(({ words: { start, end } }) => ({ kind: 'paragraph' as const, start, end, set }))
    return [
      {
        span: first.words,
        found: `${String(seen(first.look)).replace('.', ',')}`,
        wanted: `${bad.length}/${all.length}`,
        mends,
      },
    ]
  },
  passing: { of: 'letter' },
  failing: { of: 'letter', changes: [{ words: 'Nhằm nâng cao ý thức', paragraph: failing }] },
})

const isNear = (value: number, wanted: number): boolean => Math.abs(value - wanted) < 0.5

export const bodyRules: Rule[] = [
  {
    id: 'body.size',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Nội dung: cỡ chữ {found}, quy định 13–14.',
      en: 'The body is of size {found}, the decree says 13–14.',
    },
    mend: { vi: 'Đặt cỡ chữ 14.', en: 'Set size 14.' },
    find: (paper) => {
      const wrong = paragraphsOf(paper)
        .flatMap((words) => facesIn(paper.look, words, paper.text))
        .filter(
          (each) => each.end - each.start > 3 && outside(each.size, [13, 14], paper) && isProse(paper, each),
        )
      const first = wrong[0]
      const letters = wrong.reduce((sum, { start, end }) => sum + end - start, 0)
      if (first === undefined || letters < 20) return []
      return [
        {
          span: { start: first.start, end: first.end },
          found: String(first.size).replace('.', ','),
          mends: wrong.map(({ start, end }) => ({ kind: 'face', start, end, set: { size: 14 } })),
        },
      ]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Nhằm nâng cao ý thức', face: { size: 12 } }] },
  },
  paragraphRule(
    'body.justified',
    'info',
    {
      vi: 'Nội dung không canh đều hai lề ({wanted} đoạn).',
      en: 'The body is not justified ({wanted} paragraphs).',
    },
    { vi: 'Canh đều cả hai lề.', en: 'Justify it.' },
    {
      isWrong: ({ align }) => align !== 'both',
      seen: ({ align }) => align,
      set: { align: 'both' },
      failing: { align: 'left' },
    },
  ),
  paragraphRule(
    'body.indent',
    'info',
    {
      vi: 'Dòng đầu đoạn lùi {found} mm, quy định 10 hoặc 12,7 mm ({wanted} đoạn).',
      en: 'The first line is indented by {found} mm; 10 or 12.7 mm is asked for ({wanted} paragraphs).',
    },
    { vi: 'Lùi dòng đầu 12,7 mm.', en: 'Indent it by 12.7 mm.' },
    // Lists hang, and what is drawn in by a tab or by spaces only looks so.
    {
      isWrong: ({ firstLine }) => firstLine >= 0 && !isNear(firstLine, 10) && !isNear(firstLine, 12.7),
      seen: ({ firstLine }) => firstLine,
      set: { firstLine: 12.7 },
      failing: { firstLine: 25 },
    },
  ),
  paragraphRule(
    'body.line-spacing',
    'info',
    {
      vi: 'Cách dòng {found}, quy định từ dòng đơn đến 1,5 dòng ({wanted} đoạn).',
      en: 'Lines are set {found} apart; single to 1.5 is asked for ({wanted} paragraphs).',
    },
    { vi: 'Đặt cách dòng 1,5.', en: 'Set it to 1.5.' },
    {
      isWrong: ({ lines }) => lines !== null && (lines > 1.52 || lines < 0.98),
      seen: ({ lines }) => Math.round((lines ?? 1) * 100) / 100,
      set: { lines: 1.5 },
      failing: { lines: 2 },
    },
  ),
  paragraphRule(
    'body.paragraph-spacing',
    'info',
    {
      vi: 'Khoảng cách giữa các đoạn {found} pt, tối thiểu 6 pt ({wanted} đoạn).',
      en: 'Paragraphs stand {found} pt apart; at least 6 is asked for ({wanted} paragraphs).',
    },
    { vi: 'Đặt khoảng cách sau đoạn 6 pt.', en: 'Set 6 pt after each.' },
    {
      isWrong: ({ before, after }) => before + after < 5.9,
      seen: ({ before, after }) => before + after,
      set: { after: 6 },
      failing: { after: 0 },
    },
  ),
  {
    id: 'body.end-mark',
    clause: `${clause}; Phụ lục III`,
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Nội dung không kết thúc bằng “./.”', en: 'The body does not end with "./."' },
    mend: { vi: 'Ghi “./.” ở cuối dòng cuối của nội dung.', en: 'Close the last line with "./."' },
    find: ({ parts, tree, text, type }) => {
      const last = tree.body.at(-1)
      if (!parts.receivers || last?.kind !== 'paragraph' || type.form) return []
      const words = text.slice(last.start, last.end).trimEnd()
      // A greeting may follow the mark.
      if (/\.\/\./.test(text.slice(Math.max(0, last.start - 40), last.start))) return []
      if (/\.\s?\/\s?\.?$/.test(words) || capitals(words) > 0.8) return wrongEnd(last.start, words)
      const bare = words.replace(/[.;,]+$/, '')
      return [
        respelled(last.start + bare.length, last.start + words.length, './.', {
          span: {
            start: Math.max(last.start, last.start + words.length - 60),
            end: last.start + words.length,
          },
        }),
      ]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'để tổng hợp./.', to: 'để tổng hợp.' }] },
  },
]

/** In a PDF the cells of a table and the words of a chart are lines like others, only not as wide. */
const isProse = ({ look: { layout } }: Paper, { start }: Span): boolean => {
  if (layout === null) return true
  const place = layout.places.find((each) => each.start <= start && each.end > start)
  const page = place && layout.pages[place.page - 1]
  return place !== undefined && page !== undefined && place.box[2] > page.width * 0.5
}

/** `.../.`, `/.` or `. /.` is the mark, written otherwise. */
const wrongEnd = (start: number, words: string): Found[] => {
  const end = /[.…]*\s?\.?\s?\/\s?\.?$/.exec(words)
  if (!end || end[0] === './.') return []
  return [respelled(start + end.index, start + words.length, './.', { found: end[0] })]
}
