/** Words for every problem: what happened, and what to do now. A test keeps both languages whole. */
import type { ProblemCode } from '@loa/contract/problem'
import { type Said, urgentProblems } from './urgent-problems.ts'

type Codes = ProblemCode | 'network.offline'

const vi: Record<Codes, Said> = {
  ...urgentProblems.vi,
  'request.invalid': { what: 'Có ô chưa đúng.', now: 'Sửa các ô được nêu rồi gửi lại.' },
  'request.too-large': { what: 'Nội dung gửi lên quá lớn.', now: 'Chia nhỏ rồi gửi lại.' },
  'request.too-many': { what: 'Gửi quá nhiều yêu cầu trong một phút.', now: 'Chờ một phút rồi thử lại.' },
  'request.foreign-origin': {
    what: 'Yêu cầu đến từ trang khác nên bị từ chối.',
    now: 'Mở Loa từ đúng địa chỉ rồi làm lại.',
  },
  'request.key-reused': {
    what: 'Mã chống gửi trùng đã dùng cho việc khác.',
    now: 'Tải lại trang rồi làm lại.',
  },
  'request.unknown-path': {
    what: 'Máy chủ không có địa chỉ này.',
    now: 'Tải lại trang để dùng bản mới nhất.',
  },
  'session.missing': { what: 'Phiên làm việc đã hết.', now: 'Đăng nhập lại; địa chỉ trang này được giữ.' },
  'session.wrong-password': {
    what: 'Thư điện tử hoặc mật khẩu không đúng.',
    now: 'Gõ lại, hoặc nhờ người quản trị đặt mật khẩu mới.',
  },
  'session.example-off': {
    what: 'Chỉ vào được bằng người mẫu khi chạy dữ liệu ví dụ trên chính máy này.',
    now: 'Đăng nhập bằng thư điện tử và mật khẩu.',
  },
  'session.no-role': {
    what: 'Anh/chị đã đăng nhập đúng, nhưng hôm nay không giữ vai trò nào trong Loa.',
    now: 'Hỏi người quản trị của đơn vị; việc anh/chị đã làm vẫn còn nguyên.',
  },
  'session.too-many-tries': {
    what: 'Tài khoản này bị thử mật khẩu quá nhiều lần từ các máy lạ, nên máy lạ tạm thời không đăng nhập được.',
    now: 'Dùng máy vẫn thường đăng nhập, khóa đăng nhập (passkey) hoặc cổng đăng nhập chung; hoặc chờ một giờ.',
  },
  'session.wrong-code': {
    what: 'Mã xác thực không đúng hoặc đã quá 30 giây.',
    now: 'Gõ mã đang hiện trong ứng dụng; nếu mất điện thoại, gõ một mã dự phòng.',
  },
  'session.code-expired': {
    what: 'Lần đăng nhập này chờ mã quá lâu nên đã hết hạn.',
    now: 'Gõ lại thư điện tử và mật khẩu.',
  },
  'passkey.refused': {
    what: 'Khóa đăng nhập này không khớp hoặc đã dùng rồi.',
    now: 'Thử lại, hoặc đăng nhập bằng mật khẩu.',
  },
  'passkey.wrong-address': {
    what: 'Địa chỉ đang mở không dùng được khóa đăng nhập: trình duyệt chỉ nhận tên miền có HTTPS, hoặc localhost.',
    now: 'Mở Loa bằng tên miền của cơ quan, hoặc dùng mật khẩu.',
  },
  'oidc.off': { what: 'Loa ở đây không nối với cổng đăng nhập chung nào.', now: 'Đăng nhập bằng mật khẩu.' },
  'oidc.unreachable': {
    what: 'Không liên lạc được với cổng đăng nhập chung.',
    now: 'Thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.',
  },
  'oidc.refused': {
    what: 'Lần đăng nhập qua cổng chung không hợp lệ hoặc đã quá 10 phút.',
    now: 'Bấm lại nút đăng nhập qua cổng chung.',
  },
  'oidc.unknown-person': {
    what: 'Cổng chung xác nhận anh/chị, nhưng Loa không có người nào gắn với tài khoản đó.',
    now: 'Nhờ người quản trị thêm anh/chị với đúng thư điện tử của cổng chung.',
  },
  'account.wrong-password': { what: 'Mật khẩu hiện tại không đúng.', now: 'Gõ lại mật khẩu đang dùng.' },
  'account.second-factor-on': {
    what: 'Mã xác thực đã bật rồi.',
    now: 'Muốn đổi điện thoại thì tắt trước rồi bật lại.',
  },
  'account.second-factor-off': {
    what: 'Mã xác thực chưa bật.',
    now: 'Tải lại trang để thấy trạng thái hiện tại.',
  },
  'invitation.unknown': {
    what: 'Đường dẫn mời này không có trong Loa, có thể chép thiếu.',
    now: 'Chép lại cả đường dẫn, hoặc xin người quản trị đường dẫn mới.',
  },
  'invitation.used': {
    what: 'Đường dẫn mời này đã dùng để đặt mật khẩu rồi.',
    now: 'Đăng nhập bằng mật khẩu đã đặt; nếu không phải anh/chị đặt, báo ngay người quản trị.',
  },
  'invitation.expired': {
    what: 'Đường dẫn mời đã quá hạn 7 ngày.',
    now: 'Xin người quản trị đường dẫn mới.',
  },
  'invitation.revoked': {
    what: 'Đường dẫn mời này đã bị thay bằng đường dẫn mới hoặc bị thu hồi.',
    now: 'Dùng đường dẫn mới nhất, hoặc hỏi người quản trị.',
  },
  'person.e-mail-taken': {
    what: 'Thư điện tử này đã thuộc một người trong Loa.',
    now: 'Tìm người đó trong danh sách rồi trao thêm vai trò, hoặc dùng thư khác.',
  },
  'person.left': { what: 'Người này đã nghỉ.', now: 'Bỏ ngày nghỉ trước, nếu người này trở lại.' },
  'person.out-of-reach': {
    what: 'Người này còn giữ vai trò ở đơn vị ngoài phạm vi quản trị của anh/chị.',
    now: 'Nhờ người quản trị của đơn vị cấp trên.',
  },
  'appointment.there-already': {
    what: 'Người này đã giữ vai trò đó ở đơn vị này trong khoảng ngày trùng nhau.',
    now: 'Kết thúc lần trước, hoặc chọn ngày sau đó.',
  },
  'appointment.ended': {
    what: 'Vai trò này đã kết thúc trước ngày đó.',
    now: 'Tải lại trang để thấy lịch sử hiện tại.',
  },
  'appointment.unit-not-there': {
    what: 'Đơn vị không tồn tại trong những ngày này.',
    now: 'Chọn đơn vị kế thừa, hoặc đổi ngày.',
  },
  'appointment.last-administrator': {
    what: 'Đây là người quản trị cuối cùng của cơ quan vận hành Loa; bỏ đi thì không ai trao lại được quyền.',
    now: 'Trao vai trò quản trị cho người khác trước.',
  },
  'delegation.giver-cannot': {
    what: 'Người giao không có quyền đó bằng vai trò của chính mình, nên không giao lại được.',
    now: 'Chọn đúng người có quyền ký; người được ủy quyền không ủy quyền lại (Nghị định 30, Điều 13).',
  },
  'delegation.receiver-elsewhere': {
    what: 'Người được giao không giữ vai trò nào ở đơn vị này hoặc đơn vị thuộc nó.',
    now: 'Trao vai trò trước, hoặc chọn người khác.',
  },
  'delegation.not-deputy': {
    what: 'Ký thay (KT.) chỉ dành cho cấp phó của chính cơ quan đó.',
    now: 'Ghi chức vụ bắt đầu bằng PHÓ, chọn người của cùng đơn vị; nếu là trưởng phòng thì dùng TL.',
  },
  'delegation.not-head': {
    what: 'Thừa lệnh (TL.) và thừa ủy quyền (TUQ.) chỉ giao cho người đứng đầu đơn vị trực thuộc.',
    now: 'Chọn người giữ vai trò trưởng phòng, hoặc trao vai trò đó trước.',
  },
  'delegation.no-document': {
    what: 'Việc giao này phải dựa trên văn bản: quy chế với TL., văn bản ủy quyền với TUQ.',
    now: 'Ghi số, ký hiệu của văn bản đó.',
  },
  'delegation.no-types': {
    what: 'Thừa lệnh chỉ cho một số loại văn bản.',
    now: 'Chọn ít nhất một loại văn bản.',
  },
  'delegation.no-end': { what: 'Thừa ủy quyền phải có thời hạn.', now: 'Ghi ngày cuối cùng.' },
  'delegation.wrong-line': {
    what: 'Dòng thẩm quyền không bắt đầu bằng hình thức đã chọn.',
    now: 'Ghi như in trên văn bản, ví dụ: TL. GIÁM ĐỐC.',
  },
  'leave.overlaps': {
    what: 'Người này đã có ngày nghỉ trùng với những ngày này.',
    now: 'Hủy lần nghỉ cũ, hoặc đổi ngày.',
  },
  'leave.stand-in-elsewhere': {
    what: 'Người trực thay không giữ vai trò nào ở đơn vị này.',
    now: 'Chọn người của cùng đơn vị.',
  },
  'leave.stand-in-away': {
    what: 'Người trực thay cũng nghỉ trong những ngày này.',
    now: 'Chọn người khác, hoặc đổi ngày.',
  },
  'act.forbidden': {
    what: 'Anh/chị không có quyền làm việc này ở đơn vị này.',
    now: 'Nhờ người có quyền, hoặc hỏi người quản trị.',
  },
  'thing.not-found': {
    what: 'Không tìm thấy, hoặc anh/chị không được xem.',
    now: 'Quay lại danh sách và chọn lại.',
  },
  'thing.changed': {
    what: 'Người khác vừa thay đổi nội dung này.',
    now: 'Tải bản mới nhất, xem khác gì rồi làm lại; chữ anh/chị đang gõ vẫn còn.',
  },
  'vehicle.plate-taken': {
    what: 'Đơn vị đã có xe mang biển số này.',
    now: 'Xem lại biển số, hoặc sửa xe đã có.',
  },
  'vehicle.busy': {
    what: 'Xe đã có chuyến khác trong khoảng giờ đó.',
    now: 'Chọn giờ khác, xe khác, hoặc hủy chuyến kia trước.',
  },
  'vehicle.ended': { what: 'Xe đã thôi dùng vào ngày đó.', now: 'Chọn xe khác.' },
  'vehicle.other-task': {
    what: 'Chuyến đã xếp cho xe khác.',
    now: 'Hủy chuyến này rồi xếp chuyến mới cho xe kia.',
  },
  'boundaries.unreadable': {
    what: 'Tệp không đọc được như ranh giới GeoJSON, hoặc quá lớn.',
    now: 'Xuất lại thành FeatureCollection, kinh độ và vĩ độ WGS 84, dưới 40 MB và một triệu đỉnh.',
  },
  'boundaries.wrong-days': {
    what: 'Ngày hết hiệu lực đứng trước ngày bắt đầu.',
    now: 'Sửa lại hai ngày rồi đọc lại tệp.',
  },
  'gpx.unreadable': {
    what: 'Tệp không đọc được như hành trình GPX.',
    now: 'Xuất lại từ ứng dụng ghi hành trình ở dạng GPX, mỗi tệp một ngày, rồi nạp lại.',
  },
  'venue.name-taken': {
    what: 'Đơn vị đã có địa điểm tên này.',
    now: 'Chọn địa điểm đã có, hoặc đặt tên khác.',
  },
  'gathering.clashes': {
    what: 'Buổi này vướng với việc đã xếp.',
    now: 'Xem các chỗ vướng, đổi giờ, người, xe hoặc địa điểm; nếu vẫn xếp, bấm “Vẫn xếp”.',
  },
  'gathering.cancelled': {
    what: 'Buổi này đã hoãn hoặc hủy.',
    now: 'Xếp một buổi mới vào ngày khác.',
  },
  'site.face-in-use': {
    what: 'Mặt này đã từng treo nên không bỏ được.',
    now: 'Giữ mặt này; nếu không dùng nữa thì đổi tên mặt hoặc ghi ngày thôi dùng cả điểm.',
  },
  'posting.face-taken': {
    what: 'Mặt này đang có thứ khác treo trong những ngày đó.',
    now: 'Ghi đã gỡ thứ cũ trước, hoặc chọn mặt khác, ngày khác.',
  },
  'posting.wrong-day': {
    what: 'Ngày gỡ phải từ ngày treo đến hôm nay.',
    now: 'Chọn lại ngày gỡ.',
  },
  'first-run.done': { what: 'Loa đã được thiết lập rồi.', now: 'Đăng nhập để làm việc.' },
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
  'handover.decided': {
    what: 'Việc này đã giao cho đơn vị khác làm tiếp.',
    now: 'Tải lại danh sách để xem đơn vị đã chọn.',
  },
  'handover.not-a-successor': {
    what: 'Đơn vị này không phải đơn vị kế thừa theo văn bản sắp xếp.',
    now: 'Chọn một trong các đơn vị kế thừa được nêu.',
  },
  'unit.ended': {
    what: 'Đơn vị đã kết thúc hoạt động nên không làm tiếp dưới tên này được.',
    now: 'Đơn vị kế thừa mở văn bản và bấm Nhận dự thảo, hoặc chọn đơn vị đang hoạt động.',
  },
  'dispatch.not-orphaned': {
    what: 'Văn bản này không cần nhận lại: đơn vị soạn còn hoạt động, chưa có đơn vị kế thừa trọn vẹn, hoặc văn bản đã ban hành.',
    now: 'Tải lại trang để xem tình trạng mới nhất.',
  },
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
  'sheet.not-ours': {
    what: 'Tệp này không phải biểu ghi do Loa in ra, hoặc dòng tiêu đề đã bị sửa.',
    now: 'Tải biểu của việc này, chép nội dung vào các dòng có sẵn rồi nộp lại.',
  },
  'field.other-person': {
    what: 'Mục này do người khác ghi trên máy.',
    now: 'Người đã ghi đăng nhập thì mục mới được gửi, dưới đúng tên mình.',
  },
  'field.photos-missing': {
    what: 'Máy chủ chưa có đủ ảnh của mục này.',
    now: 'Gửi lại; ảnh vẫn ở trên máy.',
  },
  'field.edit-unknown': { what: 'Máy chủ chưa có lần ghi này.', now: 'Gửi lại; nội dung vẫn ở trên máy.' },
  'field.decided': {
    what: 'Hai giá trị này đã có người chọn, hoặc hoạt động vừa thay đổi.',
    now: 'Xem lại rồi chọn.',
  },
  'upload.not-found': { what: 'Máy chủ không còn phần ảnh đã gửi.', now: 'Gửi lại ảnh từ đầu.' },
  'upload.incomplete': { what: 'Ảnh chưa gửi hết.', now: 'Gửi tiếp phần còn lại.' },
  'upload.damaged': { what: 'Ảnh bị hỏng trên đường gửi.', now: 'Gửi lại ảnh từ đầu.' },
  'upload.wrong-offset': { what: 'Ảnh đang được gửi từ chỗ khác.', now: 'Gửi tiếp từ chỗ máy chủ đã nhận.' },
  'upload.wrong-version': {
    what: 'Chương trình gửi ảnh nói phiên bản tus khác.',
    now: 'Dùng tus 1.0.0.',
  },
  'report.nothing-to-report': {
    what: 'Đợt chưa ban hành nên chưa có gì để báo cáo.',
    now: 'Ban hành công văn của đợt trước.',
  },
  'server.disk-full': {
    what: 'Ổ đĩa của máy chủ đã đầy, chưa lưu được gì.',
    now: 'Báo người quản trị giải phóng chỗ rồi gửi lại; những gì đã lưu vẫn nguyên vẹn.',
  },
  'succession.wrong-shape': {
    what: 'Số đơn vị cũ và mới chưa hợp với việc đã chọn.',
    now: 'Sáp nhập cần ít nhất hai đơn vị vào một; chia cần một thành ít nhất hai, nhiều nhất một phần nhận toàn bộ; đổi tên và chuyển cấp trên làm từng đơn vị một.',
  },
  'succession.day-out-of-reach': {
    what: 'Ngày có hiệu lực quá xa.',
    now: 'Chọn ngày trong 5 năm đã qua hoặc 2 năm tới.',
  },
  'succession.unit-not-there': {
    what: 'Có đơn vị không còn hiệu lực ở ngày trước đó, hoặc đã ghi một thay đổi cho ngày sau.',
    now: 'Chọn ngày khác hoặc đơn vị khác; thay đổi đã ghi thì hoàn tác trước, trong phần Lịch sử.',
  },
  'succession.code-taken': {
    what: 'Mã mới đã có đơn vị khác dùng từ ngày đó.',
    now: 'Chọn mã khác, hoặc đưa cả đơn vị đang dùng mã đó vào cùng văn bản này.',
  },
  'succession.parent-missing': {
    what: 'Ngày đó không có đơn vị cấp trên mang mã này.',
    now: 'Chọn đơn vị cấp trên khác.',
  },
  'succession.loop': {
    what: 'Đơn vị sẽ trực thuộc chính nó hoặc đơn vị dưới nó.',
    now: 'Chọn đơn vị cấp trên khác.',
  },
  'succession.children-left': {
    what: 'Mã của đơn vị này không còn, mà dưới nó còn các đơn vị sau:',
    now: 'Chọn nơi trực thuộc mới cho từng đơn vị rồi xem trước lại.',
  },
  'succession.nothing-changes': {
    what: 'Không có gì khác với hiện nay.',
    now: 'Sửa tên, loại, mã hoặc đơn vị cấp trên rồi xem trước lại.',
  },
  'succession.keeper-lost': {
    what: 'Cơ quan vận hành Loa kết thúc mà chưa có ai giữ vai trò quản trị ở đơn vị nhận toàn bộ.',
    now: 'Trong phần Vai trò, chọn ít nhất một người quản trị chuyển tới đơn vị nhận toàn bộ rồi ghi lại.',
  },
  'succession.in-use': {
    what: 'Đã có việc, người hoặc đơn vị gắn với đơn vị mới nên không hoàn tác được.',
    now: 'Ghi một thay đổi mới từ ngày phù hợp để chuyển tiếp.',
  },
  'contact.wrong-day': {
    what: 'Ngày nằm ngoài thời gian đơn vị có hiệu lực, hoặc kết thúc trước khi bắt đầu.',
    now: 'Chọn ngày trong thời gian của đơn vị.',
  },
  'contact.wrong-value': {
    what: 'Nội dung chưa đúng dạng của loại liên hệ này.',
    now: 'Số điện thoại chỉ có chữ số, dấu cách và dấu +; thư điện tử có @; mã có chữ, số và dấu chấm.',
  },
  'address-group.phrase-taken': {
    what: 'Đơn vị đã có nhóm dùng đúng cụm từ này.',
    now: 'Mở nhóm đã có để sửa, hoặc lưu cụm từ khác.',
  },
  'table.wrong-type': {
    what: 'Tệp không phải CSV hay XLSX nên không đọc được danh sách.',
    now: 'Mở bằng phần mềm bảng tính, lưu thành .xlsx hoặc .csv rồi chọn lại; chưa có gì được nạp.',
  },
  'table.unreadable-text': {
    what: 'Không nhận ra bảng mã chữ Việt của tệp (không phải Unicode, Windows-1258 hay TCVN3).',
    now: 'Chuyển tệp sang Unicode (UTF-8) rồi chọn lại; chưa có gì được nạp.',
  },
  'table.no-header': {
    what: 'Không tìm thấy dòng tên cột trong 15 dòng đầu của trang tính thứ nhất.',
    now: 'Đặt tên cột: Mã, Tên, Tên đầy đủ, Loại, Mã cấp trên, Từ ngày, Đến ngày, Kế thừa; hoặc Mã cũ, Mã mới, Toàn bộ/Một phần.',
  },
  'table.no-rows': { what: 'Danh sách không có dòng nào.', now: 'Mở tệp gốc kiểm tra rồi chọn lại.' },
  'table.too-long': {
    what: 'Danh sách quá dài: hơn 60.000 dòng, 20 MB, hoặc một ô hơn 500 chữ.',
    now: 'Tách thành nhiều tệp rồi nạp lần lượt.',
  },
  'unit-import.wrong-state': {
    what: 'Lượt nạp này đang ở bước khác.',
    now: 'Tải lại trang để xem lượt nạp đang ở đâu.',
  },
  'unit-import.changed': {
    what: 'Danh bạ hoặc tệp đã thay đổi sau khi đối chiếu, nên chưa ghi gì.',
    now: 'Xem lại khác biệt mới đối chiếu dưới đây rồi ghi.',
  },
  'unit-import.has-problems': {
    what: 'Còn dòng có lỗi nên chưa ghi gì.',
    now: 'Sửa tệp rồi nạp lại, hoặc chọn ghi mà để lại các dòng lỗi.',
  },
  'unit-import.nothing-new': {
    what: 'Danh bạ đã có đủ những gì tệp nêu.',
    now: 'Không phải làm gì thêm.',
  },
  'unit-import.ends-operator': {
    what: 'Tệp kết thúc chính đơn vị vận hành Loa này vào một ngày đã qua; ghi vào thì không còn ai đăng nhập được.',
    now: 'Nạp trước các đơn vị kế thừa, cử người quản trị ở đó, rồi nạp tệp này.',
  },
  'unit-import.in-use': {
    what: 'Đã có việc dựa vào các đơn vị của lượt nạp này nên không hoàn tác được.',
    now: 'Sửa bằng một lượt nạp mới; những gì dựa vào đơn vị cũ vẫn giữ nguyên.',
  },
  'server.busy': { what: 'Máy chủ đang bận.', now: 'Chờ vài giây rồi bấm Thử lại; chưa có gì bị mất.' },
}

