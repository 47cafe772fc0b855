/** The board as a spreadsheet: the same rows by the same filter, every indicator that has a number or a target. Pure. */
import type { BoardRow, Still } from '@loa/contract/campaigns'
import type { Indicator } from '@loa/contract/figures'
import { type Cell, shortDate, type Workbook } from '@loa/documents/write'
import { today } from '../time.ts'

const stepWords: Record<BoardRow['step'], string> = {
  delivered: 'đã đến',
  opened: 'đã mở',
  received: 'đã tiếp nhận',
  assigned: 'đã phân công',
  planned: 'đã lên kế hoạch',
  running: 'đang làm',
  proved: 'đủ minh chứng',
  reported: 'đã báo cáo',
}

const stillWords: Record<Still['why'], string> = {
  returned: 'đơn vị trả lại văn bản',
  declined: 'đơn vị từ chối việc',
  'no-successor': 'đơn vị đã kết thúc, chưa chọn nơi nhận tiếp',
  'waits-for-giver': 'đơn vị đề nghị khác, chờ bên giao trả lời',
  'not-opened': 'chưa ai mở',
  'not-received': 'chưa tiếp nhận',
  'not-assigned': 'chưa phân công',
  'nothing-planned': 'chưa lên kế hoạch',
  'nothing-done': 'chưa ghi hoạt động nào',
  doubts: 'chỉ tiêu có nghi vấn',
  unproved: 'chỉ tiêu khai chưa có minh chứng',
  'forms-lacking': 'hình thức được giao chưa làm',
  'report-late': 'quá hạn báo cáo',
  'report-due': 'chưa nộp báo cáo',
}

/** "3 hình thức được giao chưa làm" */
const stillText = (still: Still | null): string =>
  still === null
    ? ''
    : still.count === null
      ? stillWords[still.why]
      : `${still.count} ${stillWords[still.why]}`

export interface BoardGround {
  campaign: { title: string }
  rows: BoardRow[]
  indicators: Indicator[]
  /** When it was read. */
  at: string
}

export const boardWorkbook = ({ campaign, rows, indicators, at }: BoardGround): Workbook => {
  const shown = indicators.filter(({ code }) => rows.some((row) => row.cells[code]))
  const amounts = (row: BoardRow, code: string): Cell[] => {
    const cell = row.cells[code]
    if (!cell) return [null, null, null]
    const isReported = cell.activities > 0
    return [isReported ? cell.declared : null, cell.plan, isReported ? cell.proved : null]
  }
  return {
    sheets: [
      {
        name: 'Bảng theo dõi',
        title: `${campaign.title}, lúc xuất ${shortDate(today(at))}`,
        landscape: true,
        pageNumbers: true,
        columns: [
          { title: 'STT', width: 5, align: 'center' },
          { title: 'Đơn vị', width: 34 },
          { title: 'Đang ở bước', width: 16 },
          { title: 'Từ ngày', width: 12, align: 'center' },
          { title: 'Vì sao chưa đi tiếp', width: 34 },
          ...shown.flatMap(({ name, unit }) => [
            { title: `${name} (${unit}): đã làm`, width: 14, align: 'right' as const },
            { title: 'kế hoạch', width: 10, align: 'right' as const },
            { title: 'đã chứng minh', width: 12, align: 'right' as const },
          ]),
          { title: 'Mới nhất', width: 12, align: 'center' },
          { title: 'Số lần nhắc', width: 8, align: 'right' },
        ],
        rows: rows.map((row, index): Cell[] => [
          index + 1,
          row.unit.fullName,
          stepWords[row.step],
          row.stepAt ? shortDate(today(row.stepAt)) : null,
          [stillText(row.still), row.reason ?? ''].filter(Boolean).join(': '),
          ...shown.flatMap(({ code }) => amounts(row, code)),
          row.lastAt ? shortDate(today(row.lastAt)) : null,
          row.reminded,
        ]),
        notes: ['Ô trống: chưa báo cáo, khác với số 0.'],
      },
    ],
  }
}

export const boardFileName = (campaignId: number, at: string): string =>
  `bang-theo-doi-${campaignId}-${today(at)}.xlsx`
