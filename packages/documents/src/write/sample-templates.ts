/** One document for each template of Appendix III, Decree 30/2020/NĐ-CP, made up; for the tests and the pictures of their pages. */
import type { Block, Copy, DocumentTree } from '../document.ts'
import { paragraph, sampleLetter } from './sample.ts'

const text = (words: string) => paragraph('text', null, words)

const base: DocumentTree = {
  ...sampleLetter,
  type: 'khac',
  parentIssuer: 'UBND tỉnh Hải Dương',
  issuer: 'Sở Văn hóa, Thể thao và Du lịch',
  number: '12',
  code: null,
  addressees: [],
  recipients: [
    { name: 'UBND tỉnh', purpose: 'để báo cáo' },
    { name: 'Các phòng, đơn vị thuộc Sở', purpose: null },
  ],
  archive: 'Lưu: VT, VP.',
  signingAuthority: null,
  signerTitle: 'GIÁM ĐỐC',
  signerName: 'Nguyễn Văn Mẫu',
}

const of = (symbol: string, parts: Partial<DocumentTree>): DocumentTree => ({
  ...base,
  symbol,
  code: `12/${symbol}`,
  ...parts,
})

const bases: Block[] = [
  paragraph(
    'basis',
    null,
    'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;',
  ),
  paragraph('basis', null, 'Theo đề nghị của Chánh Văn phòng Sở.'),
]

const order = (title: string): Block[] => [
  text('GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH'),
  ...bases,
  text(title),
]

const paperCopy: Copy = {
  kind: 'sao-y',
  parentIssuer: 'UBND tỉnh Hải Dương',
  issuer: 'Trung tâm Văn hóa tỉnh',
  signedAt: null,
  number: '7',
  symbol: 'SY-TTVH',
  place: 'Hải Dương',
  date: '2023-09-11',
  recipients: [{ name: 'Các phòng thuộc Trung tâm', purpose: null }],
  archive: 'Lưu: VT.',
  signingAuthority: null,
  signerTitle: 'GIÁM ĐỐC',
  signerName: 'Lê Thị Mẫu',
}

const wideTable: Block = {
  kind: 'table',
  start: 0,
  end: 0,
  columns: [
    { title: 'STT', align: 'center', width: 0.06 },
    { title: 'Đơn vị', align: 'left', width: 0.34 },
    ...['Băng rôn', 'Pa nô', 'Xe', 'Buổi'].map((title) => ({ title, align: 'right' as const, width: 0.15 })),
  ],
  rows: Array.from({ length: 6 }, (_, at) => [`${at + 1}`, `Xã số ${at + 1}`, '12', '3', '8', '2']),
  total: ['', 'Tổng cộng', '72', '18', '48', '12'],
}

