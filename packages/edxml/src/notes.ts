import type { Note, NoteCode } from './message.ts'

const texts: Record<NoteCode, string> = {
  'file.empty': 'Tệp rỗng.',
  'file.too-large': 'Gói tin lớn hơn mức cho phép.',
  'xml.encoding': 'Bảng mã của gói tin sai; một số ký tự có thể không đọc được.',
  'xml.junk-before': 'Trước phần khai báo XML có ký tự thừa; đã bỏ qua.',
  'xml.several-roots': 'Gói tin có nhiều phần tử gốc; đã đọc gộp.',
  'xml.document-type': 'Gói tin khai báo DOCTYPE, không được phép.',
  'xml.entity': 'Gói tin dùng thực thể XML lạ, không được phép.',
  'xml.malformed': 'XML viết sai tại đây.',
  'xml.too-deep': 'Các phần tử lồng nhau quá sâu.',
  'xml.too-many': 'Gói tin có quá nhiều phần tử.',
  'package.not-edxml': 'Tệp này không phải gói tin edXML.',
  'package.secret': 'Gói tin mang dấu chỉ mức độ mật; văn bản mật không được gửi qua hệ thống này.',
  'element.missing': 'Thiếu phần tử bắt buộc',
  'element.twice': 'Phần tử có hai lần; đã dùng lần đầu',
  'value.unknown': 'Giá trị lạ; đã bỏ qua',
  'status.unknown': 'Mã trạng thái lạ: không biết bên nhận đã làm gì',
  'date.impossible': 'Ngày không có thật; đã bỏ qua',
  'organ.odd': 'Mã định danh cơ quan không đúng mẫu',
  'attachment.damaged': 'Tệp đính kèm hỏng, không đọc được',
  'attachment.missing': 'Tệp đính kèm có trong danh sách nhưng không có trong gói tin',
  'attachment.unlisted': 'Tệp đính kèm không có trong danh sách của gói tin',
  'attachment.too-large': 'Tệp đính kèm lớn hơn mức cho phép',
  'signature.sha1': 'Chữ ký của gói tin dùng SHA-1, nay không còn là bằng chứng.',
  'signature.invalid': 'Chữ ký của gói tin sai: nội dung đã bị sửa sau khi ký.',
  'signature.partial': 'Chữ ký không phủ hết nội dung của gói tin.',
  'signature.unreadable': 'Không đọc được chữ ký của gói tin.',
  'signature.too-large': 'Gói tin quá lớn để kiểm tra chữ ký.',
}

const errors = new Set<NoteCode>([
  'file.empty',
  'file.too-large',
  'xml.document-type',
  'xml.entity',
  'xml.malformed',
  'xml.too-deep',
  'xml.too-many',
  'package.not-edxml',
  'package.secret',
  'element.missing',
  'status.unknown',
  'attachment.damaged',
  'attachment.missing',
  'attachment.too-large',
  'signature.invalid',
  'signature.partial',
])

/** Collects what is to be said; places are offsets in the text, turned into lines only when asked for. */
export class Notes {
  readonly list: Note[] = []
  #text = ''
  #before = 0

  /** @param before what was cut off in front: characters in `cut`, so that places are those of the file */
  over(text: string, before: number): void {
    this.#text = text
    this.#before = before
  }

  add(code: NoteCode, at: number | null, what?: string): void {
    if (this.list.length >= 200) return
    const place = at === null ? { line: null, column: null } : this.#placeOf(at + this.#before)
    const sentence = what === undefined ? texts[code] : `${texts[code].replace(/\.$/, '')}: ${what}.`
    this.list.push({ level: errors.has(code) ? 'error' : 'warning', code, text: sentence, ...place })
  }

  #placeOf(at: number): { line: number; column: number } {
    let line = 1
    let start = 0
    for (let end = this.#text.indexOf('\n'); end >= 0 && end < at; end = this.#text.indexOf('\n', start)) {
      line++
      start = end + 1
    }
    return { line, column: at - start + 1 }
  }
}
