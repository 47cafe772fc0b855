/** The tables of a report as a workbook: units and indicators, every total a formula over the cells it is made of. */
import { type Cell, cellName, firstRow, type Workbook } from '@loa/documents/write'
import { notAdded, type ReportGround } from './report.ts'

export const reportWorkbook = (ground: ReportGround): Workbook => {
  const { indicators, units, missing } = ground
  const counted = indicators.filter(({ main, amounts }) => main || !amounts || amounts.activities > 0)
  const silent = new Set(missing.map((unit) => unit.id))
  const notes = [
    ...(ground.simulated
      ? ['MÔ PHỎNG: số liệu do chương trình mô phỏng sinh ra, không phải số liệu thật.']
      : []),
    'Ô gạch chéo: chưa báo cáo, khác với 0. Các đơn vị tính khác nhau không cộng, không quy đổi.',
  ]
  const title = `${ground.title} (chốt ${ground.asOf})`
  const unitSheet = 'Theo đơn vị'
  const start = firstRow({ title })
  const last = start + units.length - 1
  const totalRow = last + 1
  const sum = (column: number, value: number): Cell => ({
    formula: `SUM(${cellName(column, start)}:${cellName(column, last)})`,
    value,
    style: 'total',
  })
  const bySheet = (column: number, value: number): Cell => ({
    formula: `'${unitSheet}'!${cellName(column, totalRow)}`,
    value,
  })

  return {
    sheets: [
      {
        name: 'Tổng hợp',
        title,
        notes,
        columns: [
          { title: 'STT', width: 6, align: 'center' },
          { title: 'Chỉ tiêu', width: 40 },
          { title: 'Đơn vị tính', width: 12, align: 'center' },
          { title: 'Kế hoạch', width: 12, align: 'right' },
          { title: 'Đã khai', width: 12, align: 'right' },
          { title: 'Có minh chứng', width: 14, align: 'right' },
        ],
        rows: counted.map(({ name, unit, plan, amounts }, index) => [
          index + 1,
          name,
          unit,
          plan,
          amounts ? bySheet(2 + index * 2, amounts.declared) : { text: notAdded },
          amounts ? bySheet(3 + index * 2, amounts.proved) : { text: notAdded },
        ]),
      },
      {
        name: unitSheet,
        title,
        notes,
        landscape: true,
        columns: [
          { title: 'STT', width: 6, align: 'center' },
          { title: 'Đơn vị', width: 48 },
          ...counted.flatMap(({ name, unit }) => [
            { title: `${name} (${unit}): đã khai`, width: 16, align: 'right' as const },
            { title: `${name} (${unit}): có minh chứng`, width: 16, align: 'right' as const },
          ]),
        ],
        rows: [
          ...units.map(({ unit, byIndicator }, index): Cell[] => [
            index + 1,
            unit.fullName,
            ...counted.flatMap(({ code }): Cell[] => {
              const value = byIndicator[code]
              if (value) return [value.declared, value.proved]
              const empty: Cell = { text: silent.has(unit.id) ? 'chưa báo cáo' : '', style: 'missing' }
              return [empty, empty]
            }),
          ]),
          [
            null,
            { text: 'Tổng cộng', style: 'total' },
            ...counted.flatMap(({ amounts }, index): Cell[] => [
              amounts ? sum(2 + index * 2, amounts.declared) : { text: notAdded, style: 'total' },
              amounts ? sum(3 + index * 2, amounts.proved) : { text: notAdded, style: 'total' },
            ]),
          ],
        ],
      },
      {
        name: 'Chưa báo cáo',
        title: 'Đơn vị chưa báo cáo',
        columns: [
          { title: 'STT', width: 6, align: 'center' },
          { title: 'Đơn vị', width: 60 },
        ],
        rows: missing.map((unit, index) => [index + 1, unit.fullName]),
      },
    ],
  }
}
