import type { BoundaryTrouble } from '@loa/contract/boundaries'
import { makeWords } from './language.tsx'

const viTroubles: Record<BoundaryTrouble, string> = {
  'no-code': 'không có mã trong thuộc tính đã chọn',
  'no-unit': 'không có đơn vị nào mang mã này vào ngày bắt đầu; kiểm tra mã hoặc ngày',
  'not-an-area': 'không phải vùng (Polygon, MultiPolygon)',
  'bad-place': 'tọa độ không phải kinh độ, vĩ độ; chuyển từ VN-2000 sang WGS 84',
  'bad-ring': 'đường biên chưa khép kín',
  twice: 'đơn vị này đã có ở một đối tượng phía trên; gộp lại thành một MultiPolygon',
}
const enTroubles: Record<BoundaryTrouble, string> = {
  'no-code': 'no code in the property chosen',
  'no-unit': 'no unit has this code on the first day; check the code or the day',
  'not-an-area': 'not an area (Polygon, MultiPolygon)',
  'bad-place': 'the places are not longitude and latitude; convert from VN-2000 to WGS 84',
  'bad-ring': 'the line does not close',
  twice: 'this unit stands in a feature above; put both into one MultiPolygon',
}

export const boundaryWords = makeWords(
  {
    on: 'Ranh giới ngày',
    shown: (count: string) => `Ranh giới của ${count} đơn vị`,
    none: 'Chưa có ranh giới nào cho ngày này.',
    open: 'Nhập ranh giới',
    title: 'Nhập ranh giới',
    help: 'GeoJSON, mỗi đơn vị một đối tượng, có mã đơn vị trong thuộc tính.',
    file: 'Tệp GeoJSON',
    source: 'Nguồn',
    validFrom: 'Từ ngày',
    validTo: 'Đến hết ngày',
    look: 'Đọc thử',
    property: 'Thuộc tính chứa mã đơn vị',
    noProperty: 'Chưa nhận ra, chọn một thuộc tính',
    read: (matched: string, all: string) => `${matched}/${all} đối tượng khớp với đơn vị trong danh bạ.`,
    write: (count: string) => `Nhập ${count} ranh giới`,
    written: (added: string, known: string) => `Đã nhập ${added} ranh giới; ${known} đã có từ trước.`,
    trouble: (feature: string, code: string, what: string) =>
      `Đối tượng ${feature}${code ? `, mã ${code}` : ''}: ${what}`,
    troubles: viTroubles,
    more: (count: string) => `và ${count} đối tượng khác`,
  },
  {
    on: 'Boundaries of',
    shown: (count: string) => `Boundaries of ${count} units`,
    none: 'There are no boundaries for this day yet.',
    open: 'Import boundaries',
    title: 'Import boundaries',
    help: 'GeoJSON, one feature a unit, with the code of the unit in a property.',
    file: 'GeoJSON file',
    source: 'Source',
    validFrom: 'From',
    validTo: 'Last day',
    look: 'Look',
    property: 'Property with the code of the unit',
    noProperty: 'Not recognised, choose a property',
    read: (matched: string, all: string) => `${matched}/${all} features match a unit of the directory.`,
    write: (count: string) => `Import ${count} boundaries`,
    written: (added: string, known: string) => `Imported ${added} boundaries; ${known} were there before.`,
    trouble: (feature: string, code: string, what: string) =>
      `Feature ${feature}${code ? `, code ${code}` : ''}: ${what}`,
    troubles: enTroubles,
    more: (count: string) => `and ${count} other features`,
  },
)
