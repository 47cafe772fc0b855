/** Ô 5 (title and subject), 9a (Kính gửi) and 9b (Nơi nhận): Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.5 and II.9. */
import { capitals } from '../read/fold.ts'
import { respelled } from './head-rules.ts'
import type { Entry } from './parts.ts'
import type { Found, Rule } from './rule.ts'

const five = 'Phụ lục I, phần I, mục II.5'
const nine = 'Phụ lục I, phần I, mục II.9'

/** Items end with `;`, the last with a full stop; a purpose in brackets belongs to its item. */
const wrongMarks = (entries: Entry[], text: string, isEnd: boolean): Found[] =>
  entries.flatMap((entry, at): Found[] => {
    const last = isEnd && at === entries.length - 1
    const wanted = last ? '.' : ';'
    const tail = /^[^\n;.]*/.exec(text.slice(entry.markAt))?.[0] ?? ''
    const purpose = /^\s*\([^()\n]*\)\s*/.exec(tail)?.[0].trimEnd().length ?? 0
    const markAt = entry.mark === '' ? entry.markAt + purpose : entry.markAt
    const mark = /^[;.,]*/.exec(text.slice(markAt))?.[0] ?? ''
    // "Sở A; (để b/c)" has its mark before the purpose.
    // A name that ends in a hyphen goes on in a line that was not read as its own.
    if (mark === wanted || /;\s*\(|[-–]$/.test(entry.name) || /\.\.|…/.test(tail + mark)) return []
    return [
      respelled(markAt, markAt + mark.length, wanted, {
        span: { start: entry.start, end: markAt },
        found: mark || 'không có dấu',
      }),
    ]
  })

export const listRules: Rule[] = [
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
  {
    id: 'addressed.missing',
    clause: `Điều 8 khoản 2 điểm h; ${nine}`,
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
  {
    id: 'receivers.missing',
    clause: `Điều 8 khoản 2 điểm h; ${nine}`,
    severity: 'error',
    fixes: false,
    wrong: { vi: 'Không thấy “Nơi nhận”.', en: '"Nơi nhận" is missing.' },
    mend: {
      vi: 'Ghi “Nơi nhận:” và các nơi nhận ở cuối văn bản, bên trái.',
      en: 'Print "Nơi nhận:" and the recipients at the end, on the left.',
    },
    find: ({ parts, type }) => (parts.receivers || type.form ? [] : [{ span: null, field: 'recipients' }]),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Nơi nhận:', to: '' }] },
  },
  {
    id: 'receivers.colon',
    clause: nine,
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Sau “Nơi nhận” phải có dấu hai chấm.', en: 'A colon stands after "Nơi nhận".' },
    mend: { vi: 'Ghi “Nơi nhận:”.', en: 'Write "Nơi nhận:".' },
    find: ({ parts: { receivers }, text }) =>
      receivers && !text.slice(receivers.start, receivers.end + 2).includes(':')
        ? [respelled(receivers.start, receivers.end, 'Nơi nhận:')]
        : [],
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Nơi nhận:', to: 'Nơi nhận' }] },
  },
  {
    id: 'recipients.marks',
    clause: nine,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Cuối mỗi nơi nhận là dấu chấm phẩy; ở đây: {found}.',
      en: 'Each recipient ends with ";"; here: {found}.',
    },
    mend: { vi: 'Ghi “{wanted}” ở cuối dòng.', en: 'End the line with "{wanted}".' },
    find: ({ parts: { recipients, archive }, text }) => wrongMarks(recipients, text, archive === null),
    passing: { of: 'letter' },
    failing: {
      of: 'letter',
      changes: [{ words: '- Trang thông tin điện tử của Sở;', to: '- Trang thông tin điện tử của Sở' }],
    },
  },
  {
    id: 'recipients.dashes',
    clause: nine,
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Trước mỗi nơi nhận có gạch đầu dòng.', en: 'A dash stands before each recipient.' },
    mend: { vi: 'Ghi “- ” ở đầu dòng.', en: 'Begin the line with "- ".' },
    find: ({ parts: { recipients, archive }, text }) =>
      [...recipients, ...(archive ? [archive] : [])]
        .filter(({ start, dashed }) => !dashed && (start === 0 || text[start - 1] === '\n'))
        .map((entry) => respelled(entry.start, entry.start, '- ', { span: entry })),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: '- Lưu: VT', to: 'Lưu: VT' }] },
  },
  {
    id: 'recipients.as-above',
    clause: nine,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Có “Kính gửi” thì nơi nhận đầu tiên là “Như trên”.',
      en: 'Where there is a "Kính gửi", the first recipient is "Như trên".',
    },
    mend: { vi: 'Ghi “- Như trên;” ở dòng đầu của “Nơi nhận”.', en: 'Begin "Nơi nhận" with "- Như trên;".' },
    find: ({ parts: { recipients, addressed } }) => {
      const first = recipients[0]
      return addressed && first && !/^như (?:trên|kính gửi)/iu.test(first.name)
        ? [{ span: first, field: 'recipients' }]
        : []
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: '- Như trên;', to: '- Các huyện, thị xã, thành phố;' }] },
  },
  {
    id: 'recipients.as-above-of-nothing',
    clause: nine,
    severity: 'warning',
    fixes: false,
    wrong: { vi: '“Như trên” nhưng văn bản không có “Kính gửi”.', en: '"Như trên" without a "Kính gửi".' },
    mend: {
      vi: 'Ghi tên nơi nhận, hoặc “Như Điều …” với quyết định, nghị quyết.',
      en: 'Name them, or write "Như Điều …" in a decision or resolution.',
    },
    find: ({ parts: { recipients, addressed } }) => {
      const first = recipients.find(({ name }) => /^như trên/iu.test(name))
      return first && !addressed ? [{ span: first }] : []
    },
    passing: { of: 'letter' },
    failing: { of: 'plan', changes: [{ words: '- Ủy ban nhân dân các xã, thị trấn;', to: '- Như trên;' }] },
  },
  {
    id: 'recipients.as-article',
    clause: nine,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: '{found} có Điều thi hành thì nơi nhận đầu tiên là “Như Điều …”.',
      en: 'Its first recipient is "Như Điều …", the article that names who carries it out.',
    },
    mend: {
      vi: 'Ghi “- Như Điều {wanted};” ở dòng đầu của “Nơi nhận”.',
      en: 'Begin "Nơi nhận" with "- Như Điều {wanted};".',
    },
    find: ({ parts: { recipients }, type, tree }) => {
      const articles = tree.body.filter(
        (block) => block.kind === 'paragraph' && /^điều/iu.test(block.marker ?? ''),
      )
      const first = recipients[0]
      const isAsked = type.firstRecipient === 'article' && articles.length > 0 && first
      return isAsked && !recipients.some(({ name }) => /^như điều/iu.test(name))
        ? [{ span: first, found: type.name, wanted: String(articles.length), field: 'recipients' }]
        : []
    },
    passing: { of: 'decision' },
    failing: { of: 'decision', changes: [{ words: '- Như Điều 3;', to: '- Các sở, ban, ngành;' }] },
  },
  {
    id: 'archive.missing',
    clause: nine,
    severity: 'warning',
    fixes: false,
    wrong: { vi: 'Không thấy dòng “Lưu”.', en: 'The archive line ("Lưu") is missing.' },
    mend: {
      vi: 'Ghi “- Lưu: VT, ĐƠN VỊ SOẠN THẢO.” ở dòng cuối “Nơi nhận”.',
      en: 'End "Nơi nhận" with "- Lưu: VT, UNIT.".',
    },
    find: ({ parts, type }) =>
      parts.receivers && !parts.archive && !type.form ? [{ span: parts.receivers, field: 'archive' }] : [],
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: '- Lưu: VT, QLVHGĐ.', to: '' }] },
  },
  {
    id: 'archive.form',
    clause: nine,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Dòng lưu ghi “{found}”; mẫu là “Lưu: VT, ĐƠN VỊ.”',
      en: 'The archive line reads "{found}"; its form is "Lưu: VT, UNIT."',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts: { archive } }) => {
      if (!archive) return []
      const wanted = archive.name
        .replace(/^lưu\s*[:.,;]?\s*(?=\S)/iu, 'Lưu: ')
        .replace(/^Lưu: VT\s*[;.:-]\s*/u, 'Lưu: VT, ')
      return archive.name === wanted
        ? []
        : [respelled(archive.start, archive.end, wanted, { found: archive.name })]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Lưu: VT, QLVHGĐ', to: 'Lưu VT; QLVHGĐ' }] },
  },
  {
    id: 'archive.end',
    clause: nine,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Dòng lưu không kết thúc bằng dấu chấm.',
      en: 'The archive line does not end with a full stop.',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts: { archive } }) =>
      !archive || archive.mark === '.' || archive.mark.startsWith('..')
        ? []
        : [
            respelled(archive.markAt, archive.markAt + archive.mark.length, '.', {
              span: archive,
              wanted: `${archive.name}.`,
            }),
          ],
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Lưu: VT, QLVHGĐ.', to: 'Lưu: VT, QLVHGĐ' }] },
  },
]
