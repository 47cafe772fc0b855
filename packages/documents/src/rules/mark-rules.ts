/** Signs, spaces and tone marks of the running text. */
import type { Rule } from './rule.ts'
import { spelling } from './spelling.ts'

export const markRules: Rule[] = [
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
