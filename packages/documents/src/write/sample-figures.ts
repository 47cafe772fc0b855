import type { Workbook } from './workbook.ts'

/** A table of figures for the tests, made up: one unit has not reported. */
export const campaignFigures: Workbook = {
  sheets: [
    {
      name: 'Tháng 9/2023',
      title: 'Kết quả tuyên truyền an toàn giao thông tháng 9 năm 2023',
      columns: [
        { title: 'Đơn vị', width: 28 },
        { title: 'Băng rôn (chiếc)', width: 14, align: 'right' },
        { title: 'Phát thanh (giờ)', width: 14, align: 'right', format: '#,##0.0' },
      ],
      rows: [
        ['Huyện A', 31, 12.5],
        ['Huyện B', 1042, 8.25],
        ['Huyện C', { text: 'chưa báo cáo', style: 'missing' }, { text: 'chưa báo cáo', style: 'missing' }],
        [
          { text: 'Tổng cộng', style: 'total' },
          { formula: 'SUM(B3:B5)', value: 1073, style: 'total' },
          { formula: 'SUM(C3:C5)', value: 20.75, style: 'total' },
        ],
      ],
      notes: ['Chưa báo cáo: huyện C. Số liệu tính đến ngày 14 tháng 9 năm 2023.'],
      landscape: true,
    },
  ],
}
