/** Capitals (Decree 30/2020/NĐ-CP, Appendix II), the way things are cited (Appendix I, mục II.6), and signs and spaces. */
import { respelled } from './head-rules.ts'
import type { Found, Paper, Rule, Words } from './rule.ts'

const two = (part: string) => `Phụ lục II, mục ${part}`
const six = 'Phụ lục I, phần I, mục II.6'

/** Words of the body and of the lists around it; group 1 of the pattern (or all of it) becomes something else. Several of one kind are told once each. */
const inBody = ({ text, parts }: Paper, pattern: RegExp, to: (words: string) => string): Found[] =>
  Array.from(text.slice(from(parts), text.length).matchAll(pattern), (match): Found => {
    const words = match[1] ?? match[0]
    const start = from(parts) + match.index + match[0].indexOf(words)
    // A place of nothing but blanks is shown with the words around it.
    const blank = words.trim().length < 2
    const span = blank ? around(text, start, start + words.length) : { start, end: start + words.length }
    return respelled(start, start + words.length, to(words), { found: words, span })
  }).filter(({ found, wanted }) => found !== wanted)

const from = ({ addressed, body }: Paper['parts']): number => addressed?.end ?? body.start

const around = (text: string, start: number, end: number) => ({
  start: start - (/\S{0,20}$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0].length ?? 0),
  end: end + (/^\S{0,20}/u.exec(text.slice(end, end + 20))?.[0].length ?? 0),
})

const upperFirst = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
const lowerFirst = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)

interface Spelling {
  id: string
  clause: string
  severity: Rule['severity']
  wrong: Words
  mend?: Words
  pattern: RegExp
  to(words: string): string
  failing: [of: 'letter' | 'plan' | 'decision', words: string, to: string]
  /** About spaces, which in a PDF are made up by whoever reads it. */
  typed?: true
}

