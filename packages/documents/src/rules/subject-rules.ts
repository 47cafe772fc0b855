/** Ô 5: type and subject. Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.5. */
import { capitals } from '../read/fold.ts'
import { respelled } from './respelled.ts'
import type { Rule } from './rule.ts'

const five = 'Phụ lục I, phần I, mục II.5'

export const subjectRules: Rule[] = [
  {
    id: 'title.capitals',
    clause: five,
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Tên loại văn bản phải in hoa.', en: 'The type is to be in capitals.' },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts: { title }, text }) => {
      const words = title ? text.slice(title.start, title.end) : ''
      return title && capitals(words) < 1
        ? [respelled(title.start, title.end, words.toLocaleUpperCase('vi'))]
        : []
    },
    passing: { of: 'decision' },
    failing: { of: 'decision', changes: [{ words: 'QUYẾT ĐỊNH', to: 'Quyết định' }] },
  },
  {
    id: 'subject.missing',
    clause: `Điều 8 khoản 2 điểm đ; ${five}`,
    severity: 'error',
    fixes: false,
    wrong: { vi: 'Không thấy trích yếu nội dung.', en: 'The subject is missing.' },
    mend: {
      vi: 'Ghi trích yếu ngắn gọn: công văn ghi “V/v …” dưới số; văn bản có tên loại ghi dưới tên loại.',
      en: 'State the subject: "V/v …" below the number of a công văn, below the type otherwise.',
    },
    find: ({ parts, type }) => (parts.subject || type.form ? [] : [{ span: null, field: 'subject' }]),
    passing: { of: 'letter' },
    failing: {
      of: 'letter',
      changes: [
        { words: 'V/v tuyên truyền Tháng cao điểm', to: '' },
        { words: 'an toàn giao thông năm 2023', to: '' },
      ],
    },
  },
  {
    id: 'about.form',
    clause: five,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Trích yếu công văn mở đầu bằng “{found}”, quy định là “V/v”.',
      en: 'The subject of a công văn begins with "V/v", not "{found}".',
    },
    mend: { vi: 'Ghi “V/v”.', en: 'Write "V/v".' },
    find: ({ parts: { about, title }, text }) => {
      const found = about ? text.slice(about.start, about.end) : ''
      return about && !title && found !== 'V/v' ? [respelled(about.start, about.end, 'V/v', { found })] : []
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'V/v tuyên truyền', to: 'v/v tuyên truyền' }] },
  },
  {
    id: 'about.missing',
    clause: five,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Trích yếu công văn không mở đầu bằng “V/v”.',
      en: 'The subject of a công văn does not begin with "V/v".',
    },
    mend: { vi: 'Ghi “V/v” trước trích yếu.', en: 'Write "V/v" before the subject.' },
    find: ({ parts: { about, title, subject }, tree, text }) =>
      tree.type === 'cong-van' &&
      subject &&
      !title &&
      !about &&
      !/v\s?\/\s?v|về việc/iu.test(text.slice(Math.max(0, subject.start - 12), subject.start + 8))
        ? [{ span: subject }]
        : [],
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'V/v tuyên truyền', to: '(về tuyên truyền' }] },
  },
  {
    id: 'about.named-type',
    clause: five,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: '“V/v” chỉ dùng cho công văn; văn bản có tên loại ghi đủ “Về việc”.',
      en: '"V/v" is for a công văn; under a type it is written out.',
    },
    mend: { vi: 'Ghi “Về việc”.', en: 'Write "Về việc".' },
    find: ({ parts: { title, body }, text }) => {
      if (!title) return []
      const match = /\n\s*(V\s?\/\s?v)\b/iu.exec(text.slice(title.end, Math.min(title.end + 120, body.start)))
      if (!match) return []
      const start = title.end + match.index + match[0].length - (match[1] ?? '').length
      return [respelled(start, start + (match[1] ?? '').length, 'Về việc')]
    },
    passing: { of: 'decision' },
    failing: { of: 'decision', changes: [{ words: 'Về việc thành lập', to: 'V/v thành lập' }] },
  },
  {
    id: 'subject.end',
    clause: five,
    severity: 'info',
    fixes: true,
    wrong: {
      vi: 'Trích yếu không kết thúc bằng dấu chấm.',
      en: 'The subject does not end with a full stop.',
    },
    mend: { vi: 'Bỏ dấu ở cuối trích yếu.', en: 'Take the mark away.' },
    find: ({ parts: { subject }, text }) => {
      if (!subject) return []
      const end = subject.start + subject.text.replace(/[.;,\s]+$/, '').length
      const marks = /^[.;,]+/.exec(text.slice(end))?.[0] ?? ''
      return marks === '' || marks.startsWith('...')
        ? []
        : [respelled(end, end + marks.length, '', { span: subject })]
    },
    passing: { of: 'letter' },
    failing: {
      of: 'decision',
      changes: [{ words: 'Tổ kiểm tra công tác tuyên truyền', to: 'Tổ kiểm tra công tác tuyên truyền.' }],
    },
  },
]
