import { type Chart, type DocumentTree, emptyTree, type Paragraph, type ParagraphRole } from '../document.ts'

/** Documents for the tests and the benchmark, made up: a traffic-safety month in a district. */
export const paragraph = (role: ParagraphRole, marker: string | null, text: string): Paragraph => ({
  kind: 'paragraph',
  role,
  marker,
  runs: [{ text }],
  start: 0,
  end: 0,
})

/** Two series of three forms; one value is not there. */
const sampleChart: Chart = {
  kind: 'chart',
  start: 0,
  end: 0,
  title: 'Kết quả so với kế hoạch',
  unit: '%',
  categories: ['Cổ động trực quan', 'Xe tuyên truyền lưu động', 'Màn hình LED'],
  series: [
    { name: 'Có minh chứng', look: 'proved', values: [80, 60.5, null] },
    { name: 'Mới khai', look: 'claimed', values: [15, 0, 40] },
  ],
  stacked: true,
}

/** A sentence and a table whose figures lead to their evidence. */
export const linkedReport = (report: DocumentTree): DocumentTree => ({
  ...report,
  body: [
    {
      ...paragraph('text', null, ''),
      runs: [{ text: 'Treo ' }, { text: '265', link: '/campaigns/3?figure=banner' }, { text: ' băng rôn.' }],
    },
    ...report.body.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            links: block.rows.map((row) => row.map((_, at) => (at === 3 ? '/campaigns/3?figure=car' : null))),
          }
        : block,
    ),
    sampleChart,
    paragraph('text', null, 'Hết.'),
  ],
})

export const sampleLetter: DocumentTree = {
  ...emptyTree(),
  type: 'cong-van',
  parentIssuer: 'UBND tỉnh Hải Dương',
  issuer: 'Sở Văn hóa, Thể thao và Du lịch',
  number: '705',
  symbol: 'SVHTTDL-QLVHGĐ',
  code: '705/SVHTTDL-QLVHGĐ',
  place: 'Hải Dương',
  date: '2023-09-05',
  subject: 'tuyên truyền Tháng cao điểm an toàn giao thông năm 2023',
  addressees: [
    'Các phòng chuyên môn và các đơn vị sự nghiệp thuộc Sở',
    'Phòng Văn hóa và Thông tin, Trung tâm Văn hóa - Thể thao các huyện, thị xã, thành phố',
  ],
  recipients: [
    { name: 'Như trên', purpose: null },
    { name: 'Ban An toàn giao thông tỉnh', purpose: 'để báo cáo' },
    { name: 'Giám đốc, các Phó Giám đốc Sở', purpose: null },
    { name: 'Trang thông tin điện tử của Sở', purpose: null },
  ],
  archive: 'Lưu: VT, QLVHGĐ.',
  signingAuthority: 'KT. GIÁM ĐỐC',
  signerTitle: 'PHÓ GIÁM ĐỐC',
  signerName: 'Nguyễn Văn Mẫu',
  body: [
    paragraph(
      'text',
      null,
      'Nhằm nâng cao ý thức chấp hành pháp luật của người tham gia giao thông trong dịp khai giảng năm học mới, Sở Văn hóa, Thể thao và Du lịch hướng dẫn công tác tuyên truyền Tháng cao điểm an toàn giao thông như sau:',
    ),
    paragraph('clause', '1.', 'Nội dung tuyên truyền'),
    paragraph('dash', '-', 'Quy định về đội mũ bảo hiểm khi đi mô tô, xe gắn máy, xe đạp điện.'),
    paragraph(
      'dash',
      '-',
      'Không lái xe sau khi đã uống rượu, bia; không sử dụng điện thoại khi đang lái xe.',
    ),
    paragraph('clause', '2.', 'Hình thức tuyên truyền'),
    paragraph('point', 'a)', 'Cổ động trực quan: treo băng rôn ngang đường, dựng pa nô tại cổng trường học.'),
    paragraph('point', 'b)', 'Tuyên truyền lưu động bằng xe loa vào giờ tan học:'),
    paragraph('plus', '+', 'Mỗi tuần ít nhất hai buổi, mỗi buổi không quá 60 phút.'),
    paragraph('clause', '3.', 'Chế độ báo cáo'),
    paragraph(
      'text',
      null,
      'Các đơn vị gửi báo cáo kết quả về Sở trước ngày 15 tháng 10 năm 2023 để tổng hợp.',
    ),
  ],
}