const spelling = ({
  id,
  clause,
  severity,
  wrong,
  mend,
  pattern,
  to,
  failing: [of, words, other],
  typed,
}: Spelling): Rule => ({
  id,
  clause,
  severity,
  fixes: true,
  wrong,
  mend: mend ?? { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
  find: (paper) => (typed && paper.look.source === 'pdf' ? [] : inBody(paper, pattern, to)),
  passing: { of },
  failing: { of, changes: [{ words, to: other }] },
})

const cited =
  'nghị quyết|nghị định|quyết định|chỉ thị|kế hoạch|thông báo|hướng dẫn|công văn|báo cáo|tờ trình|thông tư|công điện|chương trình|giấy mời'

export const writingRules: Rule[] = [
  spelling({
    id: 'capital.people',
    clause: two('V.1'),
    severity: 'info',
    wrong: { vi: 'Viết hoa danh từ riêng chỉ “Nhân dân”.', en: '"Nhân dân" is capitalised.' },
    pattern:
      /(?<=\s(?:và|của|với|cho|trong|phục vụ|vận động|tuyên truyền|đời sống|cùng|người dân,|các tầng lớp|tầng lớp|quần chúng|ý thức của) )(nhân dân)(?![\p{L}])/gu,
    to: () => 'Nhân dân',
    failing: ['plan', 'ý thức của Nhân dân', 'ý thức của nhân dân'],
  }),
  spelling({
    id: 'capital.state',
    clause: two('V.1'),
    severity: 'info',
    wrong: { vi: 'Viết hoa danh từ riêng chỉ “Nhà nước”.', en: '"Nhà nước" is capitalised.' },
    pattern: /(?<=Đảng(?: và|,) |pháp luật của )(nhà nước)(?![\p{L}])/gu,
    to: () => 'Nhà nước',
    failing: ['plan', 'Đảng và Nhà nước', 'Đảng và nhà nước'],
  }),
  spelling({
    id: 'capital.capital-city',
    clause: two('III.1'),
    severity: 'warning',
    wrong: {
      vi: '“Thủ đô Hà Nội”, “Thành phố Hồ Chí Minh” viết hoa cả chữ chỉ đơn vị hành chính.',
      en: '"Thủ đô Hà Nội" and "Thành phố Hồ Chí Minh" are capitalised with their kind.',
    },
    pattern: /(thủ đô Hà Nội|thành phố Hồ Chí Minh)/gu,
    to: upperFirst,
    failing: ['letter', 'Quy định về đội mũ', 'Theo kinh nghiệm của thành phố Hồ Chí Minh về đội mũ'],
  }),
  spelling({
    id: 'capital.unit-kind',
    clause: two('III.1'),
    severity: 'info',
    wrong: {
      vi: 'Chữ chỉ đơn vị hành chính không viết hoa: “{wanted}”.',
      en: 'The kind of an administrative unit is not capitalised: "{wanted}".',
    },
    pattern: /(?<=\p{Ll},? )((?:Tỉnh|Huyện) (?!Đoàn|Ủy|Uỷ|Đội)\p{Lu}\p{Ll}+)/gu,
    to: lowerFirst,
    failing: ['letter', 'Quy định về đội mũ', 'Quy định của tỉnh, trên địa bàn Tỉnh Hải Dương, về đội mũ'],
  }),
  spelling({
    id: 'capital.cited-type',
    clause: two('V.7'),
    severity: 'info',
    wrong: {
      vi: 'Viết hoa tên loại khi viện dẫn một văn bản cụ thể: “{wanted}”.',
      en: 'The type of a certain cited document is capitalised: "{wanted}".',
    },
    pattern: new RegExp(`(?<![\\p{L}])((?:${cited}) số \\d+\\s?[/-])`, 'gu'),
    to: upperFirst,
    failing: ['plan', 'Kế hoạch số 15/KH-UBND', 'kế hoạch số 15/KH-UBND'],
  }),
  spelling({
    id: 'capital.law',
    clause: two('V.7'),
    severity: 'info',
    wrong: {
      vi: 'Viết hoa tên luật cụ thể: “{wanted}”.',
      en: 'The name of a certain law is capitalised: "{wanted}".',
    },
    pattern: /(?<=(?:căn cứ|Căn cứ|theo|của|quy định tại) )(luật (?!Việt|Hà|Mỹ)\p{Lu}\p{Ll}+)/gu,
    to: upperFirst,
    failing: ['decision', 'Căn cứ Luật Tổ chức', 'Căn cứ luật Tổ chức'],
  }),
  spelling({
    id: 'capital.festival',
    clause: two('V.5'),
    severity: 'info',
    wrong: {
      vi: 'Tên ngày tết viết hoa âm tiết đầu: “{wanted}”.',
      en: 'Of the name of a feast the first syllable is capitalised: "{wanted}".',
    },
    pattern: /(?<=[Tt]ết )(Nguyên Đán|Trung Thu|Đoan Ngọ)/gu,
    to: (words) => words.charAt(0) + words.slice(1).toLocaleLowerCase('vi'),
    failing: ['letter', 'Quy định về đội mũ', 'Trong dịp tết Nguyên Đán, quy định về đội mũ'],
  }),
  spelling({
    id: 'cited.article',
    clause: `${two('V.8')}; ${six}`,
    severity: 'info',
    wrong: {
      vi: 'Viện dẫn Phần, Chương, Mục, Điều thì viết hoa: “{wanted}”.',
      en: 'Parts, chapters, sections and articles are capitalised when cited: "{wanted}".',
    },
    pattern:
      /(?<=(?:khoản \d+|tại|theo|của|và|quy định|,) )((?:điều|chương) (?:\d{1,3}|[IVX]{1,5}))(?![\p{L}\d])/gu,
    to: upperFirst,
    failing: ['decision', 'khoản 2 Điều 5', 'khoản 2 điều 5'],
  }),
  spelling({
    id: 'cited.clause',
    clause: `${two('V.8')}; ${six}`,
    severity: 'info',
    wrong: {
      vi: 'Viện dẫn khoản, điểm thì viết thường: “{wanted}”.',
      en: 'Clauses and points are not capitalised when cited: "{wanted}".',
    },
    pattern: /(?<=\p{Ll},? )((?:Khoản \d{1,2}|Điểm [a-zđ])(?=,? (?:khoản|Khoản|Điều|điều)))/gu,
    to: lowerFirst,
    failing: ['decision', 'theo khoản 2 Điều 5', 'theo Khoản 2 Điều 5'],
  }),
  spelling({
    id: 'date.in-text',
    clause: 'Phụ lục I, phần I, mục II.4',
    severity: 'info',
    wrong: {
      vi: 'Ngày dưới 10, tháng 1 và 2 có số 0 phía trước, các tháng khác thì không: “{wanted}”.',
      en: 'Days below 10 and the months 1 and 2 get a zero, other months do not: "{wanted}".',
    },
    pattern: /(ngày \d{1,2} tháng \d{1,2} năm \d{4})/gu,
    to: (words) =>
      words.replace(
        /^ngày (\d+) tháng (\d+)/u,
        (_, day: string, month: string) =>
          `ngày ${day.padStart(2, '0')} tháng ${Number(month) > 2 ? Number(month) : month.padStart(2, '0')}`,
      ),
    failing: ['plan', 'ngày 10 tháng 01 năm 2024', 'ngày 10 tháng 1 năm 2024'],
  }),
  spelling({
    id: 'space.before-mark',
    clause: 'Phụ lục I, phần I, mục I',
    severity: 'info',
    wrong: { vi: 'Thừa dấu cách trước dấu “{wanted}”.', en: 'A space too many before "{wanted}".' },
    mend: { vi: 'Bỏ dấu cách.', en: 'Take the space away.' },
    pattern: /(?<=[\p{L}\d)]{2})( +[,;:](?=\s|$)| +\.(?=\s*(?:\n|$)))/gu,
    to: (words) => words.trim(),
    failing: ['letter', 'uống rượu, bia; không', 'uống rượu, bia ; không'],
    typed: true,
  }),
  spelling({
    id: 'space.after-mark',
    clause: 'Phụ lục I, phần I, mục I',
    severity: 'info',
    wrong: { vi: 'Thiếu dấu cách sau “{found}”.', en: 'A space is missing after "{found}".' },
    mend: { vi: 'Thêm một dấu cách.', en: 'Put a space in.' },
    pattern: /(?<=\p{Ll}{2})([,;])(?=\p{L}{2})/gu,
    to: (words) => `${words} `,
    failing: ['letter', 'uống rượu, bia; không', 'uống rượu,bia; không'],
    typed: true,
  }),
  spelling({
    id: 'space.double',
    clause: 'Phụ lục I, phần I, mục I',
    severity: 'info',
    wrong: { vi: 'Thừa dấu cách giữa hai chữ.', en: 'More than one space between two words.' },
    mend: { vi: 'Để một dấu cách.', en: 'Leave one.' },
    pattern: /(?<=\p{Ll}[,;]?)( {2,4})(?=\p{Ll})/gu,
    to: () => ' ',
    failing: ['letter', 'khi đã uống rượu', 'khi  đã uống rượu'],
    typed: true,
  }),
  spelling({
    id: 'space.hyphen',
    clause: 'Phụ lục I, phần I, mục I',
    severity: 'info',
    wrong: { vi: 'Gạch nối chỉ cách chữ một bên.', en: 'The hyphen has a space on one side only.' },
    mend: { vi: 'Cách chữ cả hai bên: “ - ”.', en: 'Put a space on both sides.' },
    pattern: /(?<=\p{Ll})( -(?=\p{Lu})|- (?=\p{Lu}\p{Ll}))/gu,
    to: () => ' - ',
    failing: ['letter', 'Quy định về đội mũ', 'Quy định của Trung tâm Văn hóa -Thể thao về đội mũ'],
    typed: true,
  }),
  spelling({
    id: 'mark.dots',
    clause: 'Phụ lục I, phần I, mục II.6',
    severity: 'info',
    wrong: { vi: 'Dấu chấm lặp thừa: “{found}”.', en: 'Too many dots: "{found}".' },
    // Three stand for what is left out; rows of dots to be filled in are longer.
    pattern: /(?<=\p{L})(\.\.|\.{4,6})(?=\s|$|\.?\/)/gu,
    to: (words) => (words.length === 2 ? '.' : '...'),
    failing: ['letter', 'xe đạp điện.', 'xe đạp điện....'],
  }),
  {
    id: 'tone.style',
    clause: 'Phụ lục I, phần I, mục I (TCVN 6909:2001)',
    severity: 'info',
    fixes: false,
    wrong: {
      vi: 'Lẫn hai cách đặt dấu thanh: {found} (ví dụ “{wanted}”).',
      en: 'Two styles of tone marks are mixed: {found} (such as "{wanted}").',
    },
    mend: { vi: 'Dùng thống nhất một cách trong cả văn bản.', en: 'Keep to one style throughout.' },
    find: ({ text }) => {
      const old = [...text.matchAll(oldStyle)]
      const fresh = [...text.matchAll(newStyle)]
      const rarer = old.length < fresh.length ? old : fresh
      const first = rarer[0]
      if (old.length === 0 || fresh.length === 0 || !first) return []
      const start = text.slice(0, first.index).search(/\p{L}*$/u)
      const word = /^\p{L}+/u.exec(text.slice(start))?.[0] ?? ''
      return [
        {
          span: { start, end: start + word.length },
          found: `hòa, thúy: ${old.length}; hoà, thuý: ${fresh.length}`,
          wanted: word,
        },
      ]
    },
    passing: { of: 'letter' },
    failing: {
      of: 'letter',
      changes: [{ words: 'Quy định về đội mũ', to: 'Quy định về văn hoá giao thông, đội mũ' }],
    },
  },
]

/** "hòa", "khỏe", "thúy": the mark on the first of two vowels that end the syllable; "hoà", "khoẻ", "thuý" the other way. */
const oldStyle =
  /[òóỏõọ][ae](?!\p{L})|(?<![qQ])[ùúủũụ]y(?!\p{L})|[ÒÓỎÕỌ][AE](?!\p{L})|(?<![qQ])[ÙÚỦŨỤ]Y(?!\p{L})/gu
const newStyle =
  /o[àáảãạèéẻẽẹ](?!\p{L})|(?<![qQ])u[ỳýỷỹỵ](?!\p{L})|O[ÀÁẢÃẠÈÉẺẼẸ](?!\p{L})|(?<![qQ])U[ỲÝỶỸỴ](?!\p{L})/gu
