/** Ô 9a: whom it is addressed to. Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.9. */
import { wrongMarks } from './list-marks.ts'
import { respelled } from './respelled.ts'
import type { Rule } from './rule.ts'

const nine = 'Phụ lục I, phần I, mục II.9'

export const addresseeRules: Rule[] = [
  {
    id: 'addressed.missing',
    clause: `Điều 8 khoản 2 điểm i; ${nine}`,
    severity: 'error',
    fixes: false,
    wrong: { vi: '{found} phải có “Kính gửi”.', en: '"Kính gửi" is missing.' },
    mend: { vi: 'Ghi “Kính gửi: …” trên phần nội dung.', en: 'Write "Kính gửi: …" above the body.' },
    find: ({ parts, type }) =>
      type.addressed === 'must' && !parts.addressed
        ? [{ span: null, field: 'addressees', found: type.name }]
        : [],
    passing: { of: 'letter' },
    failing: {
      of: 'letter',
      changes: [
        { words: 'Kính gửi:', to: '' },
        { words: '- Các phòng chuyên môn và các đơn vị sự nghiệp thuộc Sở;', to: '' },
        {
          words: '- Phòng Văn hóa và Thông tin, Trung tâm Văn hóa - Thể thao các huyện, thị xã, thành phố.',
          to: '',
        },
      ],
    },
  },
  {
    id: 'addressed.unasked',
    clause: nine,
    severity: 'warning',
    fixes: false,
    scans: true,
    wrong: { vi: '{found} không có phần “Kính gửi”.', en: 'This type has no "Kính gửi".' },
    mend: { vi: 'Chuyển nơi gửi xuống “Nơi nhận”.', en: 'Name whom it goes to under "Nơi nhận".' },
    find: ({ parts, type }) =>
      type.addressed === 'never' && parts.title && parts.addressed
        ? [{ span: parts.addressed, found: type.name }]
        : [],
    passing: { of: 'decision' },
    failing: {
      of: 'decision',
      changes: [
        {
          words: 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
          to: 'Kính gửi: Ủy ban nhân dân tỉnh',
        },
      ],
    },
  },
  {
    id: 'addressed.colon',
    clause: nine,
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Sau “Kính gửi” phải có dấu hai chấm.', en: 'A colon stands after "Kính gửi".' },
    mend: { vi: 'Ghi “Kính gửi:”.', en: 'Write "Kính gửi:".' },
    find: ({ parts: { addressed }, text }) =>
      addressed && !text.slice(addressed.start, addressed.end + 2).includes(':')
        ? [respelled(addressed.start, addressed.end, 'Kính gửi:')]
        : [],
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Kính gửi:', to: 'Kính gửi' }] },
  },
  {
    id: 'addressed.one-mark',
    clause: nine,
    severity: 'info',
    fixes: true,
    wrong: {
      vi: 'Gửi một nơi: ghi cùng dòng với “Kính gửi”, mẫu của Nghị định không có dấu ở cuối.',
      en: 'One addressee stands beside "Kính gửi" without a closing mark.',
    },
    mend: { vi: 'Bỏ dấu “{found}” ở cuối.', en: 'Take "{found}" away.' },
    find: ({ parts: { addressees } }) => {
      const [only] = addressees
      return addressees.length === 1 && only && !only.dashed && /^[.;,]$/.test(only.mark)
        ? [
            respelled(only.markAt, only.markAt + 1, '', {
              span: { start: only.start, end: only.markAt + 1 },
              found: only.mark,
            }),
          ]
        : []
    },
    passing: { of: 'report' },
    failing: {
      of: 'report',
      changes: [
        { words: 'Kính gửi: Ban An toàn giao thông tỉnh', to: 'Kính gửi: Ban An toàn giao thông tỉnh.' },
      ],
    },
  },
  {
    id: 'addressed.marks',
    clause: nine,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Gửi nhiều nơi: cuối mỗi dòng là “;”, dòng cuối là “.”; ở đây: {found}.',
      en: 'Several addressees end with ";", the last with "."; here: {found}.',
    },
    mend: { vi: 'Ghi “{wanted}” ở cuối dòng.', en: 'End the line with "{wanted}".' },
    find: ({ parts: { addressees }, text }) =>
      addressees.length > 1 && addressees.every(({ dashed }) => dashed)
        ? wrongMarks(addressees, text, true)
        : [],
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'sự nghiệp thuộc Sở;', to: 'sự nghiệp thuộc Sở,' }] },
  },
  {
    id: 'addressed.dashes',
    clause: nine,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Gửi nhiều nơi: mỗi nơi một dòng, đầu dòng có gạch đầu dòng.',
      en: 'Several addressees stand on lines of their own, each with a dash.',
    },
    mend: { vi: 'Xuống dòng và ghi “- ” trước mỗi nơi.', en: 'Begin a line with "- " for each.' },
    find: ({ parts: { addressees } }) => {
      const bare = addressees.length > 1 ? addressees.find(({ dashed }) => !dashed) : undefined
      return bare ? [{ span: bare }] : []
    },
    passing: { of: 'letter' },
    failing: {
      of: 'letter',
      changes: [{ words: '- Phòng Văn hóa và Thông tin', to: 'Phòng Văn hóa và Thông tin' }],
    },
  },
]
