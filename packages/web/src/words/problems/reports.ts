/** Reporting rounds, reports of units, report documents and templates. */
export const reportsProblems = {
  vi: {
    'reminder.nothing-lacks': {
      what: 'Có đơn vị nay không còn thiếu điều định nhắc.',
      now: 'Tải lại danh sách; đơn vị đã làm xong tự ra khỏi danh sách.',
    },
    'reminder.unknown-gap': {
      what: 'Trong lời nhắc có ô { } mà hồ sơ không có gì để điền.',
      now: 'Xóa ô được nêu, hoặc dùng đúng các ô ghi dưới khung soạn.',
    },
    'reminder.said-today': {
      what: 'Đơn vị được nêu đã có lời nhắc đúng điều này cho ngày gửi.',
      now: 'Bỏ chọn đơn vị đó, hoặc bỏ điều đã nhắc; hôm khác nhắc lại được.',
    },
    'reminder.gone': {
      what: 'Lời nhắc này đã gửi hoặc đã rút nên không sửa được nữa.',
      now: 'Còn điều cần nói thì soạn lời nhắc mới.',
    },
    'holiday.wrong-year': {
      what: 'Ngày này không thuộc năm đang xem.',
      now: 'Chọn ngày trong năm, hoặc đổi năm ở đầu trang.',
    },
    'holiday.not-a-weekend': {
      what: 'Chỉ thứ Bảy, Chủ nhật mới ghi là ngày làm bù.',
      now: 'Chọn ngày thứ Bảy hoặc Chủ nhật; ngày thường vốn là ngày làm việc.',
    },
    'report.gaps': {
      what: 'Còn đơn vị hoặc hình thức chưa có số liệu.',
      now: 'Chờ đơn vị nộp, hoặc chọn Báo cáo với phần còn thiếu: báo cáo nêu tên từng đơn vị.',
    },
    'report.not-draft': {
      what: 'Báo cáo không còn là dự thảo nên không lập lại, không sửa lời được.',
      now: 'Nhờ người duyệt trả lại; báo cáo đã ký thì lập báo cáo bổ sung hoặc báo cáo thay thế.',
    },
    'report.not-signed': {
      what: 'Chỉ bổ sung hoặc thay thế báo cáo chính đã ký, đã có số.',
      now: 'Báo cáo còn là dự thảo thì lập lại từ số liệu mới.',
    },
    'report.nothing-new': {
      what: 'Chưa có đơn vị nào gửi thêm sau báo cáo trước.',
      now: 'Chờ đơn vị nộp rồi lập báo cáo bổ sung.',
    },
    'report.replaced': {
      what: 'Báo cáo này đã có báo cáo khác thay thế.',
      now: 'Mở báo cáo thay thế và làm tiếp từ đó.',
    },
    'report.body-by-outline': {
      what: 'Nội dung báo cáo lập từ số liệu và từ lời viết ở trang báo cáo.',
      now: 'Mở trang báo cáo để viết; ở đây chỉ sửa trích yếu, nơi nhận, người ký.',
    },
    'report.no-such-block': {
      what: 'Phần này không phải phần để viết.',
      now: 'Chỉ viết vào các phần có khung “chưa viết”; số liệu do dữ liệu lập.',
    },
    'report-template.name-taken': {
      what: 'Đơn vị đã có mẫu báo cáo tên này.',
      now: 'Đặt tên khác, hoặc sửa mẫu đã có.',
    },
    'round.wrong-days': {
      what: 'Ngày đầu kỳ sau ngày cuối kỳ, hoặc ngày chốt trước ngày đầu kỳ.',
      now: 'Sửa lại các ngày của kỳ.',
    },
    'round.due-too-early': {
      what: 'Hạn nộp phải sau ngày chốt số liệu ít nhất một ngày làm việc (Nghị định 09/2019/NĐ-CP).',
      now: 'Lùi hạn nộp, hoặc chốt số liệu sớm hơn.',
    },
    'round.due-after-own': {
      what: 'Đơn vị nộp sau lúc chính cơ quan phải báo cáo lên trên.',
      now: 'Đặt hạn của đơn vị trước hạn của cơ quan.',
    },
    'round.not-running': {
      what: 'Đợt chưa ban hành công văn nên chưa có đơn vị nào phải báo cáo.',
      now: 'Ban hành công văn của đợt trước.',
    },
    'expected-report.wrong-state': {
      what: 'Báo cáo đang ở bước khác nên không làm được việc này.',
      now: 'Tải lại trang để xem báo cáo đang ở bước nào.',
    },
    'expected-report.gaps': {
      what: 'Còn đơn vị cấp dưới chưa được chấp nhận báo cáo.',
      now: 'Xem các đơn vị đó trước, hoặc nộp và nêu rõ phần còn thiếu.',
    },
  },
  en: {
    'reminder.nothing-lacks': {
      what: 'A unit no longer lacks what it was to be reminded of.',
      now: 'Load the list again; units that are done leave it by themselves.',
    },
    'reminder.unknown-gap': {
      what: 'The text has a gap { } that nothing in the file fills.',
      now: 'Delete the gap that is named, or use those listed below the text.',
    },
    'reminder.said-today': {
      what: 'The unit that is named is reminded of this on that day already.',
      now: 'Leave the unit or the reason out; on another day it can be said again.',
    },
    'reminder.gone': {
      what: 'The reminder was sent or withdrawn and stays as it is.',
      now: 'Write a new one if there is more to say.',
    },
    'holiday.wrong-year': {
      what: 'The day is not in the year that is shown.',
      now: 'Choose a day of the year, or another year above.',
    },
    'holiday.not-a-weekend': {
      what: 'Only a Saturday or Sunday can be worked instead of another day.',
      now: 'Choose a Saturday or Sunday; other days are working days anyway.',
    },
    'report.gaps': {
      what: 'Units or forms have no figures yet.',
      now: 'Wait for them, or choose Report with what is missing: each unit is named.',
    },
    'report.not-draft': {
      what: 'The report is no draft any more, so it is neither redrafted nor rewritten.',
      now: 'Ask who approves to return it; a signed one gets a supplement or is replaced.',
    },
    'report.not-signed': {
      what: 'Only a main report that is signed and numbered is supplemented or replaced.',
      now: 'A draft is drawn up again from the newer figures.',
    },
    'report.nothing-new': {
      what: 'No unit has handed anything in since the last report.',
      now: 'Wait for them, then draft the supplement.',
    },
    'report.replaced': {
      what: 'Another report has taken the place of this one.',
      now: 'Open that one and go on from there.',
    },
    'report.body-by-outline': {
      what: 'The body of a report is made of data, and of the words written on the page of the report.',
      now: 'Write on the page of the report; here only subject, recipients and signer are changed.',
    },
    'report.no-such-block': {
      what: 'This part is not for writing.',
      now: 'Write in the parts marked as not written; figures come from the data.',
    },
    'report-template.name-taken': {
      what: 'The unit has a report template of that name.',
      now: 'Choose another name, or change that one.',
    },
    'round.wrong-days': {
      what: 'The first day is after the last, or the cut-off before the first day.',
      now: 'Put the days of the round right.',
    },
    'round.due-too-early': {
      what: 'Reports are due at least one working day after the cut-off (Decree 09/2019/NĐ-CP).',
      now: 'Choose a later due time, or an earlier cut-off.',
    },
    'round.due-after-own': {
      what: 'Units would report after the body itself must.',
      now: 'Set their due time before that of the body.',
    },
    'round.not-running': {
      what: 'The dispatch of the campaign is not issued, so nobody has to report yet.',
      now: 'Issue the dispatch first.',
    },
    'expected-report.wrong-state': {
      what: 'The report stands at another step.',
      now: 'Load the page again to see where it stands.',
    },
    'expected-report.gaps': {
      what: 'Reports of units below are not accepted yet.',
      now: 'Look at them first, or hand in and declare what is missing.',
    },
  },
}