export const sampleReport: DocumentTree = {
  ...sampleLetter,
  type: 'bao-cao',
  number: null,
  symbol: 'BC-SVHTTDL',
  code: null,
  date: '2023',
  subject: 'kết quả công tác tuyên truyền Tháng cao điểm an toàn giao thông năm 2023 trên địa bàn tỉnh',
  addressees: ['Ban An toàn giao thông tỉnh'],
  signingAuthority: null,
  signerTitle: 'Giám đốc',
  mark: 'MÔ PHỎNG',
  body: [
    paragraph(
      'basis',
      null,
      'Căn cứ Kế hoạch số 15/KH-UBND ngày 10 tháng 02 năm 2023 về an toàn giao thông;',
    ),
    paragraph('section', 'I.', 'Công tác chỉ đạo, triển khai'),
    paragraph('text', null, 'Sở đã ban hành 01 công văn hướng dẫn, gửi 41 đơn vị; 40 đơn vị đã tiếp nhận.'),
    paragraph('section', 'II.', 'Kết quả thực hiện'),
    paragraph(
      'clause',
      '1.',
      'Cổ động trực quan: treo mới 265 băng rôn, dựng 47 pa nô, tổng diện tích 612 m².',
    ),
    paragraph('clause', '2.', 'Xe tuyên truyền lưu động: 220 lượt xe, thời lượng phát 318 giờ.'),
    {
      kind: 'table',
      start: 0,
      end: 0,
      columns: [
        { title: 'STT', align: 'center', width: 0.1 },
        { title: 'Hình thức', align: 'left', width: 0.5 },
        { title: 'Đơn vị tính', align: 'center', width: 0.2 },
        { title: 'Số lượng', align: 'right', width: 0.2 },
      ],
      rows: [
        ['1', 'Băng rôn', 'chiếc', '265'],
        ['2', 'Xe tuyên truyền lưu động', 'lượt', '220'],
      ],
      total: null,
    },
    paragraph('section', 'III.', 'Đánh giá chung'),
    paragraph('text', null, 'Các đơn vị thực hiện nghiêm túc, đúng thời gian.'),
  ],
  annexes: [
    {
      number: 'I',
      title: 'Số liệu theo đơn vị',
      landscape: true,
      blocks: [
        {
          kind: 'table',
          start: 0,
          end: 0,
          columns: [
            { title: 'STT', align: 'center', width: 0.06 },
            { title: 'Đơn vị', align: 'left', width: 0.24 },
            ...[
              'Pa nô (m²)',
              'Băng rôn (chiếc)',
              'Xe (lượt)',
              'Phát (giờ)',
              'Tin, bài',
              'Buổi',
              'Lượt người',
            ].map((title) => ({ title, align: 'right' as const, width: 0.1 })),
          ],
          rows: Array.from({ length: 40 }, (_, at) => [
            String(at + 1),
            `Huyện số ${at + 1}`,
            ...[12, 8, 20, 31, 4, 2, 350].map((value) => String(value + at)),
          ]),
          total: ['', 'Tổng cộng', '1.260', '1.100', '1.580', '2.020', '940', '860', '14.780'],
        },
      ],
    },
    {
      number: 'II',
      title: 'Đơn vị chưa báo cáo',
      landscape: false,
      blocks: [paragraph('text', null, 'Huyện số 41: chưa báo cáo.')],
    },
  ],
}
