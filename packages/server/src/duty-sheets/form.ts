/** The form as a workbook: rows to fill in, the words to use, and a code that a phone reads. Printed on A4 it is the paper form. */
import type { Indicator } from '@loa/contract/figures'
import type { Cell, Workbook } from '@loa/documents/write'
import { columns, markOf } from './sheet.ts'

export interface FormGround {
  dutyId: number
  title: string
  unit: string
  address: string
  indicators: Indicator[]
  /** Those the unit has planned, else the main ones: each gets a row of its own. */
  expected: string[]
  topics: { ordinal: number; text: string }[]
  qr: Uint8Array
  newId: () => string
}

const emptyRows = 20

export const formOf = (ground: FormGround): Workbook => {
  const { dutyId, indicators, topics } = ground
  const nameOf = ({ name, unit }: Indicator) => `${name} (${unit})`
  const expected = indicators.filter(({ code }) => ground.expected.includes(code))
  const row = (indicator: Cell): Cell[] => [
    indicator,
    null,
    null,
    null,
    topics.length === 1 ? String(topics[0]?.ordinal) : null,
    null,
    markOf(dutyId, ground.newId()),
  ]
  return {
    sheets: [
      {
        name: 'Ghi hoạt động',
        title: `${ground.unit}: ${ground.title}`,
        landscape: true,
        columns: [
          { title: columns[0], width: 34 },
          { title: columns[1], width: 10, align: 'right', format: '#,##0.##' },
          { title: columns[2], width: 34 },
          { title: columns[3], width: 13, align: 'center' },
          { title: columns[4], width: 12, align: 'center' },
          { title: columns[5], width: 26 },
          { title: columns[6], width: 4, hidden: true },
        ],
        rows: [
          ...expected.map((indicator) => row(nameOf(indicator))),
          ...Array.from({ length: emptyRows }, () => row(null)),
        ],
        notes: [
          'Mỗi dòng một việc đã làm. Ngày ghi ngày/tháng/năm. Nội dung số: xem bảng Nội dung, nhiều số cách nhau dấu phẩy.',
          'Dùng các dòng có sẵn, không chèn, không chép dòng. Nộp lại chính tệp này; nộp hai lần vẫn tính một lần.',
          `Nơi nộp: ${ground.address}`,
        ],
        picture: { png: ground.qr, column: 7, row: 1, millimetres: 30 },
      },
      {
        name: 'Chỉ tiêu',
        columns: [
          { title: 'Ghi vào cột Chỉ tiêu', width: 60 },
          { title: 'Đơn vị tính', width: 16 },
        ],
        rows: indicators.map((indicator) => [nameOf(indicator), indicator.unit]),
      },
      {
        name: 'Nội dung',
        columns: [
          { title: 'Số', width: 6, align: 'center' },
          { title: 'Nội dung tuyên truyền', width: 100 },
        ],
        rows: topics.map(({ ordinal, text }) => [ordinal, text]),
      },
    ],
  }
}
