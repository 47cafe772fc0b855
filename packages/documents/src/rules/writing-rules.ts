/** Capitals (Decree 30/2020/NĐ-CP, Appendix II), and the way things are cited (Appendix I, mục II.6). */
import type { Rule } from './rule.ts'
import { spelling } from './spelling.ts'

const two = (part: string) => `Phụ lục II, mục ${part}`
const six = 'Phụ lục I, phần I, mục II.6'

const upperFirst = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
const lowerFirst = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)

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
    clause: two('V.6'),
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
    clause: two('V.6'),
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
    clause: two('V.8'),
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
    clause: `${two('V.7')}; ${six}`,
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
    clause: `${two('V.7')}; ${six}`,
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
]
