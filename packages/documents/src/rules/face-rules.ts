/** Size and weight of each box, by the table at the end of Appendix I, part I of Decree 30/2020/NĐ-CP: two rules a line. */
import type { Span } from '../document.ts'
import { type Face, facesIn, type Stretch } from './look.ts'
import type { Entry, Parts } from './parts.ts'
import type { Fixture, Found, Paper, Rule } from './rule.ts'

interface BoxFace {
  id: string
  clause: string
  vi: string
  en: string
  sizes: readonly [number, number]
  /** What `--fix` sets. */
  size: number
  bold: boolean
  italic: boolean
  where(paper: Paper): (Span | null)[]
  /** Words of the fixture in this box. */
  sample: { of: Fixture['of']; words: string }
}

const boxes: BoxFace[] = [
  box(
    'motto',
    'II.1',
    'Quốc hiệu',
    'The name of the state',
    [12, 13],
    12,
    'bold',
    ({ motto }) => [motto],
    'letter',
    'CỘNG HÒA XÃ HỘI',
  ),
  box(
    'freedom',
    'II.1',
    'Tiêu ngữ',
    'The motto',
    [13, 14],
    13,
    'bold',
    ({ freedom }) => [freedom],
    'letter',
    'Độc lập - Tự do',
  ),
  box(
    'parent',
    'II.2',
    'Tên cơ quan chủ quản',
    'The superior body',
    [12, 13],
    12,
    'plain',
    (p) => [p.parentIssuer],
    'letter',
    'UBND TỈNH',
  ),
  box(
    'issuer',
    'II.2',
    'Tên cơ quan ban hành',
    'The issuing body',
    [12, 13],
    12,
    'bold',
    ({ issuer }) => [issuer],
    'plan',
    'UBND HUYỆN MẪU',
  ),
  box(
    'number',
    'II.3',
    'Số và ký hiệu',
    'Number and symbol',
    [13, 13],
    13,
    'plain',
    (p) => [p.numberLine],
    'letter',
    'Số: 705',
  ),
  box(
    'date',
    'II.4',
    'Địa danh và ngày tháng',
    'Place and date',
    [13, 14],
    13,
    'italic',
    placeAndDate,
    'letter',
    'Hải Dương, ngày',
  ),
  box(
    'title',
    'II.5',
    'Tên loại văn bản',
    'The type',
    [13, 14],
    14,
    'bold',
    ({ title }) => [title],
    'decision',
    'QUYẾT ĐỊNH',
  ),
  box(
    'subject',
    'II.5',
    'Trích yếu của văn bản có tên loại',
    'The subject under the type',
    [13, 14],
    14,
    'bold',
    (p) => (p.title ? [p.subject] : []),
    'decision',
    'Về việc thành lập',
  ),
  box(
    'about',
    'II.5',
    'Trích yếu công văn',
    'The subject of a công văn',
    [12, 13],
    12,
    'plain',
    (p) => (p.title ? [] : [p.about, p.subject]),
    'letter',
    'V/v tuyên truyền',
  ),
  box(
    'addressed',
    'II.9',
    'Kính gửi',
    'The addressees',
    [13, 14],
    14,
    'plain',
    (p) => [p.addressed, ...p.addressees],
    'letter',
    'Các phòng chuyên môn',
  ),
  box(
    'authority',
    'II.7',
    'Quyền hạn, chức vụ người ký',
    'Authority and title of the signer',
    [13, 14],
    14,
    'bold',
    (p) => [p.authority, p.signerTitle],
    'letter',
    'KT. GIÁM ĐỐC',
  ),
  box(
    'signer',
    'II.7',
    'Họ tên người ký',
    'The name of the signer',
    [13, 14],
    14,
    'bold',
    ({ signerName }) => [signerName],
    'letter',
    'Nguyễn Văn Mẫu',
  ),
  box(
    'receivers',
    'II.9',
    'Từ “Nơi nhận”',
    'The word "Nơi nhận"',
    [12, 12],
    12,
    'bold italic',
    ({ receivers }) => [receivers],
    'letter',
    'Nơi nhận:',
  ),
  box(
    'recipients',
    'II.9',
    'Các nơi nhận',
    'The recipients',
    [11, 11],
    11,
    'plain',
    (p) => [...p.recipients, p.archive],
    'letter',
    'Trang thông tin điện tử',
  ),
  box(
    'annex-label',
    'II.8',
    'Từ “Phụ lục” và số thứ tự',
    'The word "Phụ lục" and its number',
    [14, 14],
    14,
    'bold',
    (p) => p.annexes.map(({ label }) => label),
    'report',
    'Phụ lục II',
  ),
  box(
    'annex-title',
    'II.8',
    'Tên phụ lục',
    'The title of an annex',
    [13, 14],
    14,
    'bold',
    (p) => p.annexes.map(({ title }) => title),
    'report',
    'ĐƠN VỊ CHƯA BÁO CÁO',
  ),
]

