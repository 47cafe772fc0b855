/** Ô 1 and 2: the state and the bodies. Decree 30/2020/NĐ-CP, Appendix I, part I, mục II.1–2. */
import { capitals } from '../read/fold.ts'
import { respelled } from './respelled.ts'
import type { Rule } from './rule.ts'

const clause = (box: number) => `Phụ lục I, phần I, mục II.${box}`
const mottoWords = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const freedomWords = 'Độc lập - Tự do - Hạnh phúc'

export const stateRules: Rule[] = [
  {
    id: 'motto.missing',
    clause: `Điều 8 khoản 2 điểm a; ${clause(1)}`,
    severity: 'error',
    fixes: false,
    wrong: { vi: 'Không thấy Quốc hiệu.', en: 'The name of the state is missing.' },
    mend: {
      vi: `Ghi “${mottoWords}” ở góc trên bên phải trang đầu.`,
      en: `Print "${mottoWords}" at the top right of the first page.`,
    },
    find: ({ parts }) => (parts.motto ? [] : [{ span: null }]),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: mottoWords, to: '' }] },
  },
  {
    id: 'motto.words',
    clause: clause(1),
    severity: 'error',
    fixes: true,
    wrong: {
      vi: `Quốc hiệu ghi “{found}”, đúng là “${mottoWords}”, chữ in hoa.`,
      en: `The name of the state is to read "${mottoWords}", in capitals.`,
    },
    mend: { vi: `Ghi “${mottoWords}”.`, en: `Write "${mottoWords}".` },
    // "HOÀ" is the other of the two styles of tone marks: `tone.style` tells of it.
    find: ({ parts: { motto }, text, flat }) => {
      const found = motto && text.slice(motto.start, motto.end).replace(/\s+/g, ' ')
      // Broken over two lines of a narrow column, its end is read after what stands beside it.
      if (/việt$/iu.test(found ?? '') && /\n\s*nam\s*\n/.test(flat.slice(motto?.end))) return []
      if (!motto || found === null || found.replace('HOÀ', 'HÒA') === mottoWords) return []
      return [respelled(motto.start, motto.end, mottoWords, { found })]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: mottoWords, to: 'Cộng hòa xã hội chủ nghĩa Việt Nam' }] },
  },
  {
    id: 'freedom.missing',
    clause: clause(1),
    severity: 'error',
    fixes: false,
    wrong: { vi: 'Không thấy Tiêu ngữ.', en: 'The motto is missing.' },
    mend: {
      vi: `Ghi “${freedomWords}” dưới Quốc hiệu.`,
      en: `Print "${freedomWords}" below the name of the state.`,
    },
    find: ({ parts }) => (parts.freedom || !parts.motto ? [] : [{ span: null }]),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: freedomWords, to: '' }] },
  },
  {
    id: 'freedom.words',
    clause: clause(1),
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: `Tiêu ngữ ghi “{found}”, đúng là “${freedomWords}”, giữa các cụm từ có gạch nối, có cách chữ.`,
      en: `The motto is to read "${freedomWords}", hyphens with spaces between.`,
    },
    mend: { vi: `Ghi “${freedomWords}”.`, en: `Write "${freedomWords}".` },
    find: ({ parts: { freedom }, text, look }) => {
      const found = freedom && text.slice(freedom.start, freedom.end)
      // A PDF does not tell whether a space was typed or came of spacing.
      const same =
        look.source === 'docx'
          ? found === freedomWords
          : found?.replace(/\s+/g, '') === freedomWords.replace(/\s+/g, '')
      return !freedom || !found || same
        ? []
        : [
            respelled(freedom.start, freedom.end, freedomWords, {
              // Blanks are not seen in a sentence.
              found: /\s{2}/.test(found) ? `${found} (thừa dấu cách)` : found,
            }),
          ]
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: freedomWords, to: 'Độc lập – Tự do – Hạnh phúc' }] },
  },
  {
    id: 'issuer.missing',
    clause: `Điều 8 khoản 2 điểm b; ${clause(2)}`,
    severity: 'error',
    fixes: false,
    wrong: { vi: 'Không thấy tên cơ quan ban hành.', en: 'The issuing body is missing.' },
    mend: {
      vi: 'Ghi tên chính thức, đầy đủ ở góc trên bên trái.',
      en: 'Print its full official name at the top left.',
    },
    find: ({ parts }) => (parts.issuer ? [] : [{ span: null, field: 'issuer' }]),
    passing: { of: 'letter' },
    failing: {
      of: 'letter',
      changes: [
        { words: 'UBND TỈNH HẢI DƯƠNG', to: '' },
        { words: 'SỞ VĂN HÓA, THỂ THAO', to: '' },
        { words: 'VÀ DU LỊCH', to: '' },
        { words: 'Sở Văn hóa, Thể thao và Du lịch', to: 'cơ quan' },
      ],
    },
  },
  capitalRule(
    'issuer',
    'Tên cơ quan ban hành',
    'The issuing body',
    'plan',
    'UBND HUYỆN MẪU',
    'UBND huyện Mẫu',
  ),
  capitalRule(
    'parentIssuer',
    'Tên cơ quan chủ quản',
    'The superior body',
    'plan',
    'UBND TỈNH HẢI DƯƠNG',
    'UBND tỉnh Hải Dương',
  ),
]

function capitalRule(
  part: 'issuer' | 'parentIssuer',
  vi: string,
  en: string,
  of: 'plan',
  words: string,
  to: string,
): Rule {
  return {
    id: `${part === 'issuer' ? 'issuer' : 'parent'}.capitals`,
    clause: clause(2),
    severity: 'warning',
    fixes: true,
    wrong: { vi: `${vi} phải in hoa.`, en: `${en} is to be in capitals.` },
    mend: { vi: 'Ghi chữ in hoa: “{wanted}”.', en: 'Write it in capitals: "{wanted}".' },
    find: ({ parts, text }) => {
      const source = parts[part]
      // Found elsewhere than at the head, it is the body's own voice and no box.
      if (!source || source.confidence < 0.75 || capitals(source.text) > 0.9 || source.end > parts.body.start)
        return []
      const words = text.slice(source.start, source.end)
      return [respelled(source.start, source.end, words.toLocaleUpperCase('vi'))]
    },
    passing: { of },
    failing: { of, changes: [{ words, to }] },
  }
}
