/** Size and style of each box: the table at the end of Appendix I, part I of Decree 30/2020/NĐ-CP, as data. */
import type { Span } from '../document.ts'
import type { Entry, Parts } from './parts.ts'
import type { Fixture, Paper } from './rule.ts'

export interface BoxFace {
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

export const boxFaces: BoxFace[] = [
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
    'III.1',
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
    'III.1',
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
