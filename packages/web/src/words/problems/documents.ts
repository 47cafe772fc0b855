/** Files that come in, and dispatches on their way. */
export const documentsProblems = {
  vi: {
    'file.empty': { what: 'Tệp trống, không có byte nào.', now: 'Mở tệp gốc kiểm tra rồi chọn lại.' },
    'file.too-large': {
      what: 'Tệp lớn hơn 50 MB.',
      now: 'Giảm dung lượng ảnh trong tệp hoặc tách tệp, rồi gửi lại.',
    },
    'file.encrypted': {
      what: 'Tệp có đặt mật khẩu nên Loa không đọc được.',
      now: 'Bỏ mật khẩu, lưu lại rồi gửi.',
    },
    'file.zip-bomb': {
      what: 'Tệp nén bung ra quá lớn, có thể là tệp phá hoại.',
      now: 'Không mở tệp này; hỏi lại nơi gửi.',
    },
    'file.wrong-type': {
      what: 'Tệp không phải docx, doc, pdf, txt hay ảnh quét.',
      now: 'Lưu văn bản thành docx hoặc pdf rồi gửi lại.',
    },
    'file.damaged': {
      what: 'Tệp hỏng, không mở được.',
      now: 'Xin lại tệp từ nơi gửi, hoặc mở bằng Word rồi lưu lại.',
    },
    'file.no-text': {
      what: 'Ảnh quét không có chữ đọc được.',
      now: 'Quét lại rõ hơn, ở 300 điểm/inch, hoặc gửi bản docx.',
    },
    'file.no-engine': {
      what: 'Tệp là ảnh quét mà máy chủ chưa có chương trình nhận dạng chữ.',
      now: 'Gửi bản docx, hoặc báo quản trị cài tesseract-ocr và tesseract-ocr-vie.',
    },
    'file.too-many-pixels': {
      what: 'Ảnh lớn hơn 50 triệu điểm ảnh nên không mở.',
      now: 'Quét lại ở 300 điểm/inch rồi gửi.',
    },
    'file.too-slow': {
      what: 'Đọc tệp quá lâu nên đã dừng.',
      now: 'Tách tệp thành phần nhỏ hơn, hoặc gửi bản docx.',
    },
    'document.not-a-dispatch': {
      what: 'Đọc được chữ nhưng không thấy dấu hiệu của một công văn.',
      now: 'Kiểm tra có chọn đúng tệp không: cần có số ký hiệu, Kính gửi hoặc phần ký.',
    },
    'document.secret': {
      what: 'Văn bản có dấu mật. Loa không nhận văn bản mật.',
      now: 'Xử lý văn bản này theo quy định bảo vệ bí mật nhà nước; Loa không lưu lại gì.',
    },
    'plan.undecided': {
      what: 'Còn đề xuất chưa ai quyết định.',
      now: 'Xác nhận, sửa hoặc bỏ từng đề xuất rồi mở đợt.',
    },
    'plan.nothing-confirmed': {
      what: 'Chưa có hình thức tuyên truyền nào được xác nhận.',
      now: 'Xác nhận ít nhất một hình thức.',
    },
    'plan.no-units': {
      what: 'Chưa có đơn vị nhận nào được xác nhận.',
      now: 'Xác nhận ít nhất một nhóm đơn vị.',
    },
    'plan.campaign-exists': { what: 'Văn bản này đã có đợt tuyên truyền.', now: 'Mở đợt đó để làm tiếp.' },
    'dispatch.wrong-state': {
      what: 'Văn bản không còn ở bước này.',
      now: 'Tải lại trang để thấy bước hiện tại.',
    },
    'dispatch.incomplete': {
      what: 'Dự thảo còn thiếu phần bắt buộc theo Nghị định 30.',
      now: 'Điền các phần được nêu rồi trình lại.',
    },
    'correction.closed': {
      what: 'Văn bản này không còn ở bước đọc, nên trường đã đọc không sửa được nữa.',
      now: 'Nếu đợt đã mở, sửa chữ trong dự thảo công văn của đợt.',
    },
    'correction.invalid': { what: 'Có trường chưa đúng.', now: 'Sửa trường được nêu rồi lưu lại.' },
    'delivery.wrong-status': {
      what: 'Trạng thái này không thể theo sau trạng thái hiện tại.',
      now: 'Tải lại trang để thấy trạng thái hiện tại.',
    },
    'delivery.reason-missing': { what: 'Trả lại thì phải ghi lý do.', now: 'Ghi lý do rồi gửi lại.' },
    'dispatch.not-orphaned': {
      what: 'Văn bản này không cần nhận lại: đơn vị soạn còn hoạt động, chưa có đơn vị kế thừa trọn vẹn, hoặc văn bản đã ban hành.',
      now: 'Tải lại trang để xem tình trạng mới nhất.',
    },
    'report.nothing-to-report': {
      what: 'Đợt chưa ban hành nên chưa có gì để báo cáo.',
      now: 'Ban hành công văn của đợt trước.',
    },
  },
  en: {
    'file.empty': { what: 'The file is empty.', now: 'Check the original and choose it again.' },
    'file.too-large': {
      what: 'The file is larger than 50 MB.',
      now: 'Make its pictures smaller or split it, then send again.',
    },
    'file.encrypted': {
      what: 'The file has a password, so Loa cannot read it.',
      now: 'Remove the password, save and send again.',
    },
    'file.zip-bomb': {
      what: 'The file unpacks to an enormous size; it may be an attack.',
      now: 'Do not open it; ask the sender.',
    },
    'file.wrong-type': {
      what: 'The file is not docx, doc, pdf, txt or a scan.',
      now: 'Save the document as docx or pdf and send again.',
    },
    'file.damaged': {
      what: 'The file is damaged and cannot be opened.',
      now: 'Ask the sender for it again, or open it in Word and save it anew.',
    },
    'file.no-text': {
      what: 'No words can be read in the scan.',
      now: 'Scan it again more clearly, at 300 dots per inch, or send the docx.',
    },
    'file.no-engine': {
      what: 'The file is a scan, and the server has no program that reads letters.',
      now: 'Send the docx, or ask the administrator to install tesseract-ocr and tesseract-ocr-vie.',
    },
    'file.too-many-pixels': {
      what: 'The picture has more than 50 million pixels and is not opened.',
      now: 'Scan it again at 300 dots per inch.',
    },
    'file.too-slow': {
      what: 'Reading took too long and was stopped.',
      now: 'Split the file, or send the docx.',
    },
    'document.not-a-dispatch': {
      what: 'There is text, but nothing that makes it a dispatch.',
      now: 'Check that it is the right file: it needs a number and symbol, addressees or a signature block.',
    },
    'document.secret': {
      what: 'The document carries a secrecy stamp. Loa takes no secret documents.',
      now: 'Handle it by the rules on state secrets; Loa has kept nothing of it.',
    },
    'plan.undecided': {
      what: 'Some proposals are still undecided.',
      now: 'Confirm, change or reject each of them first.',
    },
    'plan.nothing-confirmed': { what: 'No form has been confirmed.', now: 'Confirm at least one form.' },
    'plan.no-units': {
      what: 'No receiving unit has been confirmed.',
      now: 'Confirm at least one group of units.',
    },
    'plan.campaign-exists': {
      what: 'This dispatch has a campaign already.',
      now: 'Open that campaign and go on there.',
    },
    'dispatch.wrong-state': {
      what: 'The dispatch no longer stands at this step.',
      now: 'Reload the page to see where it stands.',
    },
    'dispatch.incomplete': {
      what: 'The draft lacks parts that Decree 30 demands.',
      now: 'Fill in the parts named and submit again.',
    },
    'correction.closed': {
      what: 'The dispatch has gone past reading; what was read can no longer be corrected.',
      now: 'If the campaign was started, change the words in its draft.',
    },
    'correction.invalid': { what: 'A field is not right.', now: 'Put the field named right and save again.' },
    'delivery.wrong-status': {
      what: 'This status cannot follow the present one.',
      now: 'Reload the page to see the present status.',
    },
    'delivery.reason-missing': { what: 'A return needs a reason.', now: 'Write the reason and send again.' },
    'dispatch.not-orphaned': {
      what: 'There is nothing to take over: the unit still exists, nobody took over the whole of it, or the dispatch was issued.',
      now: 'Reload the page to see how it stands.',
    },
    'report.nothing-to-report': {
      what: 'The campaign is not issued yet, so there is nothing to report.',
      now: 'Issue its dispatch first.',
    },
  },
}
