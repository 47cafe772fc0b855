/**
 * Our docx reader (bytes to text, structure and fields) beside mammoth (bytes to text, or to HTML), on dispatches built
 * here: two to three pages, tables, automatic numbering. Rounds are interleaved, so both sides meet the same machine.
 */
import mammoth from 'mammoth'
import { read } from '../packages/documents/src/read/read.ts'
import { buildDocx, type Dispatch, type Item } from '../packages/documents/src/read/testing.ts'
import { median } from './interleaved.ts'

export const title = 'Đọc .docx: Loa (cây văn bản) so với mammoth (chữ hoặc HTML)'

export interface Side {
  name: string
  /** Milliseconds per file, one number per round. */
  ours: number[]
  peer: number[]
}

const rounds = 200
const time = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Reports against the cheaper of mammoth's two ways. */
export async function run(): Promise<Side> {
  const files = await Promise.all([dispatch(0), dispatch(1), dispatch(2), dispatch(3)].map(buildDocx))
  const ours: number[] = []
  const raw: number[] = []
  const html: number[] = []
  for (let round = -40; round < rounds; round++) {
    const bytes = files[(round + 40) % files.length] ?? new Uint8Array()
    const buffer = Buffer.from(bytes)
    const own = await time(() => read(bytes, 'a.docx'))
    const text = await time(() => mammoth.extractRawText({ buffer }))
    const page = await time(() => mammoth.convertToHtml({ buffer }))
    if (round < 0) continue
    ours.push(own)
    raw.push(text)
    html.push(page)
  }
  const cheaper = median(raw) <= median(html)
  return {
    name: cheaper ? 'mammoth extractRawText' : 'mammoth convertToHtml',
    ours,
    peer: cheaper ? raw : html,
  }
}

const clauses = [
  'Rà soát, thay thế các biển cảnh báo đã cũ tại bến khách ngang sông; bố trí áo phao đủ cho số người được phép chở và nhắc người đi đò mặc áo trước khi rời bến.',
  'Phối hợp với nhà trường tổ chức buổi học ngoại khóa về kỹ năng thoát hiểm khi xảy ra cháy, có thực hành dập lửa bằng bình xách tay và di chuyển trong khói.',
  'Thông báo lịch cắt điện, cắt nước trên đài truyền thanh xã trước ba ngày; nêu rõ khu vực, thời gian và số điện thoại trực của đơn vị.',
  'Kiểm tra định kỳ cột treo băng rôn, bảng tin công cộng và màn hình điện tử; tháo dỡ nội dung đã hết thời hạn, sửa chữa chỗ hỏng trong ngày.',
  'Căn cứ Nghị định số 136/2020/NĐ-CP ngày 24/11/2020 của Chính phủ và Công văn số 655/MT-NS ngày 06/4/2023 của Cục Quản lý môi trường y tế, lập danh sách hộ cần hỗ trợ.',
]

export const dispatch = (seed: number): Dispatch => {
  const body: (Item | { rows: string[][] })[] = [
    {
      text: `Thực hiện Kế hoạch số ${215 + seed}/KH-UBND ngày 28/5/2023 của Ủy ban nhân dân tỉnh về bảo đảm an toàn trong mùa mưa lũ, Sở Xây dựng đề nghị các đơn vị thực hiện một số nội dung sau:`,
    },
  ]
  for (let part = 0; part < 6; part++) {
    body.push({ text: `Nhóm việc thứ ${part + 1} trong thời gian cao điểm`, level: 0, bold: true })
    for (let item = 0; item < 5; item++) {
      body.push({ text: clauses[(seed + part + item) % clauses.length] ?? '', level: item % 2 === 0 ? 1 : 2 })
    }
  }
  body.push({
    rows: Array.from({ length: 16 }, (_, row) =>
      row === 0
        ? ['TT', 'Địa bàn', 'Số điểm', 'Thời gian', 'Đơn vị phụ trách']
        : [String(row), `Xã số ${row + seed}`, String(row * 3), `Tuần ${row}`, 'Phòng Kinh tế - Hạ tầng'],
    ),
  })
  body.push({ text: 'Kết quả gửi về Sở Xây dựng trước ngày 30/6/2023./.' })
  return {
    left: [
      'UBND TỈNH ĐỒNG MÂY',
      'SỞ XÂY DỰNG',
      `Số: ${40 + seed}/SXD-HT`,
      'V/v bảo đảm an toàn trong mùa mưa lũ',
    ],
    right: [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Đồng Mây, ngày 05 tháng 6 năm 2023',
    ],
    addressees: [
      'Kính gửi:',
      '- Ủy ban nhân dân các huyện, thị xã, thành phố;',
      '- Các đơn vị trực thuộc Sở.',
    ],
    body,
    recipients: ['- Như trên;', '- Lãnh đạo Sở (để b/c);', '- Lưu: VT, HT.'],
    signature: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', '', 'Trần Thị Núi'],
  }
}

if (import.meta.main) {
  const { name, ours, peer } = await run()
  console.log(title)
  console.log(
    `Loa ${median(ours).toFixed(2)} ms · ${name} ${median(peer).toFixed(2)} ms · ${(median(peer) / median(ours)).toFixed(1)} lần`,
  )
}
