import { makeWords } from './language.tsx'

/** How an incoming dispatch came, and what came with it. */
export const cameByWords = makeWords(
  {
    cameBy: {
      upload: '',
      folder: 'Lấy từ thư mục thả tệp',
      mail: 'Đến qua thư điện tử',
      exchange: 'Đến qua kết nối liên thông',
      package: 'Từ gói tin edXML tải lên',
    },
    cameFrom: (from: string) => `từ ${from}`,
    legal: {
      original: 'Chữ ký số hợp lệ: thay bản giấy',
      information: 'Chưa có chữ ký số được tin cậy: chỉ để biết',
    },
    files: 'Tệp kèm theo',
    fileKind: { attachment: 'tệp đính kèm', package: 'gói tin gốc', letter: 'thư gốc' },
    emptied: (when: string) =>
      `Bên gửi đã thu hồi văn bản này; nội dung đã xóa ${when}. Chỉ giữ số, ngày và cơ quan ban hành.`,
  },
  {
    cameBy: {
      upload: '',
      folder: 'Taken from the drop folder',
      mail: 'Came by e-mail',
      exchange: 'Came by a connection',
      package: 'From an uploaded edXML package',
    },
    cameFrom: (from: string) => `from ${from}`,
    legal: {
      original: 'Signed, and the signature holds: it takes the place of paper',
      information: 'No trusted digital signature: for information',
    },
    files: 'Files that came with it',
    fileKind: { attachment: 'attachment', package: 'the package', letter: 'the letter' },
    emptied: (when: string) =>
      `Its sender recalled this dispatch; its content was removed ${when}. Number, date and issuer are kept.`,
  },
)
