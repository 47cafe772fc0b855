/**
 * A workbook of 100,000 rows, as a province's annex over five years has: our writer beside the streaming writer of exceljs, both
 * to a file, in turns. Text, whole numbers, decimals, a formula a row and totals below.
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { Cell, Workbook } from '../packages/documents/src/write/workbook.ts'
import { writeXlsx } from '../packages/documents/src/write/xlsx.ts'
import { compare } from './interleaved.ts'

const rows = 100_000
const folder = await mkdtemp(join(tmpdir(), 'loa-xlsx-'))

const unitOf = (row: number) => `UBND xã số ${row % 235}`
const values = (row: number) => [row % 97, (row * 7) % 1000, ((row * 13) % 999) / 10, (row * 3) % 41]

const ours = async () => {
  const workbook: Workbook = {
    sheets: [
      {
        name: 'Theo đơn vị',
        title: 'Số liệu năm năm',
        columns: [
          { title: 'STT', width: 8, align: 'center' },
          { title: 'Đơn vị', width: 40 },
          { title: 'Chỉ tiêu', width: 30 },
          ...['Kế hoạch', 'Đã khai', 'Có minh chứng', 'Nghi vấn'].map((title) => ({
            title,
            width: 12,
            format: '#,##0.0',
          })),
          { title: 'Tổng', width: 12 },
        ],
        rows: Array.from({ length: rows }, (_, row): Cell[] => {
          const numbers = values(row)
          return [
            row + 1,
            unitOf(row),
            'Băng rôn vượt đường (chiếc)',
            ...numbers,
            {
              formula: `SUM(D${row + 3}:G${row + 3})`,
              value: numbers.reduce((sum, value) => sum + value, 0),
            },
          ]
        }),
      },
    ],
  }
  await writeFile(join(folder, 'loa.xlsx'), await writeXlsx(workbook))
}

const peer = async () => {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream: createWriteStream(join(folder, 'exceljs.xlsx')),
    useStyles: true,
    useSharedStrings: false,
  })
  const sheet = workbook.addWorksheet('Theo đơn vị')
  sheet.columns = [
    'STT',
    'Đơn vị',
    'Chỉ tiêu',
    'Kế hoạch',
    'Đã khai',
    'Có minh chứng',
    'Nghi vấn',
    'Tổng',
  ].map((header) => ({ header, width: 12, style: { numFmt: '#,##0.0' } }))
  for (let row = 0; row < rows; row += 1) {
    const numbers = values(row)
    sheet
      .addRow([
        row + 1,
        unitOf(row),
        'Băng rôn vượt đường (chiếc)',
        ...numbers,
        {
          formula: `SUM(D${row + 2}:G${row + 2})`,
          result: numbers.reduce((sum, value) => sum + value, 0),
        },
      ])
      .commit()
  }
  sheet.commit()
  await workbook.commit()
}

console.log('XLSX, 100.000 dòng: Loa so với exceljs (ghi dần)')
await compare(`${rows.toLocaleString('vi-VN')} rows × 8 columns to a file`, 'exceljs', 5, { ours, peer })
const size = async (name: string) => ((await stat(join(folder, name))).size / 1e6).toFixed(1)
console.log(`  ${await size('loa.xlsx')} MB · exceljs ${await size('exceljs.xlsx')} MB`)
await rm(folder, { recursive: true })
