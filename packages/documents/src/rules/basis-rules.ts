/** Legal bases and titles of sections (ô 6): Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.6. */
import type { Paragraph } from '../document.ts'
import { capitals } from '../read/fold.ts'
import { paragraphsOf } from './body-rules.ts'
import { facesIn } from './look.ts'
import { respelled } from './respelled.ts'
import type { Found, Paper, Rule } from './rule.ts'

const clause = 'Phụ lục I, phần I, mục II.6'

export const basisRules: Rule[] = [
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
        .map(({ start, end, marker }) => {
          // The marker of a list that counts by itself is not among the words of the file.
          const from = start + (marker !== null && paper.text.startsWith(marker, start) ? marker.length : 0)
          const words = paper.text.slice(from, end)
          const title = words.trimStart()
          return respelled(
            from + words.length - title.length,
            end,
            title.replace(/^[^(]+/u, (part) => part.toLocaleUpperCase('vi')),
            { span: { start, end } },
          )
        }),
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
