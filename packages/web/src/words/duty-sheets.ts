import { makeWords } from './make-words.ts'

export const dutySheetWords = makeWords(
  {
    title: 'Biểu ghi khi không có mạng',
    lead: 'Tải biểu về, ghi trên máy hoặc in ra ghi tay, rồi nộp lại chính tệp đó. Nộp hai lần vẫn tính một lần.',
    toDuty: 'Về việc được giao',
    download: 'Tải biểu ghi',
    downloadHelp: 'Có mã QR dẫn về trang này, bảng chỉ tiêu và bảng nội dung. In ra giấy A4 nằm ngang.',
    handIn: 'Nộp biểu đã ghi',
    choose: 'Chọn tệp XLSX',
    handInHelp: 'Loa đọc và cho xem từng dòng trước; chưa ghi gì cho tới khi anh/chị xác nhận.',
    empty: 'Biểu chưa có dòng nào được ghi.',
    line: 'Dòng',
    indicator: 'Chỉ tiêu',
    quantity: 'Số lượng',
    place: 'Nơi làm',
    day: 'Ngày làm',
    state: 'Kết quả đọc',
    states: {
      new: 'Ghi mới',
      changed: 'Sửa dòng đã nộp',
      there: 'Đã có, không tính lại',
      wrong: 'Chưa ghi được',
    },
    troubles: {
      indicator: 'Không có chỉ tiêu này: chép tên trong bảng Chỉ tiêu.',
      quantity: 'Số lượng phải là số lớn hơn 0.',
      decimals: 'Số lượng có quá nhiều số lẻ cho chỉ tiêu này.',
      place: 'Ghi nơi làm, từ 2 ký tự.',
      day: 'Ngày ghi dạng ngày/tháng/năm, không sau hôm nay.',
      topics: 'Ghi số của nội dung theo bảng Nội dung.',
      'id-missing': 'Dòng chèn thêm: chuyển sang dòng có sẵn của biểu.',
      'id-twice': 'Dòng chép từ dòng khác: chuyển sang dòng có sẵn còn trống.',
      'other-duty': 'Dòng thuộc biểu của việc khác.',
      closed: 'Dòng này đã được chấp nhận nên không sửa được.',
    },
    keep: (count: number) => `Xác nhận ghi ${count} dòng`,
    keepWhy: (good: number, wrong: number) =>
      wrong > 0
        ? `${good} dòng ghi được, ${wrong} dòng chưa. Dòng chưa được thì sửa trong tệp rồi nộp lại.`
        : `${good} dòng ghi được.`,
    nothingToKeep: 'Không có dòng mới nào để ghi.',
    kept: (count: number) =>
      `Đã ghi ${count} dòng. Mới là lời khai: bổ sung ảnh để được tính là đã chứng minh.`,
  },
  {
    title: 'A form for work without network',
    lead: 'Download the form, fill it in on a computer or on paper, and hand in that very file. Twice counts once.',
    toDuty: 'Back to the duty',
    download: 'Download the form',
    downloadHelp: 'With a QR code that leads here, the indicators and the topics. Prints on A4 lying down.',
    handIn: 'Hand in the form',
    choose: 'Choose an XLSX file',
    handInHelp: 'Loa reads it and shows each row first; nothing is recorded until you confirm.',
    empty: 'No row of the form is filled in.',
    line: 'Row',
    indicator: 'Indicator',
    quantity: 'Quantity',
    place: 'Place',
    day: 'Day',
    state: 'What it is',
    states: {
      new: 'New',
      changed: 'Changes a row handed in before',
      there: 'There already',
      wrong: 'Not recorded',
    },
    troubles: {
      indicator: 'No such indicator: copy its name from the sheet of indicators.',
      quantity: 'The quantity must be a number above 0.',
      decimals: 'Too many decimals for this indicator.',
      place: 'Name the place, at least 2 letters.',
      day: 'Write the day as day/month/year, not after today.',
      topics: 'Write the numbers of the topics from their sheet.',
      'id-missing': 'An added row: use one of the rows of the form.',
      'id-twice': 'Copied from another row: use an empty row of the form.',
      'other-duty': 'This row is of the form of another duty.',
      closed: 'This row was accepted and can no longer be changed.',
    },
    keep: (count: number) => `Record ${count} rows`,
    keepWhy: (good: number, wrong: number) =>
      wrong > 0
        ? `${good} rows can be recorded, ${wrong} cannot. Mend those in the file and hand it in again.`
        : `${good} rows can be recorded.`,
    nothingToKeep: 'There is no new row to record.',
    kept: (count: number) =>
      `${count} rows recorded. They are claims: add photos to have them count as proved.`,
  },
)
