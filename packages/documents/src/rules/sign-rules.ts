/** Ô 7, the signature: Decree 30/2020/NĐ-CP, Article 13 and Appendix I, part I, mục II.7. */
import type { Source, Span } from '../document.ts'
import { capitals, fold } from '../read/fold.ts'
import type { Parts } from './parts.ts'
import { respelled } from './respelled.ts'
import type { Found, Rule } from './rule.ts'

const clause = 'Điều 13; Phụ lục I, phần I, mục II.7'
/** The forms of Article 13; a head signs without any. */
const forms = ['TUQ', 'TM', 'KT', 'TL', 'Q']

export const signRules: Rule[] = [
  {
    id: 'sign.missing',
    clause: `Điều 8 khoản 2 điểm g; ${clause}`,
    severity: 'error',
    fixes: false,
    wrong: { vi: 'Không thấy chức vụ người ký.', en: 'The title of the signer is missing.' },
    mend: {
      vi: 'Ghi quyền hạn, chức vụ người ký ở góc dưới bên phải.',
      en: 'Print authority and title of the signer at the lower right.',
    },
    find: ({ parts, type }) =>
      parts.authority || parts.signerTitle || type.form ? [] : [{ span: null, field: 'signerTitle' }],
    passing: { of: 'letter' },
    failing: {
      of: 'letter',
      changes: [
        { words: 'KT. GIÁM ĐỐC', to: '' },
        { words: 'PHÓ GIÁM ĐỐC', to: '' },
      ],
    },
  },
  {
    id: 'sign.name-missing',
    clause: `Điều 8 khoản 2 điểm g; ${clause}`,
    severity: 'warning',
    fixes: false,
    wrong: { vi: 'Không thấy họ tên người ký.', en: 'The name of the signer is missing.' },
    mend: { vi: 'Ghi họ và tên dưới chữ ký.', en: 'Print the name below the signature.' },
    find: ({ parts }) => {
      const title = parts.signerTitle ?? parts.authority
      return title && !parts.signerName ? [{ span: title, field: 'signerName' }] : []
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Nguyễn Văn Mẫu', to: '' }] },
  },
  {
    id: 'sign.dot',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Sau “{found}” phải có dấu chấm.', en: 'A full stop follows "{found}".' },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts }) =>
      formsIn(
        parts,
        new RegExp(`(?<=^|\\n)\\s*(${forms.slice(0, 4).join('|')})(?:\\s*[:,]\\s*|\\s+)(?=\\p{Lu})`, 'gu'),
        (form) => `${form}. `,
      ),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'KT. GIÁM ĐỐC', to: 'KT GIÁM ĐỐC' }] },
  },
  {
    id: 'sign.space',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Sau “{found}.” phải cách một chữ.', en: 'A space follows "{found}."' },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts }) =>
      formsIn(
        parts,
        new RegExp(`(?<=^|\\n)\\s*(${forms.join('|')})\\.(?=\\p{Lu})`, 'gu'),
        (form) => `${form}. `,
      ),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'KT. GIÁM ĐỐC', to: 'KT.GIÁM ĐỐC' }] },
  },
  {
    id: 'sign.slash',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: '“{found}” là cách ghi của văn bản Đảng; văn bản hành chính ghi “{wanted}”.',
      en: '"{found}" is the form of Party documents; here it is "{wanted}".',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts }) =>
      formsIn(
        parts,
        /(?<=^|\n)\s*(T\/M|K\/T|T\/L|TU\/Q)[.:]?\s*(?=\p{Lu})/gu,
        (form) => `${form.replace('/', '')}. `,
      ),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'KT. GIÁM ĐỐC', to: 'K/T GIÁM ĐỐC' }] },
  },
  {
    id: 'sign.capitals',
    clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Quyền hạn, chức vụ người ký phải in hoa.',
      en: 'Authority and title of the signer are to be in capitals.',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts: { authority, signerTitle } }) =>
      [authority, signerTitle]
        .filter((part) => part !== null)
        .filter(({ text }) => capitals(text) < 0.9 && text.length < 60)
        .map(({ start, end, text }) => respelled(start, end, text.toLocaleUpperCase('vi'))),
    passing: { of: 'letter' },
    failing: { of: 'decision', changes: [{ words: 'GIÁM ĐỐC', to: 'Giám đốc' }] },
  },
  {
    id: 'sign.own-title',
    clause,
    severity: 'error',
    fixes: false,
    wrong: {
      vi: '“{found}” mà không có chức vụ của người ký ở dòng dưới.',
      en: '"{found}" without the own title of the signer below it.',
    },
    mend: {
      vi: 'Ghi chức vụ của người ký dưới dòng “{found}”.',
      en: 'Print the title of the signer below "{found}".',
    },
    find: ({ parts: { authority, signerTitle, signerName } }) => {
      // TM. before the head of a collective, KT. and TL. before whoever signs: all need a second line.
      const isAlone =
        authority !== null &&
        signerName !== null &&
        signerTitle === null &&
        /^\s*(?:TM|KT|TL|TUQ)\b/.test(authority.text)
      return isAlone && !/\s(?:PHÓ|CHỦ TỊCH|CHÁNH|TRƯỞNG)\s/u.test(`${authority.text} `)
        ? [{ span: authority, found: authority.text, field: 'signerTitle' }]
        : []
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'PHÓ GIÁM ĐỐC', to: '' }] },
  },
  {
    id: 'sign.deputy',
    clause,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Cấp phó ký phải có “KT.” trước chức vụ của cấp trưởng.',
      en: 'A deputy signs for the head: "KT." and the head\'s title stand above.',
    },
    mend: { vi: 'Ghi “KT. {wanted}” ở dòng trên.', en: 'Print "KT. {wanted}" above.' },
    find: ({ parts: { authority, signerTitle } }) => {
      const title =
        signerTitle && /^PHÓ (?!CHÁNH|TRƯỞNG ĐOÀN)(.+)$/u.exec(signerTitle.text.replace(/\s+/g, ' '))
      return title && !/KT\s?\.?|TUQ|TL/.test(authority?.text ?? '')
        ? [{ span: signerTitle, wanted: title[1] ?? '' }]
        : []
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'KT. GIÁM ĐỐC', to: '' }] },
  },
  {
    id: 'sign.collective',
    clause,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: '“TM.” là thay mặt tập thể; “{found}” là chức vụ của một người.',
      en: '"TM." is for a collective; "{found}" is one person\'s title.',
    },
    mend: {
      vi: 'Ghi tên tập thể sau “TM.”, hoặc dùng “KT.”, “TL.”.',
      en: 'Name the collective after "TM.", or use "KT.", "TL.".',
    },
    find: ({ parts: { authority } }) => {
      const match =
        authority &&
        /^TM\.?\s*((?:GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG PHÒNG)\b)/u.exec(
          authority.text,
        )
      return match ? [{ span: authority, found: match[1] ?? '' }] : []
    },
    passing: { of: 'plan' },
    failing: { of: 'letter', changes: [{ words: 'KT. GIÁM ĐỐC', to: 'TM. GIÁM ĐỐC' }] },
  },
  {
    id: 'sign.name-capitals',
    clause,
    severity: 'info',
    fixes: false,
    wrong: {
      vi: 'Họ tên người ký ghi bằng chữ in thường, không in hoa toàn bộ.',
      en: 'The name of the signer is not in capitals throughout.',
    },
    mend: {
      vi: 'Ghi hoa chữ cái đầu mỗi âm tiết.',
      en: 'Capitalise the first letter of each syllable only.',
    },
    find: ({ parts: { authority, signerTitle, signerName, body }, text }) => {
      const after = (signerTitle ?? authority)?.end
      if (signerName || after === undefined || after < body.end) return []
      const match = /\n\s*(\p{Lu}{2,7}(?: \p{Lu}{1,7}){1,4})\s*(?:\n|$)/u.exec(text.slice(after, after + 300))
      const name = match?.[1]
      if (!match || !name || !surnames.has(fold(name).split(' ')[0] ?? '')) return []
      const start = after + match.index + match[0].indexOf(name)
      return [{ span: { start, end: start + name.length } }]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Nguyễn Văn Mẫu', to: 'NGUYỄN VĂN MẪU' }] },
  },
  {
    id: 'sign.degree',
    clause,
    severity: 'info',
    fixes: false,
    wrong: {
      vi: 'Trước họ tên người ký không ghi học hàm, học vị, danh hiệu (“{found}”); trừ lực lượng vũ trang, giáo dục, y tế, khoa học.',
      en: 'No degree or honour ("{found}") before the name, except in the armed forces, education, health and science.',
    },
    mend: {
      vi: 'Bỏ “{found}”, nếu không thuộc ngoại lệ.',
      en: 'Take "{found}" away, unless it is an exception.',
    },
    find: ({ parts: { signerName }, text }) => {
      if (!signerName) return []
      const line = text.lastIndexOf('\n', signerName.start - 1) + 1
      const words = text.slice(line, signerName.start + 8)
      const match =
        /(?:^|\s)((?:(?:PGS|GS|TSKH|TS|ThS|Ths|BS|BSCKII?|KS|CN|DS)\.?\s?)+|(?:Tiến|Thạc|Bác) sĩ\s)(?=\p{Lu})/u.exec(
          words,
        )
      const found = match?.[1]?.trim()
      return found ? [{ span: { start: line, end: signerName.end }, found }] : []
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Nguyễn Văn Mẫu', to: 'ThS. Nguyễn Văn Mẫu' }] },
  },
]

const surnames = new Set(
  'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly doan dinh lam luong mai trinh dao to cao ta'.split(
    ' ',
  ),
)

/** The forms of signing at the beginning of the lines of ô 7a. */
const formsIn = (parts: Parts, pattern: RegExp, to: (form: string) => string): Found[] =>
  [parts.authority, parts.signerTitle]
    .filter((part): part is Source => part !== null)
    .flatMap((part) =>
      Array.from(part.text.matchAll(pattern), (match) => {
        const form = match[1] ?? ''
        const start = part.start + match.index + match[0].indexOf(form)
        const span: Span = { start, end: part.start + match.index + match[0].length }
        const rest = part.text.slice(match.index + match[0].length).split('\n')[0] ?? ''
        return {
          ...respelled(span.start, span.end, to(form), { found: form, wanted: to(form) + rest }),
          span: part,
        }
      }),
    )
