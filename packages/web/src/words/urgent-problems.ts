/** Problems whose words must be there when nothing can be loaded any more; the other words come when they are needed. */
export interface Said {
  what: string
  now: string
}

export const urgentProblems = {
  vi: {
    'network.offline': {
      what: 'Không nối được tới máy chủ Loa.',
      now: 'Kiểm tra mạng rồi bấm Thử lại; nội dung đang gõ vẫn còn.',
    },
    'server.failed': {
      what: 'Máy chủ gặp lỗi, đã ghi lại để sửa.',
      now: 'Thử lại; nếu còn lỗi, báo người quản trị mã yêu cầu bên dưới.',
    },
  },
  en: {
    'network.offline': {
      what: 'The Loa server cannot be reached.',
      now: 'Check the network and try again; what you typed is kept.',
    },
    'server.failed': {
      what: 'The server met an error; it has been logged.',
      now: 'Try again; if it stays, give the administrator the request id below.',
    },
  },
}
