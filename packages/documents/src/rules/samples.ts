/** The documents that fixtures are changes of: as the writer makes them, small, and with every part that a rule looks at. */
import type { DocumentTree } from '../document.ts'
import { paragraph, sampleLetter, sampleReport } from '../write/sample.ts'
import type { Fixture } from './rule.ts'

const decision: DocumentTree = {
  ...sampleLetter,
  type: 'quyet-dinh',
  number: '9',
  symbol: 'QĐ-SVHTTDL',
  code: '9/QĐ-SVHTTDL',
  subject: 'Về việc thành lập Tổ kiểm tra công tác tuyên truyền',
  addressees: [],
  recipients: [
    { name: 'Như Điều 3', purpose: null },
    { name: 'Ủy ban nhân dân tỉnh', purpose: 'để báo cáo' },
  ],
  archive: 'Lưu: VT, TC.',
  signingAuthority: null,
  signerTitle: 'GIÁM ĐỐC',
  body: [
    paragraph('basis', null, 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;'),
    paragraph('basis', null, 'Theo đề nghị của Trưởng phòng Quản lý văn hóa và gia đình.'),
    paragraph('text', null, 'QUYẾT ĐỊNH:'),
    paragraph('section', 'Điều 1.', 'Thành lập Tổ kiểm tra công tác tuyên truyền gồm 05 thành viên.'),
    paragraph('section', 'Điều 2.', 'Tổ kiểm tra có nhiệm vụ:'),
    paragraph('clause', '1.', 'Kiểm tra nội dung theo khoản 2 Điều 5 của Quy chế.'),
    paragraph('clause', '2.', 'Báo cáo kết quả, kiến nghị với Giám đốc.'),
    paragraph(
      'section',
      'Điều 3.',
      'Chánh Văn phòng và các thành viên Tổ kiểm tra chịu trách nhiệm thi hành Quyết định này.',
    ),
  ],
}

const plan: DocumentTree = {
  ...sampleLetter,
  type: 'ke-hoach',
  number: '21',
  symbol: 'KH-UBND',
  code: '21/KH-UBND',
  parentIssuer: 'UBND tỉnh Hải Dương',
  issuer: 'UBND huyện Mẫu',
  place: 'Mẫu',
  date: '2024-02-06',
  subject: 'Tuyên truyền an toàn giao thông năm 2024',
  addressees: [],
  recipients: [
    { name: 'Ủy ban nhân dân tỉnh', purpose: 'để báo cáo' },
    { name: 'Ủy ban nhân dân các xã, thị trấn', purpose: null },
  ],
  archive: 'Lưu: VT, VHTT.',
  signingAuthority: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH',
  signerTitle: 'PHÓ CHỦ TỊCH',
  body: [
    paragraph(
      'text',
      null,
      'Thực hiện Kế hoạch số 15/KH-UBND ngày 10 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:',
    ),
    paragraph('section', 'I.', 'Mục đích, yêu cầu'),
    paragraph('clause', '1.', 'Mục đích'),
    paragraph('text', null, 'Nâng cao ý thức của Nhân dân; phối hợp giữa các cơ quan của Đảng và Nhà nước.'),
    paragraph('clause', '2.', 'Yêu cầu'),
    paragraph('point', 'a)', 'Thiết thực, hiệu quả, tiết kiệm.'),
    paragraph('point', 'b)', 'Có trọng tâm, trọng điểm.'),
    paragraph('point', 'c)', 'Bảo đảm đúng tiến độ.'),
    paragraph('point', 'd)', 'Gắn với nhiệm vụ chính trị của địa phương.'),
    paragraph('point', 'đ)', 'Có kiểm tra, đánh giá.'),
    paragraph('point', 'e)', 'Có tổng kết.'),
    paragraph('section', 'II.', 'Tổ chức thực hiện'),
    paragraph('text', null, 'Các xã, thị trấn báo cáo kết quả trước ngày 15 tháng 12 năm 2024.'),
  ],
}

/** A report with one date, so that it can be compared with what it cites. */
const report: DocumentTree = { ...sampleReport, number: '12', date: '2023-11-20', mark: null, code: null }

export const samples: Record<Fixture['of'], DocumentTree> = { letter: sampleLetter, report, decision, plan }
