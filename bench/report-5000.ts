/**
 * A report with two charts and a table of 5,000 rows as PDF/A: how long, and how much memory at its peak, in a process of its own that starts
 * cold. No peer: the limits are ours, two seconds and 500 MB with the four columns of a common report.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Chart, DocumentTree, Table } from '../packages/documents/src/document.ts'
import { sampleReport } from '../packages/documents/src/write/sample.ts'
import { writePdf } from '../packages/documents/src/write/write.ts'
import { median } from './interleaved.ts'

const rows = 5000
const districts = Array.from({ length: 12 }, (_, at) => `Huyện số ${at + 1}`)

const chart = (title: string): Chart => ({
  kind: 'chart',
  start: 0,
  end: 0,
  title,
  unit: '%',
  categories: districts,
  series: [
    { name: 'Có minh chứng', look: 'proved', values: districts.map((_, at) => 50 + at) },
    { name: 'Mới khai', look: 'claimed', values: districts.map((_, at) => 10 + at) },
  ],
  stacked: true,
})

const table = (columns: number): Table => {
  const figures = Array.from({ length: columns - 2 }, (_, at) => `Số liệu ${at + 1}`)
  return {
    kind: 'table',
    start: 0,
    end: 0,
    columns: [
      { title: 'STT', align: 'center', width: 0.1 },
      { title: 'Đơn vị', align: 'left', width: 0.4 },
      ...figures.map((title) => ({ title, align: 'right' as const, width: 0.5 / figures.length })),
    ],
    rows: Array.from({ length: rows }, (_, at) => [
      String(at + 1),
      `Ủy ban nhân dân xã số ${at + 1}`,
      ...figures.map((_, column) => String((at * (column + 3)) % 97)),
    ]),
    total: null,
  }
}

const report = (columns: number): DocumentTree => ({
  ...sampleReport,
  annexes: [],
  body: [...sampleReport.body.slice(0, 3), chart('Kết quả'), chart('So với kế hoạch'), table(columns)],
})

const columns = Number(process.argv[2])
if (columns) {
  const began = performance.now()
  const { length } = await writePdf(report(columns))
  const taken = performance.now() - began
  console.log(JSON.stringify({ taken, length, memory: process.resourceUsage().maxRSS / 1024 }))
} else {
  const execute = promisify(execFile)
  console.log(`Báo cáo có bảng ${rows} dòng và hai biểu đồ, PDF/A-2a`)
  for (const width of [4, 6]) {
    const taken: number[] = []
    const memory: number[] = []
    for (let round = 0; round < 5; round++) {
      const { stdout } = await execute(process.execPath, [import.meta.filename, String(width)])
      const measured = JSON.parse(stdout) as { taken: number; memory: number }
      taken.push(measured.taken)
      memory.push(measured.memory)
    }
    console.log(`  ${width} cột: ${median(taken).toFixed(0)} ms · ${median(memory).toFixed(0)} MB`)
  }
}
