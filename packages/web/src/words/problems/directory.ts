/** Units, their contacts and boundaries, imports and successions. */
export const directoryProblems = {
  vi: {
    'boundaries.unreadable': {
      what: 'Tệp không đọc được như ranh giới GeoJSON, hoặc quá lớn.',
      now: 'Xuất lại thành FeatureCollection, kinh độ và vĩ độ WGS 84, dưới 40 MB và một triệu đỉnh.',
    },
    'boundaries.wrong-days': {
      what: 'Ngày hết hiệu lực đứng trước ngày bắt đầu.',
      now: 'Sửa lại hai ngày rồi đọc lại tệp.',
    },
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
    'period.unknown': {
      what: 'Không có kỳ số liệu như vậy, hoặc đợt chưa có ngày nào.',
      now: 'Chọn lại lịch và kỳ trên trang.',
    },
  },
  en: {
    'period.unknown': {
      what: 'There is no such period, or the campaign has no days yet.',
      now: 'Choose calendar and period again.',
    },
    'boundaries.unreadable': {
      what: 'The file cannot be read as boundaries in GeoJSON, or is too large.',
      now: 'Export it as a FeatureCollection, longitude and latitude in WGS 84, below 40 MB and a million corners.',
    },
    'boundaries.wrong-days': {
      what: 'The last day stands before the first.',
      now: 'Put the two days right and read the file again.',
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
  },
}
