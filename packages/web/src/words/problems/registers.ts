/** Numbers of outgoing documents, and the register of incoming ones. */
export const registersProblems = {
  vi: {
    'dispatch.comment-not-yours': {
      what: 'Góp ý này của người khác.',
      now: 'Người góp ý hoặc người soạn thảo bấm “Đã sửa xong”; anh/chị trả lời được ở dưới.',
    },
    'number.plan-begun': {
      what: 'Năm này đã có số được cấp, nên cách đánh số không đổi giữa năm được.',
      now: 'Đặt cách đánh số mới từ năm sau.',
    },
    'number.already-void': { what: 'Số này đã được hủy.', now: 'Xem lý do hủy trong sổ văn bản đi.' },
    'number.signed': {
      what: 'Văn bản mang số này đã được ký số, nên số không hủy được nữa.',
      now: 'Ban hành rồi thu hồi, đính chính hoặc thay thế bằng văn bản khác.',
    },
    'number.issued': {
      what: 'Văn bản mang số này đã ban hành, nên số không hủy được nữa.',
      now: 'Thu hồi, đính chính hoặc thay thế bằng văn bản khác.',
    },
    'number.not-reserved': {
      what: 'Số giữ chỗ này không dùng được cho văn bản này.',
      now: 'Chọn số đang giữ của đúng dãy và đúng năm, hoặc lấy số tiếp theo.',
    },
    'arrival.twin': {
      what: 'Sổ đã có văn bản cùng số, ký hiệu và cơ quan ban hành.',
      now: 'Xem văn bản đã vào sổ; nếu đúng là hai văn bản khác nhau thì đánh dấu và vào sổ.',
    },
    'arrival.not-incoming': {
      what: 'Đây là văn bản đi, không vào sổ văn bản đến.',
      now: 'Mở văn bản đến cần vào sổ.',
    },
    'arrival.future-day': { what: 'Ngày đến chưa tới.', now: 'Chọn ngày hôm nay hoặc ngày đã qua.' },
    'arrival.not-forwarded': {
      what: 'Văn bản chưa được chuyển cho ai giải quyết.',
      now: 'Lãnh đạo chuyển cho người giải quyết trước.',
    },
    'arrival.finished': {
      what: 'Văn bản này đã giải quyết xong.',
      now: 'Xem phiếu giải quyết để biết kết quả.',
    },
    'arrival.unknown-handler': {
      what: 'Người được chọn không còn làm việc ở đơn vị này.',
      now: 'Chọn người khác trong danh sách.',
    },
    'arrival.no-file': {
      what: 'Văn bản này không có bản in để đóng dấu đến.',
      now: 'In phiếu giải quyết, hoặc tải tệp gốc rồi in.',
    },
    'arrival.past-due': { what: 'Thời hạn giải quyết đã qua.', now: 'Chọn hôm nay hoặc một ngày sau đó.' },
  },
  en: {
    'dispatch.comment-not-yours': {
      what: 'This remark is somebody else’s.',
      now: 'Who made it or who drafts marks it as done; you can answer it.',
    },
    'number.plan-begun': {
      what: 'Numbers of this year were given already, so the way of numbering cannot change within it.',
      now: 'Set the new way from next year on.',
    },
    'number.already-void': {
      what: 'This number is void already.',
      now: 'Its reason stands in the outgoing register.',
    },
    'number.signed': {
      what: 'The document with this number was signed digitally, so it can no longer be voided.',
      now: 'Issue it, then recall, correct or replace it.',
    },
    'number.issued': {
      what: 'The document with this number was issued, so it can no longer be voided.',
      now: 'Recall, correct or replace it by another document.',
    },
    'number.not-reserved': {
      what: 'This reserved number does not fit this document.',
      now: 'Choose a reserved number of the right series and year, or take the next one.',
    },
    'arrival.twin': {
      what: 'The register has a document with the same number, symbol and issuing body.',
      now: 'Look at the one that is there; if they are two different ones, say so and enter it.',
    },
    'arrival.not-incoming': {
      what: 'This is an outgoing document and has no place in the incoming register.',
      now: 'Open the incoming document that is to be entered.',
    },
    'arrival.future-day': {
      what: 'The day of arrival has not come yet.',
      now: 'Choose today or a day before.',
    },
    'arrival.not-forwarded': {
      what: 'The document was not forwarded to anybody yet.',
      now: 'The head or leader forwards it first.',
    },
    'arrival.finished': { what: 'This document is finished.', now: 'Its slip says with what result.' },
    'arrival.unknown-handler': {
      what: 'The person chosen no longer works in this unit.',
      now: 'Choose somebody else from the list.',
    },
    'arrival.no-file': {
      what: 'This document has no pages that could be stamped.',
      now: 'Print the slip, or download the original and print it.',
    },
    'arrival.past-due': { what: 'The deadline has passed.', now: 'Choose today or a later day.' },
  },
}
