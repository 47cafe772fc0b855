/**
 * The tables of a report as a workbook. Every total is a formula over the rows it is made of: units by indicators in a line each
 * ("Chi tiết"), which the other sheets add up, so that whoever changes a number sees what follows.
 */
import { type Cell, cellName, firstRow, type Sheet, type Workbook } from '@loa/documents/write'
import { notAdded, type ReportGround } from './report.ts'

type Part = 'declared' | 'proved' | 'claimed' | 'doubted' | 'corrected'
const parts: readonly [Part, string][] = [
  ['declared', 'Đã khai'],
  ['proved', 'Có minh chứng'],
  ['claimed', 'Mới khai'],
  ['doubted', 'Nghi vấn'],
  ['corrected', 'Đính chính'],
]

export const reportWorkbook = (ground: ReportGround): Workbook => {
  const details = detailSheet(ground)
  return { sheets: [summarySheet(ground, details), unitSheet(ground), details.sheet, missingSheet(ground)] }
}

const titleOf = ({ title, asOf }: ReportGround) => `${title} (chốt ${asOf})`

/** Main indicators, and all others that were reported. */
const counted = ({ indicators }: ReportGround) =>
  indicators.filter(({ main, amounts }) => main || !amounts || amounts.activities > 0)

interface Details {
  sheet: Sheet
  /** `'Chi tiết'!$C$3:$C$40`: a column of its rows. */
  column(at: number): string
}

const detailsName = 'Chi tiết'
const codeColumn = 2
const firstPart = 5

/** A unit and an indicator a line: what was reported, and nothing where nothing was. */
const detailSheet = (ground: ReportGround): Details => {
  const title = titleOf(ground)
  const rows = ground.units.flatMap(({ unit, byIndicator }): Cell[][] =>
    counted(ground).flatMap(({ code, name, unit: countingUnit }): Cell[][] => {
      const amounts = byIndicator[code]
      return amounts
        ? [[unit.code, unit.fullName, code, name, countingUnit, ...parts.map(([part]) => amounts[part])]]
        : []
    }),
  )
  const start = firstRow({ title })
  const end = Math.max(start, start + rows.length - 1)
  return {
    sheet: {
      name: detailsName,
      title,
      columns: [
        { title: 'Mã đơn vị', width: 16 },
        { title: 'Đơn vị', width: 48 },
        { title: 'Mã chỉ tiêu', width: 22 },
        { title: 'Chỉ tiêu', width: 40 },
        { title: 'Đơn vị tính', width: 12, align: 'center' },
        ...parts.map(([, words]) => ({
          title: words,
          width: 14,
          align: 'right' as const,
          format: '#,##0.##',
        })),
      ],
      rows,
      notes: ['Đã khai = Có minh chứng + Mới khai + Nghi vấn + Đính chính.'],
    },
    column: (at) =>
      `'${detailsName}'!$${cellName(at, start).replace(/\d+$/, '')}$${start}:$${cellName(at, end).replace(/\d+$/, '')}$${end}`,
  }
}

const summarySheet = (ground: ReportGround, details: Details): Sheet => {
  const title = titleOf(ground)
  const start = firstRow({ title })
  return {
    name: 'Tổng hợp',
    title,
    notes: [
      ...(ground.simulated
        ? ['MÔ PHỎNG: số liệu do chương trình mô phỏng sinh ra, không phải số liệu thật.']
        : []),
      'Ô gạch chéo: chưa báo cáo, khác với 0. Các đơn vị tính khác nhau không cộng, không quy đổi.',
    ],
    columns: [
      { title: 'STT', width: 6, align: 'center' },
      { title: 'Chỉ tiêu', width: 40 },
      { title: 'Đơn vị tính', width: 12, align: 'center' },
      { title: 'Kế hoạch', width: 12, align: 'right', format: '#,##0.##' },
      ...parts.map(([, words]) => ({ title: words, width: 14, align: 'right' as const, format: '#,##0.##' })),
      { title: '% kế hoạch', width: 12, align: 'right', format: '0.0' },
    ],
    rows: counted(ground).map(({ code, name, unit, plan, amounts }, index): Cell[] => {
      const row = start + index
      const [planned, declared] = [cellName(3, row), cellName(4, row)]
      return [
        index + 1,
        name,
        unit,
        plan,
        ...parts.map(
          ([part], at): Cell =>
            amounts
              ? {
                  formula: `SUMIF(${details.column(codeColumn)},"${code}",${details.column(firstPart + at)})`,
                  value: amounts[part],
                }
              : { text: notAdded },
        ),
        amounts && plan
          ? {
              formula: `ROUND(100*${declared}/${planned},1)`,
              value: Math.round((1000 * amounts.declared) / plan) / 10,
            }
          : null,
      ]
    }),
  }
}

const unitSheet = (ground: ReportGround): Sheet => {
  const { units, missing, gaps } = ground
  const indicators = counted(ground)
  const silent = new Set(missing.map((unit) => unit.id))
  const none = new Map(gaps.none.map(({ unit, forms }) => [unit.id, forms]))
  const title = titleOf(ground)
  const start = firstRow({ title })
  const last = start + units.length - 1
  const sum = (column: number, value: number): Cell =>
    units.length === 0
      ? { text: '', style: 'total' }
      : {
          formula: `SUM(${cellName(column, start)}:${cellName(column, last)})`,
          value,
          style: 'total',
        }
  return {
    name: 'Theo đơn vị',
    title,
    landscape: true,
    notes: ['Ô gạch chéo: chưa báo cáo, khác với 0. “-”: đơn vị báo không thực hiện.'],
    columns: [
      { title: 'STT', width: 6, align: 'center' },
      { title: 'Đơn vị', width: 48 },
      ...indicators.flatMap(({ name, unit }) =>
        ['đã khai', 'có minh chứng'].map((words) => ({
          title: `${name} (${unit}): ${words}`,
          width: 16,
          align: 'right' as const,
          format: '#,##0.##',
        })),
      ),
    ],
    rows: [
      ...units.map(({ unit, byIndicator }, index): Cell[] => [
        index + 1,
        unit.fullName,
        ...indicators.flatMap(({ code, form }): Cell[] => {
          const value = byIndicator[code]
          if (value) return [value.declared, value.proved]
          if (none.get(unit.id)?.includes(form)) return ['-', '-']
          const empty: Cell = { text: silent.has(unit.id) ? 'chưa báo cáo' : '', style: 'missing' }
          return [empty, empty]
        }),
      ]),
      [
        null,
        { text: 'Tổng cộng', style: 'total' },
        ...indicators.flatMap(({ amounts }, index): Cell[] => [
          amounts ? sum(2 + index * 2, amounts.declared) : { text: notAdded, style: 'total' },
          amounts ? sum(3 + index * 2, amounts.proved) : { text: notAdded, style: 'total' },
        ]),
      ],
    ],
  }
}

const missingSheet = ({ missing, gaps }: ReportGround): Sheet => ({
  name: 'Chưa báo cáo',
  title: 'Đơn vị chưa báo cáo, không phải báo cáo',
  columns: [
    { title: 'STT', width: 6, align: 'center' },
    { title: 'Đơn vị', width: 60 },
    { title: 'Ghi chú', width: 50 },
  ],
  rows: [
    ...missing.map((unit): [string, string] => [unit.fullName, 'chưa báo cáo']),
    ...gaps.exempt.map(({ unit, reason }): [string, string] => [
      unit.fullName,
      `không phải báo cáo: ${reason}`,
    ]),
  ].map((cells, index) => [index + 1, ...cells]),
})
