/** Paper, margins, font and colour: Decree 30/2020/NĐ-CP, Appendix I, part I, mục I. */
import { familyOf } from '../read/legacy-fonts.ts'
import { facesIn } from './look.ts'
import type { Found, Paper, Rule, SheetSet } from './rule.ts'

const clause = 'Phụ lục I, phần I, mục I'
type Side = 'top' | 'bottom' | 'left' | 'right'

/** Text near an edge of a PDF: a line may reach a little beyond, and a page that is not full tells nothing of its end. */
const sides: [Side, string, string, number, number][] = [
  ['top', 'trên', 'top', 20, 25],
  ['bottom', 'dưới', 'bottom', 20, 25],
  ['left', 'trái', 'left', 30, 35],
  ['right', 'phải', 'right', 15, 20],
]

const marginRule = ([side, vi, en, least, most]: (typeof sides)[number]): Rule => ({
  id: `page.margin-${side}`,
  clause: `${clause}, khoản 3`,
  severity: 'warning',
  fixes: true,
  wrong: {
    vi: `Lề ${vi} {found} mm, quy định ${least}–${most} mm.`,
    en: `The ${en} margin is {found} mm, the decree says ${least}–${most} mm.`,
  },
  mend: { vi: `Đặt lề ${vi} ${least} mm.`, en: `Set the ${en} margin to ${least} mm.` },
  find: (paper) => {
    const set: SheetSet = { margins: { [side]: least } }
    const wrong = paper.look.sheets.findIndex((sheet) => {
      const value = sheet.margins?.[side]
      // A page laid across has its margins turned with it (khoản 2).
      if (value === undefined || sheet.width > sheet.height) return false
      if (paper.look.source === 'pdf') return value < least - 2
      return value < least - 0.3 || value > most + 0.3
    })
    if (wrong < 0) return []
    const found = String(paper.look.sheets[wrong]?.margins?.[side]).replace('.', ',')
    return [{ span: null, page: wrong + 1, found, mends: [{ kind: 'sheet', set }] }]
  },
  passing: { of: 'letter' },
  failing: { of: 'letter', changes: [{ sheet: { margins: { [side]: least - 8 } } }] },
})

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 2

export const pageRules: Rule[] = [
  {
    id: 'page.size',
    clause: `${clause}, khoản 1`,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Khổ giấy {found} mm, quy định A4 (210 × 297 mm).',
      en: 'The paper is {found} mm, the decree says A4.',
    },
    mend: { vi: 'Đặt khổ giấy A4.', en: 'Set the paper to A4.' },
    find: ({ look }) => {
      const at = look.sheets.findIndex(
        ({ width, height }) => !isNear(Math.min(width, height), 210) || !isNear(Math.max(width, height), 297),
      )
      const sheet = look.sheets[at]
      if (sheet === undefined) return []
      return [
        {
          span: null,
          page: at + 1,
          found: `${Math.round(sheet.width)} × ${Math.round(sheet.height)}`,
          mends: [{ kind: 'sheet', set: { a4: true } }],
        },
      ]
    },
    passing: { of: 'report' },
    failing: { of: 'letter', changes: [{ sheet: { width: 215.9, height: 279.4 } }] },
  },
  {
    id: 'page.portrait',
    clause: `${clause}, khoản 2`,
    severity: 'info',
    fixes: false,
    wrong: {
      vi: 'Trang đầu nằm ngang; văn bản trình bày theo chiều dài khổ A4, chỉ nằm ngang khi nội dung có bảng, biểu.',
      en: 'The first page lies across; that is for documents with tables in their body only.',
    },
    mend: {
      vi: 'Đặt trang dọc, hoặc chuyển bảng biểu sang phụ lục.',
      en: 'Turn the page upright, or move the tables into an annex.',
    },
    find: ({ look, tree }) => {
      const first = look.sheets[0]
      const turned = first !== undefined && first.width > first.height
      return turned && !tree.body.some(({ kind }) => kind === 'table') ? [{ span: null, page: 1 }] : []
    },
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ sheet: { width: 297, height: 210 } }] },
  },
  ...sides.map(marginRule),
  {
    id: 'page.font',
    clause: `${clause}, khoản 4`,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Phông chữ {found}, quy định Times New Roman.',
      en: 'The font is {found}, the decree says Times New Roman.',
    },
    mend: { vi: 'Đổi sang phông Times New Roman.', en: 'Change the font to Times New Roman.' },
    // Tinos and the like have the shapes and widths of Times New Roman.
    find: (paper) =>
      strange(
        paper,
        (face) =>
          face.font !== null &&
          !/times|tinos|liberation ?serif|nimbusrom/i.test(face.font) &&
          familyOf(face.font) === null &&
          !/symbol|wingding/i.test(face.font),
        ({ font }) => font ?? '',
        { font: 'Times New Roman' },
      ),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Nhằm nâng cao ý thức', face: { font: 'Arial' } }] },
  },
  {
    id: 'page.old-font',
    clause: `${clause}, khoản 4`,
    severity: 'error',
    fixes: false,
    wrong: {
      vi: 'Phông {found} thuộc bảng mã cũ, không phải Unicode theo TCVN 6909:2001.',
      en: 'The font {found} is of an encoding from before Unicode, against TCVN 6909:2001.',
    },
    mend: {
      vi: 'Chuyển mã sang Unicode rồi đặt phông Times New Roman.',
      en: 'Convert to Unicode, then set Times New Roman.',
    },
    find: (paper) =>
      strange(
        paper,
        ({ font }) => font !== null && familyOf(font) !== null,
        ({ font }) => font ?? '',
        null,
      ),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Nhằm nâng cao ý thức', face: { font: '.VnTime' } }] },
  },
  {
    id: 'page.colour',
    clause: `${clause}, khoản 4`,
    severity: 'warning',
    fixes: true,
    wrong: { vi: 'Chữ có màu, quy định chữ màu đen.', en: 'Coloured letters; the decree says black.' },
    mend: { vi: 'Đổi chữ sang màu đen.', en: 'Make the letters black.' },
    // Dark greys are what templates call black.
    find: (paper) =>
      strange(
        paper,
        ({ colour }) => colour !== null && !/^([0-3].){3}$/i.test(colour),
        () => '',
        { colour: '000000' },
      ),
    passing: { of: 'letter' },
    failing: { of: 'letter', changes: [{ words: 'Nhằm nâng cao ý thức', face: { colour: 'C00000' } }] },
  },
]

/** One finding for all stretches with a wrong face; a sign or two do not count. */
const strange = (
  { look, text }: Paper,
  isStrange: (face: { font: string | null; colour: string | null }) => boolean,
  seen: (face: { font: string | null }) => string,
  set: { font?: string; colour?: string } | null,
): Found[] => {
  const found = facesIn(look, { start: 0, end: text.length }, text).filter(
    (face) => face.end - face.start > 1 && isStrange(face),
  )
  const letters = found.reduce((sum, { start, end }) => sum + end - start, 0)
  const first = found[0]
  if (first === undefined || letters < 5) return []
  const mends =
    set === null ? [] : found.map(({ start, end }) => ({ kind: 'face' as const, start, end, set }))
  return [{ span: { start: first.start, end: first.end }, found: seen(first), mends }]
}