const en: Record<Codes, Said> = {
  ...urgentProblems.en,
  'request.invalid': { what: 'Some fields are not right.', now: 'Correct the fields named and send again.' },
  'request.too-large': { what: 'What was sent is too large.', now: 'Send it in smaller parts.' },
  'request.too-many': { what: 'Too many requests within a minute.', now: 'Wait a minute and try again.' },
  'request.foreign-origin': {
    what: 'The request came from another site and was refused.',
    now: 'Open Loa at its own address and do it again.',
  },
  'request.key-reused': {
    what: 'The key against double sending was used for something else.',
    now: 'Reload the page and do it again.',
  },
  'request.unknown-path': {
    what: 'The server has no such address.',
    now: 'Reload the page to get the newest version.',
  },
  'session.missing': { what: 'Your session has ended.', now: 'Sign in again; this page is remembered.' },
  'session.wrong-password': {
    what: 'E-mail or password is wrong.',
    now: 'Type them again, or ask the administrator for a new password.',
  },
  'session.example-off': {
    what: 'Example people can be entered only with example data and on this very machine.',
    now: 'Sign in with e-mail and password.',
  },
  'session.no-role': {
    what: 'You signed in rightly, but hold no role in Loa today.',
    now: 'Ask the administrator of your unit; what you did before is unharmed.',
  },
  'session.too-many-tries': {
    what: 'Passwords for this account were tried too often from unknown devices; unknown devices cannot sign in for now.',
    now: 'Use a device you have signed in on before, a passkey or the shared sign-in; or wait an hour.',
  },
  'session.wrong-code': {
    what: 'The code is wrong or older than 30 seconds.',
    now: 'Type the code the app shows now; if the telephone is lost, type a backup code.',
  },
  'session.code-expired': {
    what: 'This sign-in has waited for its code too long.',
    now: 'Type e-mail and password again.',
  },
  'passkey.refused': {
    what: 'This passkey does not fit or was used already.',
    now: 'Try again, or sign in with the password.',
  },
  'passkey.wrong-address': {
    what: 'Passkeys do not work at this address: browsers want a name with HTTPS, or localhost.',
    now: 'Open Loa by its name, or use the password.',
  },
  'oidc.off': { what: 'This Loa has no shared sign-in.', now: 'Sign in with the password.' },
  'oidc.unreachable': {
    what: 'The shared sign-in cannot be reached.',
    now: 'Try again in a few minutes, or sign in with the password.',
  },
  'oidc.refused': {
    what: 'This shared sign-in is not valid or took longer than 10 minutes.',
    now: 'Press the button again.',
  },
  'oidc.unknown-person': {
    what: 'The shared sign-in knows you, but nobody in Loa belongs to that account.',
    now: 'Ask the administrator to add you with the e-mail of the shared sign-in.',
  },
  'account.wrong-password': { what: 'The current password is wrong.', now: 'Type the password you use now.' },
  'account.second-factor-on': {
    what: 'The second factor is on already.',
    now: 'To change the telephone, turn it off first.',
  },
  'account.second-factor-off': {
    what: 'The second factor is off.',
    now: 'Reload the page to see how it stands.',
  },
  'invitation.unknown': {
    what: 'This invitation is unknown; part of the link may be missing.',
    now: 'Copy the whole link again, or ask for a new one.',
  },
  'invitation.used': {
    what: 'This invitation was used to set a password already.',
    now: 'Sign in with that password; if it was not you, tell the administrator at once.',
  },
  'invitation.expired': {
    what: 'The invitation is older than 7 days.',
    now: 'Ask the administrator for a new one.',
  },
  'invitation.revoked': {
    what: 'This invitation was replaced by a newer one, or revoked.',
    now: 'Use the newest link, or ask the administrator.',
  },
  'person.e-mail-taken': {
    what: 'Somebody in Loa has this e-mail already.',
    now: 'Find that person in the list and give them the role, or use another e-mail.',
  },
  'person.left': {
    what: 'This person has left.',
    now: 'Clear the day of leaving first, should the person come back.',
  },
  'person.out-of-reach': {
    what: 'This person also has a role in a unit outside your reach.',
    now: 'Ask the administrator of the superior unit.',
  },
  'appointment.there-already': {
    what: 'The person has that role in this unit on some of these days.',
    now: 'End the earlier one, or choose later days.',
  },
  'appointment.ended': {
    what: 'This role ended before that day.',
    now: 'Reload the page to see the history as it is.',
  },
  'appointment.unit-not-there': {
    what: 'The unit does not exist on these days.',
    now: 'Choose its successor, or other days.',
  },
  'appointment.last-administrator': {
    what: 'This is the last administrator of the body that runs Loa; without one nobody could give roles.',
    now: 'Make somebody else administrator first.',
  },
  'delegation.giver-cannot': {
    what: 'The giver has no such power by a role of their own and cannot pass it on.',
    now: 'Choose who has the power; what is delegated is not delegated further (Decree 30, article 13).',
  },
  'delegation.receiver-elsewhere': {
    what: 'The receiver has no role in this unit or below it.',
    now: 'Give a role first, or choose somebody else.',
  },
  'delegation.not-deputy': {
    what: 'KT. is for a deputy of the same body only.',
    now: 'Write a post that begins with PHÓ and choose somebody of the same unit; for a head of office use TL.',
  },
  'delegation.not-head': {
    what: 'TL. and TUQ. are for the head of a subordinate unit only.',
    now: 'Choose somebody with the role of head, or give it first.',
  },
  'delegation.no-document': {
    what: 'This needs a document: the working rules for TL., a written authorisation for TUQ.',
    now: 'Write its number and symbol.',
  },
  'delegation.no-types': {
    what: 'TL. covers some types of documents only.',
    now: 'Choose at least one type.',
  },
  'delegation.no-end': { what: 'TUQ. is limited in time.', now: 'Give its last day.' },
  'delegation.wrong-line': {
    what: 'The authority line does not begin with the form chosen.',
    now: 'Write it as it is printed, such as: TL. GIÁM ĐỐC.',
  },
  'leave.overlaps': {
    what: 'The person is away on some of these days already.',
    now: 'Cancel the earlier leave, or choose other days.',
  },
  'leave.stand-in-elsewhere': {
    what: 'The stand-in has no role in this unit.',
    now: 'Choose somebody of the same unit.',
  },
  'leave.stand-in-away': {
    what: 'The stand-in is away on these days too.',
    now: 'Choose somebody else, or other days.',
  },
  'act.forbidden': {
    what: 'You may not do this for this unit.',
    now: 'Ask someone who may, or the administrator.',
  },
  'thing.not-found': {
    what: 'Not found, or not for you to see.',
    now: 'Go back to the list and choose again.',
  },
  'thing.changed': {
    what: 'Somebody else has just changed this.',
    now: 'Load the newest version, compare, and do it again; what you typed is kept.',
  },
  'vehicle.plate-taken': {
    what: 'The unit has a car of this plate.',
    now: 'Check the plate, or change that car.',
  },
  'vehicle.busy': {
    what: 'The car has another drive within these hours.',
    now: 'Choose other hours or another car, or cancel that drive first.',
  },
  'vehicle.ended': { what: 'The car was no longer used on that day.', now: 'Choose another car.' },
  'vehicle.other-task': {
    what: 'The drive was planned for another car.',
    now: 'Cancel it and plan a new one.',
  },
  'boundaries.unreadable': {
    what: 'The file cannot be read as boundaries in GeoJSON, or is too large.',
    now: 'Export it as a FeatureCollection, longitude and latitude in WGS 84, below 40 MB and a million corners.',
  },
  'boundaries.wrong-days': {
    what: 'The last day stands before the first.',
    now: 'Put the two days right and read the file again.',
  },
  'gpx.unreadable': {
    what: 'The file cannot be read as a GPX track.',
    now: 'Export it from the recording app as GPX, one file a day, and import it again.',
  },
  'venue.name-taken': {
    what: 'The unit has a venue of this name.',
    now: 'Choose that venue, or another name.',
  },
  'gathering.clashes': {
    what: 'It clashes with what is planned already.',
    now: 'See what clashes and change hours, people, car or venue; to plan it all the same, press “Plan all the same”.',
  },
  'gathering.cancelled': {
    what: 'It has been cancelled.',
    now: 'Plan a new one on another day.',
  },
  'site.face-in-use': {
    what: 'Something has hung on this face, so it cannot be dropped.',
    now: 'Keep it; rename it, or note the day from which the whole site is no longer used.',
  },
  'posting.face-taken': {
    what: 'Something else hangs on this face on those days.',
    now: 'Note it as taken down first, or choose another face or other days.',
  },
  'posting.wrong-day': {
    what: 'The day of taking down lies between the day it went up and today.',
    now: 'Choose another day.',
  },
  'first-run.done': { what: 'Loa has been set up already.', now: 'Sign in to work.' },
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
  'handover.decided': {
    what: 'This duty was given to another unit to go on with.',
    now: 'Reload the list to see which one.',
  },
  'handover.not-a-successor': {
    what: 'This unit does not follow the old one by the act of rearrangement.',
    now: 'Choose one of the successors that are named.',
  },
  'unit.ended': {
    what: 'The unit has ended, so nothing goes on under its name.',
    now: 'The unit that follows opens the dispatch and takes the draft over, or choose a unit that exists.',
  },
  'dispatch.not-orphaned': {
    what: 'There is nothing to take over: the unit still exists, nobody took over the whole of it, or the dispatch was issued.',
    now: 'Reload the page to see how it stands.',
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
  'sheet.not-ours': {
    what: 'This file is no form of Loa, or its line of titles was changed.',
    now: 'Download the form of this duty, fill in its rows and hand it in again.',
  },
  'field.other-person': {
    what: 'Somebody else recorded this on this device.',
    now: 'It is sent when that person signs in, under their own name.',
  },
  'field.photos-missing': {
    what: 'The server does not have all photos of this record yet.',
    now: 'Send it again; the photos are still on this device.',
  },
  'field.edit-unknown': {
    what: 'The server does not know this change yet.',
    now: 'Send it again; it is still on this device.',
  },
  'field.decided': {
    what: 'Somebody has chosen already, or the activity has just changed.',
    now: 'Look again, then choose.',
  },
  'upload.not-found': {
    what: 'The server no longer has the part of the photo that was sent.',
    now: 'Send the photo again from its start.',
  },
  'upload.incomplete': { what: 'The photo is not sent to its end.', now: 'Send the rest.' },
  'upload.damaged': { what: 'The photo was damaged on its way.', now: 'Send it again from its start.' },
  'upload.wrong-offset': {
    what: 'The photo is being sent from elsewhere too.',
    now: 'Go on from where the server is.',
  },
  'upload.wrong-version': { what: 'The sender speaks another version of tus.', now: 'Use tus 1.0.0.' },
  'report.nothing-to-report': {
    what: 'The campaign is not issued yet, so there is nothing to report.',
    now: 'Issue its dispatch first.',
  },
  'server.disk-full': {
    what: 'The server’s disk is full; nothing was saved.',
    now: 'Ask the administrator to free space and send again; what was saved before is unharmed.',
  },
  'succession.wrong-shape': {
    what: 'The old and the new units do not fit what was chosen.',
    now: 'A merge takes two or more into one; a split makes two or more of one, at most one of them taking the whole; names and parents are changed one unit at a time.',
  },
  'succession.day-out-of-reach': {
    what: 'The day of effect is too far off.',
    now: 'Choose a day within the last 5 years or the next 2.',
  },
  'succession.unit-not-there': {
    what: 'A unit is not valid on the day before, or a later change is already written for it.',
    now: 'Choose another day or unit; a change already written is undone first, under History.',
  },
  'succession.code-taken': {
    what: 'Another unit has the new code from that day on.',
    now: 'Choose another code, or take the unit that has it into the same act.',
  },
  'succession.parent-missing': {
    what: 'On that day no unit above has this code.',
    now: 'Choose another unit above.',
  },
  'succession.loop': {
    what: 'The unit would come to stand below itself.',
    now: 'Choose another unit above.',
  },
  'succession.children-left': {
    what: 'The code of this unit ends, and these units stand below it:',
    now: 'Choose for each where it belongs from then on, and preview again.',
  },
  'succession.nothing-changes': {
    what: 'Nothing differs from how it is.',
    now: 'Change the name, type, code or the unit above, and preview again.',
  },
  'succession.keeper-lost': {
    what: 'The body that runs Loa ends, and nobody would be administrator of a unit that takes it over whole.',
    now: 'Under Roles, let at least one administrator go to the unit that receives the whole, and write again.',
  },
  'succession.in-use': {
    what: 'Work, people or units already refer to the new unit, so this cannot be undone.',
    now: 'Write a new change from a fitting day on.',
  },
  'contact.wrong-day': {
    what: 'The day is outside the days of the unit, or the end lies before the beginning.',
    now: 'Choose a day within those of the unit.',
  },
  'contact.wrong-value': {
    what: 'This is not how such a contact looks.',
    now: 'Telephone numbers have digits, spaces and +; e-mail has @; codes have letters, digits and points.',
  },
  'address-group.phrase-taken': {
    what: 'The unit already has a group with these words.',
    now: 'Open that group to change it, or save other words.',
  },
  'table.wrong-type': {
    what: 'The file is neither CSV nor XLSX, so no list could be read.',
    now: 'Save it as .xlsx or .csv and choose it again; nothing was imported.',
  },
  'table.unreadable-text': {
    what: 'The Vietnamese text of the file is in no known encoding (Unicode, Windows-1258, TCVN3).',
    now: 'Convert the file to Unicode (UTF-8) and choose it again; nothing was imported.',
  },
  'table.no-header': {
    what: 'No row with column names was found in the first 15 rows of the first sheet.',
    now: 'Name the columns code, name, fullName, type, parentCode, validFrom, validTo, mergedInto; or oldCode, newCode, kind.',
  },
  'table.no-rows': { what: 'The list has no rows.', now: 'Check the original file and choose again.' },
  'table.too-long': {
    what: 'The list is too long: over 60,000 rows, 20 MB, or a cell of over 500 letters.',
    now: 'Split it and import one part after the other.',
  },
  'unit-import.wrong-state': {
    what: 'This import is at another step.',
    now: 'Load the page again to see where it is.',
  },
  'unit-import.changed': {
    what: 'The directory or the files changed after they were compared, so nothing was written.',
    now: 'Look at the new difference below, then write it.',
  },
  'unit-import.has-problems': {
    what: 'Some rows have problems, so nothing was written.',
    now: 'Mend the file and import it again, or choose to leave these rows out.',
  },
  'unit-import.nothing-new': {
    what: 'The directory holds everything the files say.',
    now: 'There is nothing to do.',
  },
  'unit-import.ends-operator': {
    what: 'The file ends the very body that runs this Loa on a day that has passed; nobody could sign in any more.',
    now: 'Import its successors first, appoint administrators there, then import this file.',
  },
  'unit-import.in-use': {
    what: 'Something already rests on the units of this import, so it cannot be taken back.',
    now: 'Mend it by a new import; what rests on the old units stays as it is.',
  },
  'server.busy': { what: 'The server is busy.', now: 'Wait a few seconds and try again; nothing is lost.' },
}

export const problemWords = { vi, en }
export const saidOf = (language: 'vi' | 'en', code: string): Said =>
  (problemWords[language] as Record<string, Said>)[code] ?? problemWords[language]['server.failed']
