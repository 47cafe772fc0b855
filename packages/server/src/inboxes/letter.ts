/** What of a letter is a document, and what a person reads about one that is none. Pure. */

export interface LetterPart {
  name: string
  mime: string
  /** A picture inside the text: a logo, a signature. */
  inline: boolean
  bytes: number
}

const readable = /\.(pdf|docx?|txt|png|jpe?g|tiff?|edxml|xml)$/i
const smallest = 200
const mostParts = 20

/** The parts that may be documents, in their order: files of a kind that can be read, no pictures of the text itself. */
export const documentsOf = <T extends LetterPart>(parts: readonly T[]): T[] =>
  parts
    .filter(({ name, inline, bytes }) => !inline && readable.test(name) && bytes >= smallest)
    .slice(0, mostParts)

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
const leadsOut = /[\\/\u0000-\u001f\u007f]+/g

/** A name for a part that has none, and without what leads out of a folder. */
export const nameOf = (name: string | null, mime: string, at: number): string => {
  const clean = (name ?? '').normalize('NFC').replaceAll(leadsOut, '_').trim().slice(0, 200)
  return clean || `tep-${at + 1}${endings[mime] ?? ''}`
}

const endings: Record<string, string> = {
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'image/jpeg': '.jpg',
  'image/png': '.png',
}

/** One letter is one, in whatever folder it lies and however often it came: what names it, and what it says. */
export const letterKey = (messageId: string | null, sha256: string): string =>
  `${messageId?.trim() || 'none'} ${sha256}`

/** The note that is laid beside a file. */
export const noteOf = (
  how:
    | { taken: number; known: boolean; code: string | null }
    | { refused: string; places: readonly string[] },
  at: string,
): string =>
  'refused' in how
    ? [
        `Chưa nhận được tệp này (${at}).`,
        `Lý do: ${reasons[how.refused] ?? how.refused}`,
        ...how.places.map((place) => `- ${place}`),
        'Sửa tệp rồi thả lại vào thư mục, hoặc mở Loa và tải lên để xem chỗ sai.',
        '',
      ].join('\n')
    : [
        `${how.known ? 'Văn bản này đã có trong Loa' : 'Đã nhận vào Loa'} (${at}).`,
        `Số, ký hiệu: ${how.code ?? 'chưa đọc được'}`,
        `Mở trong Loa: /dispatches/${how.taken}`,
        '',
      ].join('\n')

/** In the folder there is no screen that has words for the codes. */
const reasons: Record<string, string> = {
  'file.empty': 'tệp rỗng.',
  'file.too-large': 'tệp lớn hơn 50 MB.',
  'file.damaged': 'tệp hỏng hoặc không phải loại đọc được.',
  'file.encrypted': 'tệp có mật khẩu.',
  'file.zip-bomb': 'tệp nén phình to quá mức.',
  'file.wrong-type': 'không phải văn bản (PDF, DOCX, DOC, TXT, ảnh quét, gói edXML).',
  'file.no-text': 'không đọc được chữ trong bản quét.',
  'file.too-slow': 'tệp đọc quá lâu.',
  'document.not-a-dispatch': 'đọc được nhưng không phải văn bản hành chính.',
  'document.secret':
    'văn bản mang dấu chỉ mức độ mật: không nhận qua hệ thống này. Bỏ tệp khỏi thư mục ngay.',
  'package.unreadable': 'gói edXML không đọc được.',
  'package.not-a-document': 'gói edXML này là trạng thái, thu hồi hoặc cập nhật, không phải văn bản mới.',
  'letter.nothing': 'thư không có tệp đính kèm nào đọc được thành văn bản.',
}
export const reasonOf = (code: string): string => reasons[code] ?? code
