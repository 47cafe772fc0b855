/** What the reader has to say about a file, in one place: code, level and one plain Vietnamese sentence. */
import type { Message } from '../document.ts'

const sentences = {
  'file.empty': ['error', 'Tệp rỗng, không có nội dung.'],
  'file.too-large': ['error', 'Tệp lớn hơn 50 MB nên không được đọc.'],
  'file.encrypted': ['error', 'Tệp được đặt mật khẩu; hãy gỡ mật khẩu rồi gửi lại.'],
  'file.zip-bomb': ['error', 'Tệp nén phình ra quá lớn nên không được mở.'],
  'file.wrong-type': [
    'error',
    'Loại tệp này không đọc được; hãy dùng .docx, .doc, .pdf, .txt hoặc ảnh quét.',
  ],
  'file.ending-differs': ['warning', 'Đuôi tệp không khớp với nội dung; đã đọc theo nội dung.'],
  'file.damaged': ['error', 'Tệp bị hỏng, không đọc được nội dung.'],
  'file.scanned': ['info', 'Bản quét: chữ do máy nhận dạng, hãy đối chiếu với ảnh trang.'],
  'file.scan-cut': ['warning', 'Bản quét dài hoặc khó đọc: chỉ nhận dạng được các trang đầu.'],
  'file.no-text': ['error', 'Ảnh không có chữ đọc được; hãy quét lại rõ hơn, ở 300 điểm/inch.'],
  'file.no-engine': [
    'error',
    'Tệp là ảnh quét mà máy này chưa có chương trình nhận dạng chữ; hãy cài tesseract-ocr và tesseract-ocr-vie.',
  ],
  'file.packed-pictures': [
    'error',
    'Ảnh quét nén kiểu JPEG 2000 mà máy này chưa mở được; hãy cài poppler-utils hoặc quét lại ở dạng JPEG.',
  ],
  'file.too-many-pixels': ['error', 'Ảnh quá lớn (trên 50 triệu điểm ảnh); hãy quét lại ở 300 điểm/inch.'],
  'file.too-slow': ['error', 'Nhận dạng chữ quá lâu nên đã dừng; hãy quét lại rõ hơn hoặc gửi bản .docx.'],
  'document.not-a-dispatch': ['error', 'Nội dung không có dấu hiệu của một văn bản hành chính.'],
  'document.secret': ['error', 'Văn bản đóng dấu độ mật; Loa không nhận văn bản bí mật nhà nước.'],
  'document.too-long': ['warning', 'Văn bản quá dài; chỉ đọc phần đầu.'],
  'number.missing': ['warning', 'Văn bản chưa có số.'],
  'date.incomplete': ['warning', 'Ngày, tháng, năm của văn bản chưa đủ.'],
  'issuer.missing': ['warning', 'Không tìm thấy cơ quan ban hành.'],
} as const satisfies Record<string, readonly [Message['level'], string]>

export type ReadMessageCode = keyof typeof sentences

/** A message by its code; `detail` replaces the usual sentence where more can be said. */
export const say = (code: ReadMessageCode, place: Message['place'] = null, detail?: string): Message => {
  const [level, text] = sentences[code]
  return { level, code, text: detail ?? text, place }
}
