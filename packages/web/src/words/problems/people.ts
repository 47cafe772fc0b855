/** Ways in, invitations, roles, delegations and leave. */
export const peopleProblems = {
  vi: {
    'passkey.refused': {
      what: 'Khóa đăng nhập này không khớp hoặc đã dùng rồi.',
      now: 'Thử lại, hoặc đăng nhập bằng mật khẩu.',
    },
    'passkey.wrong-address': {
      what: 'Địa chỉ đang mở không dùng được khóa đăng nhập: trình duyệt chỉ nhận tên miền có HTTPS, hoặc localhost.',
      now: 'Mở Loa bằng tên miền của cơ quan, hoặc dùng mật khẩu.',
    },
    'oidc.off': {
      what: 'Loa ở đây không nối với cổng đăng nhập chung nào.',
      now: 'Đăng nhập bằng mật khẩu.',
    },
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
  },
  en: {
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
    'account.wrong-password': {
      what: 'The current password is wrong.',
      now: 'Type the password you use now.',
    },
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
  },
}
