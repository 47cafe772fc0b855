/** Things that do not agree with each other, the order of the parts, and annexes. */

import type { Span } from '../document.ts'
import { capitals, fold } from '../read/fold.ts'
import { respelled } from './respelled.ts'
import type { Found, Paper, Rule } from './rule.ts'

/** The parts that every document has (Article 8, khoản 2) and that can be told apart, in the order of the page. */
const order = ({ parts }: Paper): [string, Span | null][] => [
  ['số, ký hiệu', parts.numberLine],
  ['tên loại', parts.title],
  ['nội dung', parts.body.end > parts.body.start ? parts.body : null],
  ['nơi nhận', parts.receivers],
]

export const agreementRules: Rule[] = [
  {
    id: 'order.parts',
    clause: 'Điều 8 khoản 2; Phụ lục I, phần I, mục IV',
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Thành phần không đúng thứ tự: {found} đứng sau {wanted}.',
      en: 'Out of order: {found} stands after {wanted}.',
    },
    mend: {
      vi: 'Đặt lại theo sơ đồ bố trí các thành phần.',
      en: 'Arrange the parts as the diagram of Appendix I shows.',
    },
    find: (paper) => {
      const present = order(paper).filter((part): part is [string, Span] => part[1] !== null)
      return present.flatMap(([name, span], at): Found[] => {
        const next = present[at + 1]
        return next && span.start > next[1].start ? [{ span, found: name, wanted: next[0] }] : []
      })
    },
    passing: { of: 'letter' },
    failing: {
      of: 'plan',
      changes: [
        { words: 'Số: 21/KH-UBND', to: '' },
        { words: 'Tuyên truyền an toàn giao thông năm 2024', to: 'Số: 21/KH-UBND' },
      ],
    },
  },
  {
    id: 'agree.archive-unit',
    clause: 'Phụ lục I, phần I, mục II.3 và II.9',
    severity: 'info',
    fixes: false,
    wrong: {
      vi: 'Đơn vị trong ký hiệu (“{found}”) không có ở dòng lưu (“{wanted}”).',
      en: 'The unit in the symbol ("{found}") is not that of the archive line ("{wanted}").',
    },
    mend: {
      vi: 'Ghi cùng một chữ viết tắt của đơn vị soạn thảo ở hai nơi.',
      en: 'Write one abbreviation of the drafting unit in both places.',
    },
    find: ({ parts: { symbol, archive, title }, type }) => {
      const unit =
        symbol && !title && type.abbreviation === null
          ? /-([\p{Lu}\d]{2,12})$/u.exec(symbol.text)?.[1]
          : undefined
      if (!unit || !archive || !/,|;/.test(archive.name)) return []
      const kept = fold(archive.name.replace(/^lưu\s*:?\s*VT\s*[,;]?/iu, '')).replace(/[^a-z0-9]/g, '')
      return kept === '' ||
        unit === 'VP' ||
        kept.includes(fold(unit)) ||
        fold(unit).includes(kept.slice(0, 4))
        ? []
        : [{ span: symbol, found: unit, wanted: archive.name }]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Lưu: VT, QLVHGĐ', to: 'Lưu: VT, TTTH' }] },
  },
  {
    id: 'agree.archive-spelling',
    clause: 'Phụ lục I, phần I, mục II.9',
    severity: 'info',
    fixes: true,
    wrong: {
      vi: 'Chữ viết tắt đơn vị ở dòng lưu (“{found}”) khác ký hiệu (“{wanted}”) ở cách viết.',
      en: 'The unit is spelled "{found}" in the archive line, "{wanted}" in the symbol.',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts: { symbol, archive, title } }) => {
      const unit = symbol && !title ? /-([\p{L}\d]{3,12})$/u.exec(symbol.text)?.[1] : undefined
      const kept = archive && /VT\s*,\s*(.+)$/u.exec(archive.name)?.[1]
      if (!unit || !archive || !kept || kept === unit || fold(kept).replace(/[^a-z0-9]/g, '') !== fold(unit))
        return []
      const start = archive.end - kept.length
      return [respelled(start, archive.end, unit, { found: kept })]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Lưu: VT, QLVHGĐ', to: 'Lưu: VT, QL VHGD' }] },
  },
  {
    id: 'agree.cited-later',
    clause: 'Phụ lục I, phần I, mục II.6',
    severity: 'warning',
    fixes: false,
    scans: true,
    wrong: {
      vi: 'Viện dẫn “{found}” ngày {wanted}, sau ngày ban hành văn bản này.',
      en: '"{found}" is cited with a day after that of this document ({wanted}).',
    },
    mend: { vi: 'Kiểm tra lại ngày của văn bản được viện dẫn và của văn bản này.', en: 'Check both days.' },
    find: ({ tree }) =>
      tree.references.flatMap(({ code, date }, at): Found[] => {
        const span = tree.sources[`references/${at}`]
        const isLater = tree.date?.length === 10 && date?.length === 10 && date > tree.date
        return isLater && span ? [{ span, found: code, wanted: date.split('-').reverse().join('/') }] : []
      }),
    passing: { of: 'plan' },
    failing: {
      of: 'plan',
      changes: [{ words: 'ngày 10 tháng 01 năm 2024 của', to: 'ngày 10 tháng 12 năm 2025 của' }],
    },
  },
  {
    id: 'agree.due-before',
    clause: 'Điều 8',
    severity: 'warning',
    fixes: false,
    scans: true,
    wrong: {
      vi: 'Thời hạn “{found}” trước ngày ban hành.',
      en: 'The deadline "{found}" lies before the day of this document.',
    },
    mend: { vi: 'Kiểm tra lại thời hạn và ngày ban hành.', en: 'Check both days.' },
    find: ({ tree, text }) =>
      tree.dueDates.flatMap(({ date, phrase }, at): Found[] => {
        const span = tree.sources[`dueDates/${at}`]
        if (!span || date?.length !== 10 || tree.date?.length !== 10 || date >= tree.date) return []
        // "đã nêu", "tại Công văn …": a day that an earlier letter set.
        const sentence = text.slice(Math.max(0, span.start - 160), span.end + 40)
        return /đã|trước đây|tại (?:Công văn|Kế hoạch)|quá hạn|chậm nhất là đã/u.test(sentence)
          ? []
          : [{ span, found: phrase }]
      }),
    passing: { of: 'plan' },
    failing: {
      of: 'plan',
      changes: [{ words: 'trước ngày 15 tháng 12 năm 2024', to: 'trước ngày 15 tháng 12 năm 2023' }],
    },
  },
  {
    id: 'annex.title-capitals',
    clause: 'Phụ lục I, phần I, mục III.1',
    severity: 'info',
    fixes: false,
    wrong: { vi: 'Tên phụ lục phải in hoa.', en: 'The title of an annex is to be in capitals.' },
    mend: { vi: 'Ghi tên phụ lục bằng chữ in hoa, cỡ 13–14, đậm.', en: 'Write it in capitals, 13–14, bold.' },
    find: ({ parts: { annexes }, text }) =>
      annexes.flatMap(({ title }): Found[] => {
        const words = title ? text.slice(title.start, title.end) : ''
        return title && !words.startsWith('(') && capitals(words) < 0.8 ? [{ span: title }] : []
      }),
    passing: { of: 'report' },
    failing: { of: 'report', changes: [{ words: 'ĐƠN VỊ CHƯA BÁO CÁO', to: 'Đơn vị chưa báo cáo' }] },
  },
  {
    id: 'annex.numbers',
    clause: 'Phụ lục I, phần I, mục III.1',
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Có {found} phụ lục mà không đánh số, hoặc đánh số không liên tục, bằng chữ số La Mã.',
      en: '{found} annexes are not numbered I, II, … in a row.',
    },
    mend: { vi: 'Ghi “Phụ lục I”, “Phụ lục II”, …', en: 'Write "Phụ lục I", "Phụ lục II", …' },
    find: ({ parts: { annexes }, text }) => {
      const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
      const wrong = annexes.findIndex(
        ({ label }, at) =>
          at < 10 && !text.slice(label.start, label.end).toUpperCase().endsWith(` ${numerals[at]}`),
      )
      const label = annexes[wrong]?.label
      return annexes.length > 1 && label ? [{ span: label, found: String(annexes.length) }] : []
    },
    passing: { of: 'report' },
    failing: { of: 'report', changes: [{ words: 'Phụ lục II', to: 'Phụ lục 2' }] },
  },
  {
    id: 'urgency.words',
    clause: 'Phụ lục I, phần I, mục III.2 (ô số 10b)',
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Mức độ khẩn ghi “{found}”; chỉ có HỎA TỐC, THƯỢNG KHẨN, KHẨN, chữ in hoa.',
      en: 'Urgency reads "{found}"; only HỎA TỐC, THƯỢNG KHẨN and KHẨN exist, in capitals.',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ text, flat, parts: { body } }) => {
      const match = /(?:^|\n)[ \t]*((?:hoa toc|thuong khan|khan|toi khan)[.!]?)[ \t]*(?=\n)/.exec(
        flat.slice(0, body.start),
      )
      const words = match?.[1]
      if (!match || !words) return []
      const start = match.index + match[0].indexOf(words)
      const found = text.slice(start, start + words.length)
      const wanted = words.startsWith('hoa') ? 'HỎA TỐC' : words.startsWith('khan') ? 'KHẨN' : 'THƯỢNG KHẨN'
      return found === wanted || found === 'HOẢ TỐC'
        ? []
        : [respelled(start, start + words.length, wanted, { found })]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Hải Dương, ngày 05 tháng 9 năm 2023', to: 'Hỏa tốc' }] },
  },
]
