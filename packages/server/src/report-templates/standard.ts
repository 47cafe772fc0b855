/**
 * The outline Loa begins with, as campaign reports commonly run: direction, results by form, assessment, next tasks, proposals,
 * tables. A body changes it as a template of its own.
 */
import type { Outline, OutlineBlock } from '@loa/contract/report-outline'

const heading = (id: string, level: 1 | 2, text: string): OutlineBlock => ({
  id,
  kind: 'heading',
  level,
  text,
})
const text = (
  id: string,
  help: string,
  whenEmpty: 'leave-out' | 'print-heading' = 'leave-out',
): OutlineBlock => ({
  id,
  kind: 'text',
  help,
  whenEmpty,
})
const data = (id: string, what: 'management' | 'results' | 'gaps' | 'came'): OutlineBlock => ({
  id,
  kind: 'data',
  data: what,
  forms: [],
})

const tables: Outline = [
  {
    id: 'bang-chi-tieu',
    kind: 'table',
    table: 'by-indicator',
    title: 'TỔNG HỢP KẾT QUẢ THEO CHỈ TIÊU',
    indicators: 'reported',
    columns: ['unit', 'plan', 'declared', 'proved', 'doubted'],
  },
  {
    id: 'bang-don-vi',
    kind: 'table',
    table: 'by-unit',
    title: 'KẾT QUẢ THEO ĐƠN VỊ',
    indicators: 'main',
    columns: ['declared', 'proved'],
  },
]

export const builtOutline: Outline = [
  heading('chi-dao', 1, 'CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI'),
  data('chi-dao-so', 'management'),
  text('chi-dao-loi', 'Văn bản, cuộc họp, kiểm tra khác mà số liệu ở trên chưa nói'),
  heading('ket-qua', 1, 'KẾT QUẢ THỰC HIỆN'),
  data('ket-qua-so', 'results'),
  { id: 'bieu-do', kind: 'chart', chart: 'by-form', title: 'Kết quả so với kế hoạch, theo hình thức' },
  data('con-thieu', 'gaps'),
  heading('danh-gia', 1, 'ĐÁNH GIÁ CHUNG'),
  heading('uu-diem', 2, 'Ưu điểm'),
  text('uu-diem-loi', 'Việc làm tốt, nêu đơn vị và căn cứ'),
  heading('han-che', 2, 'Hạn chế, khó khăn'),
  text('han-che-loi', 'Việc chưa làm được, khó khăn'),
  heading('nguyen-nhan', 2, 'Nguyên nhân'),
  text('nguyen-nhan-loi', 'Nguyên nhân khách quan, chủ quan'),
  heading('phuong-huong', 1, 'PHƯƠNG HƯỚNG, NHIỆM VỤ'),
  text('phuong-huong-loi', 'Việc sẽ làm trong kỳ tới'),
  heading('kien-nghi', 1, 'ĐỀ XUẤT, KIẾN NGHỊ'),
  text('kien-nghi-loi', 'Đề nghị với cơ quan cấp trên'),
  ...tables,
  {
    id: 'bang-noi-dung',
    kind: 'table',
    table: 'by-topic',
    title: 'KẾT QUẢ THEO NỘI DUNG TUYÊN TRUYỀN',
    indicators: 'main',
    columns: ['declared'],
  },
]

/** "Báo cáo bổ sung": only what came after the report, and the totals with it. */
export const supplementOutline: Outline = [
  heading('bo-sung', 1, 'SỐ LIỆU BỔ SUNG'),
  data('bo-sung-so', 'came'),
  heading('tong-hop', 1, 'TỔNG HỢP SAU KHI BỔ SUNG'),
  data('tong-hop-so', 'results'),
  data('con-thieu', 'gaps'),
  heading('kien-nghi', 1, 'ĐỀ XUẤT, KIẾN NGHỊ'),
  text('kien-nghi-loi', 'Nếu có'),
  ...tables,
]
