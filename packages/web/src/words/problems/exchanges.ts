/** Taking back what was sent, and the exchange with other systems. */
export const exchangesProblems = {
  vi: {
    'exchange.guest-key': {
      what: 'Kết nối khách cần một mã hệ thống riêng và khóa bí mật dài ít nhất 24 ký tự.',
      now: 'Đặt mã chưa ai dùng và khóa dài, ngẫu nhiên, rồi trao cho bên kia qua kênh tin cậy.',
    },
    'exchange.no-organ': {
      what: 'Trục và thư mục trao đổi cần mã định danh của đơn vị; hộp thư và thư mục thả tệp thì không.',
      now: 'Ghi mã định danh theo danh sách của trục, ví dụ H23.15, hoặc để trống.',
    },
    'exchange.there-already': {
      what: 'Đơn vị đã có kết nối này, hoặc thư mục này đã thuộc kết nối khác.',
      now: 'Sửa kết nối đang có, hoặc đặt địa chỉ, thư mục khác.',
    },
    'exchange.wrong-place': {
      what: 'Địa chỉ của kết nối không dùng được.',
      now: 'Trục: ghi địa chỉ https://…, không kèm tên hay mật khẩu. Hộp thư: imaps://tên@máy-chủ/INBOX (@ trong tên viết %40). Thư mục: một tên bằng chữ không dấu, số, gạch nối.',
    },
    'exchange.address-taken': {
      what: 'Mã định danh này đã đặt cho đơn vị khác trong kết nối.',
      now: 'Kiểm tra lại mã của hai đơn vị.',
    },
    'exchange.not-refused': {
      what: 'Gói tin này không ở trạng thái bị từ chối.',
      now: 'Gói đang chờ được gửi lại tự động; không phải làm gì.',
    },
    'package.unreadable': {
      what: 'Tệp edXML này không đọc được.',
      now: 'Xem chỗ sai ở dưới (dòng, cột); nhờ cơ quan gửi xuất lại gói tin.',
    },
    'package.not-a-document': {
      what: 'Gói tin này không chứa văn bản mới: đó là gói trạng thái, thu hồi hoặc cập nhật.',
      now: 'Để kết nối liên thông tự nhận gói này; nếu chưa có kết nối, trả lời cơ quan gửi bằng văn bản.',
    },
    'recall.not-issued': {
      what: 'Chỉ văn bản đã ban hành mới thu hồi, cập nhật hoặc thay thế được.',
      now: 'Với dự thảo, dùng Trả lại.',
    },
    'recall.done': {
      what: 'Văn bản này đã được thu hồi.',
      now: 'Xem các đơn vị đã trả lời ở trang văn bản.',
    },
    'recall.wrong-replaced': {
      what: 'Văn bản được chọn không thay thế được bằng dự thảo này.',
      now: 'Chọn một văn bản đi đã ban hành của chính cơ quan mình.',
    },
    'campaign.stopped': {
      what: 'Đợt này đã dừng vì văn bản gốc bị thu hồi hoặc thay thế.',
      now: 'Đọc lý do ở trang đợt; làm tiếp thì lập đợt mới theo văn bản mới.',
    },
  },
  en: {
    'exchange.guest-key': {
      what: 'A guest needs a SystemId of its own and a key of at least 24 characters.',
      now: 'Give an unused SystemId and a long random key, and hand both over by a trusted way.',
    },
    'exchange.no-organ': {
      what: 'A hub or exchange folder needs the identifier of the unit; a mailbox or drop folder has none.',
      now: 'Give the identifier from the list of the hub, such as H23.15, or leave it empty.',
    },
    'exchange.there-already': {
      what: 'The unit has this connection, or the folder belongs to another one.',
      now: 'Change it, or give another address or folder.',
    },
    'exchange.wrong-place': {
      what: 'This address cannot be used.',
      now: 'For a hub: https://… without name or password. For a mailbox: imaps://name@host/INBOX (@ in the name is %40). For a folder: one name of letters, digits and hyphens.',
    },
    'exchange.address-taken': {
      what: 'Another unit has this identifier in the connection.',
      now: 'Check the identifiers of both.',
    },
    'exchange.not-refused': {
      what: 'This package was not refused.',
      now: 'What waits is sent again by itself; nothing is to be done.',
    },
    'package.unreadable': {
      what: 'This edXML file cannot be read.',
      now: 'See the places below (line, column); ask its sender to export it again.',
    },
    'package.not-a-document': {
      what: 'This package holds no new document: it is a status, a recall or an update.',
      now: 'Let the connection of the exchange fetch it; without one, answer its sender by letter.',
    },
    'recall.not-issued': {
      what: 'Only an issued dispatch can be recalled, updated or replaced.',
      now: 'Return a draft instead.',
    },
    'recall.done': { what: 'This dispatch was recalled already.', now: 'Its page shows who has answered.' },
    'recall.wrong-replaced': {
      what: 'This draft cannot replace the chosen dispatch.',
      now: 'Choose an issued dispatch of your own body.',
    },
    'campaign.stopped': {
      what: 'This campaign was stopped, as its dispatch was recalled or replaced.',
      now: 'The campaign says why; to go on, start one from the new dispatch.',
    },
  },
}
