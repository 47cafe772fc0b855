/** Taking back what was sent, and the exchange with other systems. */
export const exchangesProblems = {
  vi: {
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
