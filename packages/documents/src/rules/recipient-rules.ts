/** Ô 9b: who receives it, and the archive line. Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.9. */
import { wrongMarks } from './list-marks.ts'
import { respelled } from './respelled.ts'
import type { Rule } from './rule.ts'

const nine = 'Phụ lục I, phần I, mục II.9'

export const recipientRules: Rule[] = [
  {
    id: 'receivers.missing',
    clause: `Điều 8 khoản 2 điểm i; ${nine}`,
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
    find: ({ parts: { recipients, addressed }, type }) => {
      const first = recipients.find(({ name }) => /^như trên/iu.test(name))
      return first && !addressed && !type.ownAddress ? [{ span: first }] : []
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
