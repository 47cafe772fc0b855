/** Ô 6, how it looks: Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.6. */
import type { Paragraph, Span } from '../document.ts'
import { capitals } from '../read/fold.ts'
import { outside } from './face-rules.ts'
import { respelled } from './head-rules.ts'
import { facesIn, type ParagraphLook, paragraphAt } from './look.ts'
import type { Found, Paper, ParagraphSet, Rule } from './rule.ts'

const clause = 'Phụ lục I, phần I, mục II.6'

const paragraphsOf = ({ tree }: Paper): Paragraph[] => tree.body.filter((block) => block.kind === 'paragraph')

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
    id: 'basis.style',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Căn cứ ban hành phải là chữ in thường, kiểu chữ nghiêng.',
      en: 'The legal bases are to be in italics.',
    },
    mend: { vi: 'Đặt chữ nghiêng.', en: 'Set them in italics.' },
    find: (paper) => {
      const upright = bases(paper).flatMap((words) =>
        facesIn(paper.look, words, paper.text).filter(({ italic }) => !italic),
      )
      const first = upright[0]
      if (first === undefined || upright.reduce((sum, { start, end }) => sum + end - start, 0) < 20) return []
      return [
        {
          span: first,
          mends: upright.map(({ start, end }) => ({ kind: 'face', start, end, set: { italic: true } })),
        },
      ]
    },
    passing: { of: 'decision' },
    failing: { of: 'decision', changes: [{ words: 'Căn cứ Luật Tổ chức', face: { italic: false } }] },
  },
  {
    id: 'basis.marks',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Cuối mỗi căn cứ là dấu chấm phẩy, căn cứ cuối cùng là dấu chấm.',
      en: 'Each legal basis ends with ";", the last with a full stop.',
    },
    mend: { vi: 'Ghi “{wanted}” ở cuối dòng.', en: 'End the line with "{wanted}".' },
    find: (paper) => {
      const list = bases(paper)
      return list.flatMap(({ start, end }, at): Found[] => {
        const words = paper.text.slice(start, end).trimEnd()
        const mark = /[;.,]*$/.exec(words)?.[0] ?? ''
        const last = at === list.length - 1
        // Where a sentence goes on to what is decided, its comma stays; a single basis is a sentence of its own.
        if (last ? mark !== ';' || list.length === 1 || goesOn(paper, list.length) : mark === ';') return []
        if (!last && mark !== '.' && mark !== ',' && mark !== '') return []
        const from = start + words.length - mark.length
        return [
          respelled(from, from + mark.length, last ? '.' : ';', {
            span: { start, end: start + words.length },
          }),
        ]
      })
    },
    passing: { of: 'decision' },
    failing: {
      of: 'decision',
      changes: [{ words: 'ngày 19 tháng 6 năm 2015;', to: 'ngày 19 tháng 6 năm 2015.' }],
    },
  },
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
  {
    id: 'section.capitals',
    clause,
    severity: 'info',
    fixes: true,
    wrong: {
      vi: 'Tiêu đề mục đánh số La Mã (I., II., …) phải in hoa.',
      en: 'Titles numbered I., II. … are to be in capitals.',
    },
    mend: { vi: 'Ghi tiêu đề bằng chữ in hoa.', en: 'Write the title in capitals.' },
    find: (paper) =>
      sections(paper)
        .filter(({ start, end }) => capitals(paper.text.slice(start, end).replace(/\(.*$/su, '')) < 0.9)
        .map(({ start, end }) =>
          respelled(
            start,
            end,
            paper.text.slice(start, end).replace(/^[^(]+/u, (words) => words.toLocaleUpperCase('vi')),
          ),
        ),
    passing: { of: 'plan' },
    failing: { of: 'plan', changes: [{ words: 'MỤC ĐÍCH, YÊU CẦU', to: 'Mục đích, yêu cầu' }] },
  },
  {
    id: 'section.bold',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Tiêu đề mục, Điều phải in đậm.', en: 'Titles of sections and articles are to be bold.' },
    mend: { vi: 'Đặt chữ đậm.', en: 'Make them bold.' },
    find: (paper) => {
      const thin = sections(paper).flatMap((title) =>
        facesIn(paper.look, title, paper.text).filter(({ bold }) => !bold),
      )
      const first = thin[0]
      return first === undefined
        ? []
        : [
            {
              span: first,
              mends: thin.map(({ start, end }) => ({ kind: 'face', start, end, set: { bold: true } })),
            },
          ]
    },
    passing: { of: 'plan' },
    failing: { of: 'plan', changes: [{ words: 'MỤC ĐÍCH, YÊU CẦU', face: { bold: false } }] },
  },
]

/** In a PDF the cells of a table and the words of a chart are lines like others, only not as wide. */
const isProse = ({ look: { layout } }: Paper, { start }: Span): boolean => {
  if (layout === null) return true
  const place = layout.places.find((each) => each.start <= start && each.end > start)
  const page = place && layout.pages[place.page - 1]
  return place !== undefined && page !== undefined && place.box[2] > page.width * 0.5
}

/** The legal bases that a named type begins with; in a công văn "Căn cứ …" is a sentence like any other. */
const bases = (paper: Paper): Paragraph[] => {
  if (paper.parts.title === null) return []
  const all = paragraphsOf(paper)
  const end = all.findIndex(({ role }) => role !== 'basis')
  const list = all.slice(0, end < 0 ? all.length : end)
  // One that goes on to say what is done is no list of bases.
  return list.some(({ start, end }) => /,$/.test(paper.text.slice(start, end).trim())) ? [] : list
}

/** What follows the bases and still is one, in other words. */
const goesOn = (paper: Paper, count: number): boolean => {
  const next = paragraphsOf(paper)[count]
  return (
    next !== undefined &&
    /^(?:Xét|Theo|Thực hiện|Sau khi|Trên cơ sở|Tiếp theo|Để|Nhằm)/u.test(
      paper.text.slice(next.start, next.end),
    )
  )
}

/** Short lines with a Roman number; a sentence that begins with one is no title. */
const sections = (paper: Paper): Paragraph[] =>
  paragraphsOf(paper).filter(
    ({ role, marker, start, end }) =>
      role === 'section' &&
      /^[IVX]+\s?[.]/.test(marker ?? '') &&
      end - start < 110 &&
      !/[.;:]$/.test(paper.text.slice(start, end).trim()),
  )

/** `.../.`, `/.` or `. /.` is the mark, written otherwise. */
const wrongEnd = (start: number, words: string): Found[] => {
  const end = /[.…]*\s?\.?\s?\/\s?\.?$/.exec(words)
  if (!end || end[0] === './.') return []
  return [respelled(start + end.index, start + words.length, './.', { found: end[0] })]
}