function box(
  id: string,
  clause: string,
  vi: string,
  en: string,
  sizes: readonly [number, number],
  size: number,
  style: 'plain' | 'bold' | 'italic' | 'bold italic',
  where: (parts: Parts) => (Span | Entry | null)[],
  of: Fixture['of'],
  words: string,
): BoxFace {
  const bold = style.includes('bold')
  const italic = style.includes('italic')
  return {
    id,
    clause: `Phụ lục I, phần I, mục ${clause}`,
    vi,
    en,
    sizes,
    size,
    bold,
    italic,
    where: ({ parts }) => where(parts),
    sample: { of, words },
  }
}

function placeAndDate({ place, date }: Parts): (Span | null)[] {
  return [place !== null && date !== null ? { start: place.start, end: date.end } : date]
}

const sizeRule = (face: BoxFace): Rule => {
  const range = face.sizes[0] === face.sizes[1] ? `${face.sizes[0]}` : `${face.sizes[0]}–${face.sizes[1]}`
  return {
    id: `${face.id}.size`,
    clause: face.clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: `${face.vi}: cỡ chữ {found}, quy định ${range}.`,
      en: `${face.en}: size {found}, the decree says ${range}.`,
    },
    mend: { vi: `Đặt cỡ chữ ${face.size}.`, en: `Set size ${face.size}.` },
    find: (paper) =>
      facesFound(
        paper,
        face,
        (each) => outside(each.size, face.sizes, paper),
        { size: face.size },
        (each) => String(each.size).replace('.', ','),
      ),
    passing: { of: face.sample.of },
    failing: { of: face.sample.of, changes: [{ words: face.sample.words, face: { size: 17 } }] },
  }
}

const styleRule = (face: BoxFace): Rule => {
  const want = styleWords(face)
  return {
    id: `${face.id}.style`,
    clause: face.clause,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: `${face.vi}: đang là chữ {found}, quy định ${want}.`,
      en: `${face.en} is set in the wrong style; ${want} is asked for.`,
    },
    mend: {
      vi: `Đặt kiểu chữ ${want}.`,
      en: `Set it ${face.bold ? 'bold' : 'not bold'}, ${face.italic ? 'italic' : 'upright'}.`,
    },
    find: (paper) =>
      facesFound(
        paper,
        face,
        (each) => each.bold !== face.bold || each.italic !== face.italic,
        { bold: face.bold, italic: face.italic },
        styleWords,
      ),
    passing: { of: face.sample.of },
    failing: { of: face.sample.of, changes: [{ words: face.sample.words, face: { bold: !face.bold } }] },
  }
}

const styleWords = ({ bold, italic }: { bold: boolean; italic: boolean }): string =>
  `${italic ? 'nghiêng' : 'đứng'}, ${bold ? 'đậm' : 'không đậm'}`

/** A page that was printed to PDF is scaled by a hair. */
export const outside = (
  size: number | null,
  [least, most]: readonly [number, number],
  { look }: Paper,
): boolean => {
  const slack = look.source === 'pdf' ? 0.4 : 0.05
  return size !== null && (size < least - slack || size > most + slack)
}

/** In a PDF the words of the body above may run around those of the state beside it. */
const isState = ({ parts: { motto, freedom } }: Paper, { start, end }: Span): boolean =>
  [motto, freedom].some((span) => span !== null && start >= span.start && end <= span.end)

/** A number stamped into a line, or a purpose in italics, does not make the line wrong: half of its letters does. */
const facesFound = (
  paper: Paper,
  face: BoxFace,
  isWrong: (each: Stretch) => boolean,
  set: Partial<Pick<Face, 'size' | 'bold' | 'italic'>>,
  seen: (each: Stretch) => string,
): Found[] => {
  const { look, text } = paper
  const letters = (list: Stretch[]) => list.reduce((sum, { start, end }) => sum + end - start, 0)
  const wrong = face.where(paper).flatMap((span) => {
    const faces =
      span === null
        ? []
        : facesIn(look, span, text).filter(
            (each) => face.id === 'motto' || face.id === 'freedom' || !isState(paper, each),
          )
    const bad = faces.filter(isWrong)
    return letters(bad) < Math.max(2, letters(faces) / 2) ? [] : bad
  })
  const first = wrong[0]
  if (first === undefined) return []
  const last = wrong.at(-1) ?? first
  return [
    {
      span: { start: first.start, end: last.start - first.start > 300 ? first.end : last.end },
      found: seen(first),
      mends: wrong.map(({ start, end }) => ({ kind: 'face', start, end, set })),
    },
  ]
}

export const faceRules: Rule[] = boxes.flatMap((face) => [sizeRule(face), styleRule(face)])
