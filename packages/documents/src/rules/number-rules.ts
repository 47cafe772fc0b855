/** Ô 3 and 4: number and symbol, place and date. Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.3–4. */
import { respelled } from './respelled.ts'
import type { Found, Paper, Rule } from './rule.ts'
import { typeFacts } from './types.ts'

const clause = (box: number) => `Phụ lục I, phần I, mục II.${box}`

export const numberRules: Rule[] = [
  {
    id: 'number.missing',
    clause: `Điều 8 khoản 2 điểm c; ${clause(3)}`,
    severity: 'error',
    fixes: false,
    wrong: { vi: 'Không thấy dòng số và ký hiệu.', en: 'Number and symbol are missing.' },
    mend: {
      vi: 'Ghi “Số: …/ký hiệu” dưới tên cơ quan; bản dự thảo để trống số.',
      en: 'Print "Số: …/symbol" below the issuing body; a draft leaves the number open.',
    },
    find: ({ parts }) => (parts.numberLine || parts.symbol ? [] : [{ span: null, field: 'code' }]),
    passing: { of: 'report' },
    failing: { of: 'letter', changes: [{ words: 'Số: 705/SVHTTDL-QLVHGĐ', to: '' }] },
  },
  {
    id: 'number.label',
    clause: clause(3),
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Sau từ “Số” phải có dấu hai chấm.', en: 'A colon stands after "Số".' },
    mend: { vi: 'Ghi “Số:”.', en: 'Write "Số:".' },
    find: ({ parts: { numberLine }, text }) => {
      const label = numberLine && /^Số[ \t]*([:.;]?)/u.exec(text.slice(numberLine.start, numberLine.end))
      if (!numberLine || !label || label[1] === ':') return []
      return [respelled(numberLine.start, numberLine.start + label[0].trimEnd().length, 'Số:')]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Số: 705', to: 'Số 705' }] },
  },
  {
    id: 'number.padding',
    clause: clause(3),
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Số nhỏ hơn 10 phải ghi số 0 phía trước: “{wanted}”.',
      en: 'Numbers below 10 get a leading zero: "{wanted}".',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts: { number } }) =>
      number && /^\d$/.test(number.text) ? [respelled(number.start, number.end, `0${number.text}`)] : [],
    passing: { of: 'decision' },
    failing: { of: 'decision', changes: [{ words: 'Số: 09/', to: 'Số: 9/' }] },
  },
  {
    id: 'number.spaces',
    clause: clause(3),
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Giữa số và ký hiệu, giữa các nhóm chữ viết tắt không cách chữ.',
      en: 'No spaces between number, slash and the groups of the symbol.',
    },
    mend: { vi: 'Ghi liền: “{wanted}”.', en: 'Close up: "{wanted}".' },
    find: ({ parts: { number, symbol }, text, look }) => {
      if (!symbol || look.source !== 'docx') return []
      const start = number?.start ?? symbol.start
      const found = text.slice(start, symbol.end)
      const wanted = found.replace(/\s*([/–-])\s*/g, '$1').replace('–', '-')
      return found === wanted ? [] : [respelled(start, symbol.end, wanted)]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: '705/SVHTTDL-QLVHGĐ', to: '705 / SVHTTDL - QLVHGĐ' }] },
  },
  {
    id: 'symbol.type',
    clause: `${clause(3)}; Phụ lục III, phần I`,
    severity: 'error',
    fixes: false,
    wrong: {
      vi: 'Ký hiệu “{found}” không mang chữ viết tắt của tên loại ({wanted}).',
      en: 'The symbol "{found}" does not carry the abbreviation of the type ({wanted}).',
    },
    mend: {
      vi: 'Ghi ký hiệu bắt đầu bằng “{wanted}-”, hoặc sửa lại tên loại.',
      en: 'Begin the symbol with "{wanted}-", or correct the type.',
    },
    find: ({ parts: { symbol, title }, type }) => {
      if (!symbol || !title || type.abbreviation === null) return []
      const lead = /^[\p{L}]+/u.exec(symbol.text)?.[0] ?? ''
      return lead.toUpperCase() === type.abbreviation.toUpperCase() || isLegislative(symbol.text)
        ? []
        : [{ span: symbol, found: symbol.text, wanted: type.abbreviation }]
    },
    passing: { of: 'plan' },
    failing: { of: 'plan', changes: [{ words: '21/KH-UBND', to: '21/UBND-VX' }] },
  },
  {
    id: 'symbol.letter',
    clause: `${clause(3)}; Phụ lục III, phần I`,
    severity: 'warning',
    fixes: false,
    wrong: {
      vi: 'Công văn không có chữ viết tắt tên loại trong ký hiệu; “{found}” là của văn bản có tên loại.',
      en: 'A công văn has no type in its symbol; "{found}" is that of a named type.',
    },
    mend: { vi: 'Ghi “Số: …/CƠ QUAN-ĐƠN VỊ”.', en: 'Write "Số: …/BODY-UNIT".' },
    find: ({ parts: { symbol, title, about } }) => {
      const lead = symbol && /^([\p{L}]+)-/u.exec(symbol.text)?.[1]
      const known = lead === 'CV' || typeFacts.some(({ abbreviation }) => abbreviation === lead)
      return symbol && lead && about && !title && known ? [{ span: symbol, found: lead }] : []
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: '705/SVHTTDL-QLVHGĐ', to: '705/CV-SVHTTDL' }] },
  },
  {
    id: 'symbol.capitals',
    clause: clause(3),
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Chữ viết tắt tên loại ghi “{found}”, Phụ lục III ghi “{wanted}”.',
      en: 'The type is abbreviated "{found}", Appendix III has "{wanted}".',
    },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts: { symbol }, type: { abbreviation } }) => {
      const lead = symbol && /^\p{L}+/u.exec(symbol.text)?.[0]
      if (
        !symbol ||
        !lead ||
        !abbreviation ||
        lead === abbreviation ||
        lead.toUpperCase() !== abbreviation.toUpperCase()
      )
        return []
      return [respelled(symbol.start, symbol.start + lead.length, abbreviation, { found: lead })]
    },
    passing: { of: 'plan' },
    failing: { of: 'plan', changes: [{ words: '21/KH-UBND', to: '21/Kh-UBND' }] },
  },
  {
    id: 'symbol.slash',
    clause: clause(3),
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Giữa số và ký hiệu là dấu gạch chéo (/), không phải gạch nối.',
      en: 'A slash stands between number and symbol, not a hyphen.',
    },
    mend: { vi: 'Ghi dấu “/” sau số.', en: 'Write "/" after the number.' },
    find: ({ parts: { number, symbol }, text }) => {
      const between = number && symbol ? text.slice(number.end, symbol.start) : ''
      const at = number === null ? 0 : number.end + between.search(/[-–]/)
      return number && /^\s*[-–]\s*$/.test(between) ? [respelled(at, at + 1, '/')] : []
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: '705/SVHTTDL', to: '705-SVHTTDL' }] },
  },
  {
    id: 'date.missing',
    clause: `Điều 8 khoản 2 điểm d; ${clause(4)}`,
    severity: 'error',
    fixes: false,
    wrong: { vi: 'Không thấy dòng địa danh và ngày, tháng, năm.', en: 'Place and date are missing.' },
    mend: {
      vi: 'Ghi “Địa danh, ngày … tháng … năm …” dưới Tiêu ngữ.',
      en: 'Print "Place, ngày … tháng … năm …" below the motto.',
    },
    find: (paper) =>
      paper.parts.date || paper.type.undated || hasBlankDate(paper) ? [] : [{ span: null, field: 'date' }],
    passing: { of: 'report' },
    failing: { of: 'letter', changes: [{ words: 'Hải Dương, ngày 05 tháng 9 năm 2023', to: '' }] },
  },
  {
    id: 'date.day-padding',
    clause: clause(4),
    severity: 'warning',
    fixes: true,
    scans: true,
    wrong: {
      vi: 'Ngày nhỏ hơn 10 phải ghi số 0 phía trước: “ngày {wanted}”.',
      en: 'Days below 10 get a leading zero: "ngày {wanted}".',
    },
    mend: { vi: 'Ghi “ngày {wanted}”.', en: 'Write "ngày {wanted}".' },
    find: (paper) => dayAndMonth(paper, /ngày\s+(\d)\s+tháng/u, (day) => `0${day}`),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'ngày 05 tháng 9', to: 'ngày 5 tháng 9' }] },
  },
  {
    id: 'date.month-padding',
    clause: clause(4),
    severity: 'warning',
    fixes: true,
    scans: true,
    wrong: {
      vi: 'Tháng 1, 2 phải ghi số 0 phía trước; các tháng khác thì không: “tháng {wanted}”.',
      en: 'Only the months 1 and 2 get a leading zero: "tháng {wanted}".',
    },
    mend: { vi: 'Ghi “tháng {wanted}”.', en: 'Write "tháng {wanted}".' },
    find: (paper) =>
      dayAndMonth(paper, /tháng\s+([12]|0[3-9])\s+năm/u, (month) =>
        month.length === 1 ? `0${month}` : month.slice(1),
      ),
    passing: { of: 'plan' },
    failing: { of: 'letter', changes: [{ words: 'tháng 9 năm 2023', to: 'tháng 09 năm 2023' }] },
  },
  {
    id: 'date.comma',
    clause: clause(4),
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Sau địa danh phải có dấu phẩy.', en: 'A comma stands after the place.' },
    mend: { vi: 'Ghi “{wanted}”.', en: 'Write "{wanted}".' },
    find: ({ parts: { place, date }, text }) => {
      if (!place || !date || place.end > date.start || date.start - place.end > 3) return []
      return text.slice(place.end, date.start).trim() === ','
        ? []
        : [
            respelled(place.end, date.start, ', ', {
              wanted: `${place.text}, ${date.text}`,
              span: { start: place.start, end: date.end },
            }),
          ]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Hải Dương, ngày', to: 'Hải Dương ngày' }] },
  },
  {
    id: 'date.impossible',
    clause: clause(4),
    severity: 'error',
    fixes: false,
    wrong: { vi: 'Không có ngày “{found}”.', en: 'There is no such day: "{found}".' },
    mend: { vi: 'Sửa ngày, tháng ban hành.', en: 'Correct day and month.' },
    find: ({ parts: { date }, tree }) =>
      date && tree.date?.length !== 10 && /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/u.test(date.text)
        ? [{ span: date, found: date.text }]
        : [],
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'ngày 05 tháng 9', to: 'ngày 31 tháng 9' }] },
  },
  {
    id: 'place.missing',
    clause: clause(4),
    severity: 'warning',
    fixes: false,
    wrong: { vi: 'Không thấy địa danh trước ngày, tháng, năm.', en: 'The place before the date is missing.' },
    mend: {
      vi: 'Ghi tên đơn vị hành chính nơi cơ quan đóng trụ sở, dấu phẩy, rồi đến ngày.',
      en: 'Write the administrative unit of the seat, a comma, then the date.',
    },
    find: ({ parts: { place, date } }) => (date && !place ? [{ span: date, field: 'place' }] : []),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Hải Dương, ngày', to: 'ngày' }] },
  },
]

/** `12/2023/QĐ-UBND`: a legislative document, which follows other rules. */
export const isLegislative = (symbol: string): boolean => /^\d{4}\s?\//.test(symbol)

const hasBlankDate = ({ flat, parts }: Paper): boolean =>
  /ngay[\s.…_]*thang[\s.…_\d]*nam/.test(flat.slice(0, parts.body.start))

const dayAndMonth = (
  { parts: { date }, text }: Paper,
  pattern: RegExp,
  to: (digits: string) => string,
): Found[] => {
  const match = date && pattern.exec(text.slice(date.start, date.end))
  const digits = match?.[1]
  if (!date || !match || digits === undefined) return []
  const start = date.start + match.index + match[0].indexOf(digits)
  return [respelled(start, start + digits.length, to(digits))]
}