/** Under the number of its template. */
export const templates: Record<string, DocumentTree> = {
  '1.1': of('NQ-HĐTV', {
    typeName: 'NGHỊ QUYẾT',
    parentIssuer: null,
    issuer: 'Hội đồng Tư vấn văn hóa cơ sở tỉnh Hải Dương',
    subject: 'về chương trình tuyên truyền năm 2024',
    signingAuthority: 'TM. HỘI ĐỒNG',
    signerTitle: 'CHỦ TỊCH',
    body: [
      text('HỘI ĐỒNG TƯ VẤN VĂN HÓA CƠ SỞ TỈNH HẢI DƯƠNG'),
      ...bases,
      text('QUYẾT NGHỊ:'),
      paragraph('section', 'Điều 1.', 'Thông qua chương trình tuyên truyền năm 2024.'),
      paragraph('section', 'Điều 2.', 'Nghị quyết có hiệu lực kể từ ngày ký.'),
    ],
  }),
  '1.2': of('QĐ-SVHTTDL', {
    type: 'quyet-dinh',
    subject: 'về việc thành lập Tổ tuyên truyền lưu động',
    body: [
      ...order('QUYẾT ĐỊNH:'),
      paragraph('section', 'Điều 1.', 'Thành lập Tổ tuyên truyền lưu động gồm 05 người.'),
      paragraph('section', 'Điều 2.', 'Tổ trưởng là ông Trần Văn Mẫu, Phó Trưởng phòng.'),
      paragraph(
        'section',
        'Điều 3.',
        'Chánh Văn phòng và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
      ),
    ],
  }),
  '1.3': of('QĐ-SVHTTDL', {
    type: 'quyet-dinh',
    subject: 'ban hành Quy chế sử dụng xe tuyên truyền lưu động',
    body: [
      ...order('QUYẾT ĐỊNH:'),
      paragraph(
        'section',
        'Điều 1.',
        'Ban hành kèm theo Quyết định này Quy chế sử dụng xe tuyên truyền lưu động.',
      ),
      paragraph('section', 'Điều 2.', 'Quyết định này có hiệu lực kể từ ngày ký.'),
    ],
    annexes: [
      {
        typeName: 'QUY CHẾ',
        number: null,
        title: 'Sử dụng xe tuyên truyền lưu động',
        landscape: false,
        blocks: [
          paragraph('part', 'Chương I', 'Quy định chung'),
          paragraph('section', 'Điều 1.', 'Phạm vi điều chỉnh'),
          paragraph('clause', '1.', 'Quy chế này quy định việc sử dụng xe tuyên truyền lưu động của Sở.'),
          paragraph('clause', '2.', 'Xe được dùng:'),
          paragraph('point', 'a)', 'Trong các đợt tuyên truyền theo kế hoạch;'),
          paragraph('point', 'b)', 'Khi có công điện khẩn.'),
          paragraph('part', 'Chương II', 'Điều khoản thi hành'),
          paragraph('section', 'Điều 2.', 'Các phòng, đơn vị thuộc Sở thực hiện Quy chế này.'),
        ],
      },
    ],
  }),
  '1.4': of('KH-SVHTTDL', {
    type: 'ke-hoach',
    subject: 'tuyên truyền Tháng an toàn giao thông năm 2023',
    typist: 'PL.(20)',
    body: [
      ...bases,
      paragraph('section', 'I.', 'Mục đích, yêu cầu'),
      paragraph('clause', '1.', 'Nâng cao ý thức chấp hành pháp luật về an toàn giao thông.'),
      paragraph('section', 'II.', 'Nội dung'),
      paragraph('clause', '1.', 'Hình thức'),
      ...['a)', 'b)', 'c)', 'd)', 'đ)', 'e)'].map((marker, at) =>
        paragraph('point', marker, `Hình thức thứ ${at + 1}: băng rôn, pa nô.`),
      ),
      paragraph('clause', '1.1.', 'Mỗi xã treo ít nhất 05 băng rôn.'),
      paragraph('dash', '-', 'Tại cổng trường học;'),
      paragraph('plus', '+', 'Trước ngày 05 tháng 9 năm 2023.'),
    ],
    annexes: [
      { number: 'I', title: 'Phân bổ vật liệu', landscape: true, blocks: [wideTable] },
      {
        number: 'II',
        title: 'Khẩu hiệu',
        landscape: false,
        blocks: [text('Đã uống rượu, bia - không lái xe.')],
      },
    ],
  }),
  '1.5': {
    ...sampleLetter,
    urgency: 'thuong-khan',
    circulation: 'Lưu hành nội bộ',
    typist: 'PL.(300)',
    contact: 'Số 1 đường Mẫu, thành phố Hải Dương; điện thoại: 0220.000.000; thư điện tử: so@example.vn',
    body: sampleLetter.body.slice(0, 8),
  },
  '1.6': of('CĐ-UBND', {
    type: 'cong-dien',
    parentIssuer: null,
    issuer: 'Ủy ban nhân dân tỉnh Hải Dương',
    subject: 'về việc ứng phó mưa lũ',
    urgency: 'hoa-toc',
    addressees: ['Sở Văn hóa, Thể thao và Du lịch', 'UBND các huyện, thị xã, thành phố'],
    signingAuthority: 'TM. ỦY BAN NHÂN DÂN',
    signerTitle: 'CHỦ TỊCH',
    body: [
      text(
        'Yêu cầu các đơn vị phát tin cảnh báo trên hệ thống truyền thanh cơ sở ngay khi nhận được công điện này.',
      ),
    ],
  }),
  '1.7': of('GM-SVHTTDL', {
    type: 'giay-moi',
    subject: 'dự hội nghị giao ban công tác tuyên truyền',
    body: [
      text(
        'Sở Văn hóa, Thể thao và Du lịch trân trọng kính mời: Trưởng phòng Văn hóa và Thông tin các huyện.',
      ),
      text('Tới dự: hội nghị giao ban công tác tuyên truyền quý III năm 2023.'),
      text('Chủ trì: bà Lê Thị Mẫu, Phó Giám đốc Sở.'),
      text('Thời gian: 08 giờ 00, ngày 12 tháng 9 năm 2023.'),
      text('Địa điểm: Hội trường tầng 2 trụ sở Sở.'),
    ],
  }),
  '1.8': of('GGT-SVHTTDL', {
    typeName: 'GIẤY GIỚI THIỆU',
    subject: null,
    body: [
      text('Sở Văn hóa, Thể thao và Du lịch trân trọng giới thiệu:'),
      text('Ông Trần Văn Mẫu, chức vụ: chuyên viên.'),
      text('Được cử đến: UBND huyện Tứ Kỳ.'),
      text('Về việc: khảo sát vị trí đặt pa nô.'),
      text('Đề nghị Quý cơ quan tạo điều kiện để ông Trần Văn Mẫu hoàn thành nhiệm vụ.'),
      text('Giấy này có giá trị đến hết ngày 30 tháng 9 năm 2023.'),
    ],
  }),
  '1.9': of('BB-SVHTTDL', {
    typeName: 'BIÊN BẢN',
    place: null,
    date: null,
    subject: 'họp giao ban công tác tuyên truyền tháng 9',
    signerTitle: 'CHỦ TRÌ',
    secondSigner: { title: 'Thư ký', name: 'Phạm Thị Ghi' },
    archive: 'Lưu: VT, hồ sơ.',
    body: [
      text('Thời gian bắt đầu: 08 giờ 00, ngày 12 tháng 9 năm 2023.'),
      text('Địa điểm: phòng họp tầng 2.'),
      text('Thành phần tham dự: trưởng các phòng thuộc Sở.'),
      text('Chủ trì: ông Nguyễn Văn Mẫu. Thư ký: bà Phạm Thị Ghi.'),
      text('Nội dung: đánh giá kết quả Tháng an toàn giao thông.'),
      text('Cuộc họp kết thúc vào 10 giờ 30, ngày 12 tháng 9 năm 2023.'),
    ],
  }),
  '1.10': of('GNP-SVHTTDL', {
    typeName: 'GIẤY NGHỈ PHÉP',
    subject: null,
    confirmation: 'Xác nhận của cơ quan, tổ chức nơi nghỉ phép',
    body: [
      text('Xét Đơn đề nghị nghỉ phép ngày 01 tháng 9 năm 2023 của ông Trần Văn Mẫu,'),
      text('Sở Văn hóa, Thể thao và Du lịch cấp cho: ông Trần Văn Mẫu, chuyên viên.'),
      text('Nghỉ phép trong thời gian 05 ngày, kể từ ngày 11 tháng 9 năm 2023, tại tỉnh Thái Bình.'),
    ],
  }),
  '3.1': { ...sampleLetter, body: sampleLetter.body.slice(0, 3), copy: paperCopy },
  '3.2': {
    ...sampleLetter,
    electronic: true,
    body: sampleLetter.body.slice(0, 3),
    annexes: [{ number: null, title: 'Khẩu hiệu', landscape: false, blocks: [text('An toàn là bạn.')] }],
    copy: { ...paperCopy, signedAt: '2023-09-11T08:05:09+07:00' },
  },
}
