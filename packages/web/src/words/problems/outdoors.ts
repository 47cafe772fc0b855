/** Sites, cars, gatherings, and what phones and forms send. */
export const outdoorsProblems = {
  vi: {
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
    'site.check-has-photo': {
      what: 'Lần kiểm tra này đã có một ảnh khác.',
      now: 'Ghi một lần kiểm tra mới rồi chụp ảnh cho lần đó.',
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
    'upload.wrong-offset': {
      what: 'Ảnh đang được gửi từ chỗ khác.',
      now: 'Gửi tiếp từ chỗ máy chủ đã nhận.',
    },
    'upload.wrong-version': {
      what: 'Chương trình gửi ảnh nói phiên bản tus khác.',
      now: 'Dùng tus 1.0.0.',
    },
  },
  en: {
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
    'site.check-has-photo': {
      what: 'This look has another photo already.',
      now: 'Note a new look and take the photo for that one.',
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
  },
}
