/** What any request may be told: its shape, the session behind it, the right to it. */
export const askingProblems = {
  vi: {
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
    'first-run.done': { what: 'Loa đã được thiết lập rồi.', now: 'Đăng nhập để làm việc.' },
    'server.disk-full': {
      what: 'Ổ đĩa của máy chủ đã đầy, chưa lưu được gì.',
      now: 'Báo người quản trị giải phóng chỗ rồi gửi lại; những gì đã lưu vẫn nguyên vẹn.',
    },
    'server.busy': { what: 'Máy chủ đang bận.', now: 'Chờ vài giây rồi bấm Thử lại; chưa có gì bị mất.' },
  },
  en: {
    'request.invalid': {
      what: 'Some fields are not right.',
      now: 'Correct the fields named and send again.',
    },
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
    'first-run.done': { what: 'Loa has been set up already.', now: 'Sign in to work.' },
    'server.disk-full': {
      what: 'The server’s disk is full; nothing was saved.',
      now: 'Ask the administrator to free space and send again; what was saved before is unharmed.',
    },
    'server.busy': { what: 'The server is busy.', now: 'Wait a few seconds and try again; nothing is lost.' },
  },
}
