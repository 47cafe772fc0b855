/** Duties, targets, activities and what shows them. */
export const workProblems = {
  vi: {
    'duty.closed': { what: 'Việc này đã khép lại.', now: 'Liên hệ đơn vị giao việc nếu cần mở lại.' },
    'duty.not-accepted': {
      what: 'Đơn vị chưa nhận việc này.',
      now: 'Bấm Nhận việc trước khi lập kế hoạch hay ghi hoạt động.',
    },
    'duty.reason-missing': { what: 'Từ chối thì phải ghi lý do.', now: 'Ghi lý do rồi gửi lại.' },
    'duty.target-given': {
      what: 'Chỉ tiêu này do đơn vị giao việc đặt.',
      now: 'Mở “Chỉ tiêu được giao” của việc này và đề nghị điều chỉnh, kèm lý do.',
    },
    'target.not-running': {
      what: 'Đợt này chưa ban hành công văn nên chưa có việc để giao chỉ tiêu.',
      now: 'Lưu kế hoạch, ban hành công văn, rồi công bố chỉ tiêu.',
    },
    'target.nothing-changed': {
      what: 'Kế hoạch đang lưu cho đúng các chỉ tiêu đã công bố, nên không có gì để báo.',
      now: 'Sửa quy tắc hoặc ngoại lệ rồi công bố.',
    },
    'target.rule-wrong': {
      what: 'Có quy tắc chưa tính được nên chưa công bố.',
      now: 'Xem lời nhắc ở từng quy tắc, sửa hoặc bỏ quy tắc đó.',
    },
    'target.nothing-proposed': {
      what: 'Chưa có chỉ tiêu nào khác với số được giao.',
      now: 'Gõ số đề nghị ở ít nhất một chỉ tiêu, hoặc chọn đồng ý.',
    },
    'target.reason-missing': { what: 'Chưa ghi lý do.', now: 'Ghi lý do để bên kia đọc được.' },
    'activity.closed': {
      what: 'Hoạt động đã được chấp nhận nên không sửa được.',
      now: 'Ghi một hoạt động mới nếu có thêm kết quả.',
    },
    'activity.evidence-missing': { what: 'Chưa có ảnh minh chứng.', now: 'Thêm ít nhất một ảnh rồi gửi.' },
    'activity.reason-missing': { what: 'Trả lại thì phải ghi lý do.', now: 'Ghi rõ cần sửa gì rồi gửi lại.' },
    'activity.wrong-indicator': {
      what: 'Đợt này không giao hình thức đó.',
      now: 'Chọn chỉ tiêu thuộc các hình thức của đợt.',
    },
    'activity.mixed-forms': {
      what: 'Một phiếu chỉ ghi số liệu của một hình thức.',
      now: 'Tách thành hai phiếu, mỗi hình thức một phiếu.',
    },
    'activity.wrong-quantity': {
      what: 'Có số liệu chưa đúng.',
      now: 'Mỗi chỉ tiêu ghi một lần, đúng số chữ số sau dấu phẩy; số đếm theo tên cần ghi tên, tỷ lệ cần cả tổng số.',
    },
    'activity.details-wrong': {
      what: 'Có ô trong phiếu ghi sai.',
      now: 'Sửa các ô được chỉ ra rồi gửi lại.',
    },
    'activity.details-missing': {
      what: 'Phiếu còn thiếu ô cần có của hình thức này. Hoạt động đã ghi vẫn còn nguyên.',
      now: 'Mở hoạt động, điền các ô còn thiếu rồi nộp lại.',
    },
    'activity.other-owner': { what: 'Mã hoạt động này đã thuộc việc khác.', now: 'Mở phiếu mới và ghi lại.' },
    'indicator.in-use': {
      what: 'Chỉ tiêu này đã có số liệu nên giữ nguyên đơn vị tính, hình thức và cách cộng.',
      now: 'Thêm chỉ tiêu mới với đơn vị tính khác, rồi ngừng dùng chỉ tiêu này.',
    },
    'indicator.main': {
      what: 'Mỗi hình thức cần một chỉ tiêu cộng được, đang dùng, làm cột của bảng theo dõi.',
      now: 'Chọn chỉ tiêu khác làm cột trước, rồi mới ngừng dùng hoặc đổi chỉ tiêu này.',
    },
    'evidence.not-a-photo': {
      what: 'Tệp không phải ảnh JPEG, PNG hoặc WebP mở được; ảnh động cũng không nhận.',
      now: 'Chọn ảnh khác hoặc chụp lại.',
    },
    'attachment.wrong-type': {
      what: 'Nội dung tệp không đúng loại đã chọn.',
      now: 'Chọn đúng loại, hoặc gửi tệp PDF, MP3, nhật ký phát dạng chữ, GPX.',
    },
    'attachment.kind-not-taken': {
      what: 'Chỉ tiêu của hoạt động này không nhận loại minh chứng đó.',
      now: 'Gửi ảnh, hoặc loại tệp mà chỉ tiêu nhận (xem ở trang Chỉ tiêu).',
    },
    'evidence.empty': {
      what: 'Tệp ảnh rỗng, không có byte nào.',
      now: 'Mở ảnh trên máy xem còn không, rồi chọn lại hoặc chụp lại.',
    },
    'evidence.cut-off': {
      what: 'Ảnh bị đứt giữa chừng, thiếu phần cuối.',
      now: 'Gửi lại; nếu vẫn vậy, ảnh trên máy đã hỏng, chụp lại.',
    },
    'evidence.heic': {
      what: 'Ảnh kiểu HEIC của iPhone, máy chủ không mở được.',
      now: 'Vào Cài đặt › Camera › Định dạng, chọn Tương thích nhất rồi chụp lại; ảnh đã có thì lưu thành JPEG rồi gửi.',
    },
    'evidence.too-many-pixels': {
      what: 'Ảnh lớn hơn 100 triệu điểm ảnh nên không nhận.',
      now: 'Chọn cỡ ảnh nhỏ hơn trong máy ảnh, hoặc thu nhỏ ảnh rồi gửi.',
    },
    'photo.comment-missing': {
      what: 'Không tính hoặc hỏi lại thì phải ghi ý kiến.',
      now: 'Ghi một câu để đơn vị biết cần làm gì.',
    },
    'photo.not-handed-in': {
      what: 'Hoạt động của ảnh này chưa gửi, đã trả lại hoặc đã chấp nhận nên không kết luận ảnh được.',
      now: 'Tải lại bàn xem ảnh để thấy tình trạng mới nhất.',
    },
    'photo.nothing-to-undo': {
      what: 'Không còn kết luận nào để hoàn tác, hoặc hoạt động đã thay đổi từ đó.',
      now: 'Mở hoạt động để xem tình trạng mới nhất.',
    },
    'evidence.other-activity': { what: 'Mã ảnh này đã gắn với hoạt động khác.', now: 'Chọn lại ảnh và gửi.' },
    'evidence.withdrawn': {
      what: 'Đúng ảnh này đã được rút khỏi hoạt động.',
      now: 'Gửi ảnh khác của hoạt động. Nếu rút nhầm, báo đơn vị giao việc.',
    },
  },
  en: {
    'duty.closed': {
      what: 'This duty is closed.',
      now: 'Ask the unit that gave it, should it be opened again.',
    },
    'duty.not-accepted': {
      what: 'The unit has not accepted this duty.',
      now: 'Accept it before planning or recording.',
    },
    'duty.reason-missing': { what: 'Declining needs a reason.', now: 'Write the reason and send again.' },
    'duty.target-given': {
      what: 'This target was set by the body that gave the duty.',
      now: 'Open the given targets of this duty and propose a change, with a reason.',
    },
    'target.not-running': {
      what: 'The dispatch of this campaign is not issued yet, so there are no duties to give targets to.',
      now: 'Keep the plan, issue the dispatch, then publish the targets.',
    },
    'target.nothing-changed': {
      what: 'The kept plan yields the very targets that are published: there is nothing to tell.',
      now: 'Change a rule or an exception, then publish.',
    },
    'target.rule-wrong': {
      what: 'A rule yields nothing, so nothing was published.',
      now: 'Read the note at each rule; mend it or take it out.',
    },
    'target.nothing-proposed': {
      what: 'No target differs from what is asked.',
      now: 'Type another amount for at least one of them, or accept.',
    },
    'target.reason-missing': {
      what: 'There is no reason.',
      now: 'Give the reason, for the other side to read.',
    },
    'activity.closed': {
      what: 'The activity was accepted and can no longer be changed.',
      now: 'Record a new activity for further results.',
    },
    'activity.evidence-missing': {
      what: 'There is no photo yet.',
      now: 'Add at least one photo and hand it in.',
    },
    'activity.reason-missing': {
      what: 'A return needs a reason.',
      now: 'Write what has to be mended and send again.',
    },
    'activity.wrong-indicator': {
      what: 'This campaign does not have that form.',
      now: 'Choose an indicator of the campaign’s forms.',
    },
    'activity.mixed-forms': {
      what: 'One record takes the numbers of one form.',
      now: 'Make two records, one for each form.',
    },
    'activity.wrong-quantity': {
      what: 'A number is not right.',
      now: 'Each indicator once, with no more decimals than it takes; what is counted by name needs the names, a share needs the whole.',
    },
    'activity.details-wrong': {
      what: 'Some fields of the form are not right.',
      now: 'Put the named fields right and send it again.',
    },
    'activity.details-missing': {
      what: 'The form lacks fields that this form of activity needs. What was recorded is still there.',
      now: 'Open the activity, fill them in and hand it in again.',
    },
    'activity.other-owner': {
      what: 'This activity id belongs to another duty.',
      now: 'Open a new form and record it again.',
    },
    'indicator.in-use': {
      what: 'This indicator has figures, so its counting unit, form and aggregation stay.',
      now: 'Add a new indicator with the other counting unit, then retire this one.',
    },
    'indicator.main': {
      what: 'Each form needs one indicator in use that is added up, as the column of the board.',
      now: 'Make another one the column first; then retire or change this one.',
    },
    'evidence.not-a-photo': {
      what: 'The file is no JPEG, PNG or WebP photo that can be opened; moving pictures are not taken either.',
      now: 'Choose another photo or take it again.',
    },
    'attachment.wrong-type': {
      what: 'The file is not of the kind that was chosen.',
      now: 'Choose the right kind, or send a PDF, an MP3, a play log as text, or a GPX track.',
    },
    'attachment.kind-not-taken': {
      what: 'The indicators of this activity do not take evidence of that kind.',
      now: 'Send a photo, or a kind of file that the indicator takes (see Indicators).',
    },
    'evidence.empty': {
      what: 'The photo file is empty.',
      now: 'See whether the photo opens on the device; choose or take it again.',
    },
    'evidence.cut-off': {
      what: 'The photo breaks off: its end is missing.',
      now: 'Send it again; if it stays so, it is damaged on the device: take it again.',
    },
    'evidence.heic': {
      what: 'This is an iPhone photo of the kind HEIC, which the server cannot open.',
      now: 'In Settings › Camera › Formats choose Most Compatible and take it again; save the one you have as JPEG.',
    },
    'evidence.too-many-pixels': {
      what: 'The photo has more than 100 megapixels and was not taken.',
      now: 'Choose a smaller size in the camera, or make the photo smaller and send it.',
    },
    'photo.comment-missing': {
      what: 'Refusing or asking needs a comment.',
      now: 'Write one sentence that tells the unit what to do.',
    },
    'photo.not-handed-in': {
      what: 'The activity of this photo is not handed in, or was returned or accepted; nothing can be said about the photo now.',
      now: 'Reload the light table to see how it stands.',
    },
    'photo.nothing-to-undo': {
      what: 'There is nothing to take back, or the activity has changed since.',
      now: 'Open the activity to see how it stands.',
    },
    'evidence.other-activity': {
      what: 'This photo id belongs to another activity.',
      now: 'Choose the photo again and send it.',
    },
    'evidence.withdrawn': {
      what: 'This very photo was withdrawn from the activity.',
      now: 'Send another photo of it. Was it withdrawn by mistake, tell the unit that gave the duty.',
    },
  },
}
