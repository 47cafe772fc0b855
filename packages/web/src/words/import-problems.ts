/** What is wrong with a row of an import, and how it is mended. */
import { makeWords } from './language.tsx'

type Said = Record<string, { what: (about: string) => string; mend: string }>

export const importProblemWords = makeWords(
  {
    'no-code': { what: () => 'Thiếu mã.', mend: 'Ghi mã của đơn vị.' },
    'no-name': { what: () => 'Thiếu tên.', mend: 'Ghi tên hoặc tên đầy đủ.' },
    'unknown-type': {
      what: (about: string) => `Không rõ loại "${about}".`,
      mend: 'Ghi một loại mà danh bạ biết: Tỉnh, Xã, Phường, Sở, Phòng, Đơn vị sự nghiệp…',
    },
    'bad-date': {
      what: (about: string) => `"${about}" không phải là ngày.`,
      mend: 'Ghi ngày như 01/7/2025.',
    },
    'to-before-from': {
      what: (about: string) => `Kết thúc ngày ${about} trước khi bắt đầu.`,
      mend: 'Sửa Từ ngày hoặc Đến ngày.',
    },
    doubled: {
      what: (about: string) => `Trùng mã, trùng ngày với dòng ${about}.`,
      mend: 'Bỏ một dòng, hoặc cho hai dòng nối ngày nhau.',
    },
    repeated: { what: (about: string) => `Lặp lại dòng ${about}.`, mend: '' },
    'same-code': {
      what: (about: string) => `Dòng ${about} cùng mã có lỗi nên cả mã này để lại.`,
      mend: 'Sửa dòng kia.',
    },
    'other-words': {
      what: (about: string) => `Danh bạ ghi khác: ${about}.`,
      mend: 'Ghi Từ ngày là ngày bắt đầu đổi, tên cũ được giữ cho những ngày trước đó; hoặc sửa cho khớp.',
    },
    'other-end': {
      what: (about: string) => `Danh bạ ghi đơn vị này kết thúc ngày ${about}.`,
      mend: 'Sửa Đến ngày cho khớp; nếu danh bạ sai, hoàn tác lượt nạp đã ghi ngày đó.',
    },
    overlap: {
      what: (about: string) => `Mã đang thuộc về đơn vị khác trong những ngày đó: ${about}.`,
      mend: 'Sửa ngày hoặc mã.',
    },
    'parent-missing': {
      what: (about: string) => `Không có đơn vị cấp trên mã ${about}.`,
      mend: 'Sửa mã cấp trên, hoặc nạp cùng lúc danh sách có đơn vị đó.',
    },
    'parent-days': {
      what: (about: string) => `Cấp trên không có đủ những ngày của đơn vị: ${about}.`,
      mend: 'Sửa Từ ngày, Đến ngày, hoặc tách dòng theo từng cấp trên.',
    },
    loop: {
      what: (about: string) => `Vòng cấp trên: ${about}.`,
      mend: 'Sửa mã cấp trên của một đơn vị trong vòng.',
    },
    'successor-missing': {
      what: (about: string) => `Không có đơn vị kế thừa mã ${about} sau ngày kết thúc.`,
      mend: 'Nạp cùng lúc danh sách có đơn vị đó, hoặc sửa cột Kế thừa.',
    },
    mapping: {
      what: (about: string) => `Bảng mã cũ, mã mới có lỗi ở mã ${about}, nên chưa rõ ai kế thừa.`,
      mend: 'Sửa các dòng của mã này trong bảng mã.',
    },
    'unknown-share': {
      what: (about: string) => `"${about}" không phải toàn bộ hay một phần.`,
      mend: 'Ghi Toàn bộ hoặc Một phần.',
    },
    'old-unknown': {
      what: (about: string) => `Không có đơn vị cũ mã ${about}.`,
      mend: 'Sửa mã cũ, hoặc nạp cùng lúc danh sách có đơn vị đó.',
    },
    'new-unknown': {
      what: (about: string) => `Không có đơn vị mới mã ${about}.`,
      mend: 'Sửa mã mới, hoặc nạp cùng lúc danh sách có đơn vị đó.',
    },
    'mapping-days': {
      what: (about: string) => `Không rõ ngày chuyển của ${about}.`,
      mend: 'Đơn vị cũ phải kết thúc ngay trước ngày đơn vị mới bắt đầu: sửa ngày trong danh sách.',
    },
    'new-other-day': {
      what: (about: string) => `Đơn vị mới không bắt đầu ngày ${about} như cả bảng.`,
      mend: 'Sửa ngày, hoặc tách bảng theo ngày.',
    },
    'old-still-there': {
      what: (about: string) => `Đơn vị cũ còn hiệu lực ngày ${about}.`,
      mend: 'Nạp cùng lúc danh sách ghi ngày kết thúc của đơn vị cũ.',
    },
    'abolished-already': {
      what: (about: string) => `Danh bạ đã ghi ${about} kết thúc không có kế thừa.`,
      mend: 'Hoàn tác lượt nạp đó, rồi nạp danh sách cùng bảng mã này.',
    },
    'same-old-code': {
      what: (about: string) => `Một dòng khác của mã ${about} có lỗi.`,
      mend: 'Sửa dòng kia; một đơn vị chia ra thì ghi đủ mọi phần.',
    },
  } as Said,
  {
    'no-code': { what: () => 'No code.', mend: 'Write the code of the unit.' },
    'no-name': { what: () => 'No name.', mend: 'Write its name or full name.' },
    'unknown-type': {
      what: (about: string) => `Unknown type "${about}".`,
      mend: 'Write a type the directory knows.',
    },
    'bad-date': {
      what: (about: string) => `"${about}" is no day.`,
      mend: 'Write days as 2025-07-01 or 01/7/2025.',
    },
    'to-before-from': {
      what: (about: string) => `It ends on ${about}, before it begins.`,
      mend: 'Mend one of the days.',
    },
    doubled: {
      what: (about: string) => `Same code on the same days as line ${about}.`,
      mend: 'Remove one, or let one follow the other.',
    },
    repeated: { what: (about: string) => `Repeats line ${about}.`, mend: '' },
    'same-code': {
      what: (about: string) => `Line ${about} of this code has a problem, so the whole code is left out.`,
      mend: 'Mend that line.',
    },
    'other-words': {
      what: (about: string) => `The directory says: ${about}.`,
      mend: 'Give the day on which it changes as its first day, or make it agree.',
    },
    'other-end': {
      what: (about: string) => `The directory says it ended on ${about}.`,
      mend: 'Make the day agree; if the directory is wrong, undo the import that wrote it.',
    },
    overlap: {
      what: (about: string) => `Another unit has the code on those days: ${about}.`,
      mend: 'Mend the days or the code.',
    },
    'parent-missing': {
      what: (about: string) => `There is no superior with the code ${about}.`,
      mend: 'Mend the code, or import the list with that unit together with this.',
    },
    'parent-days': {
      what: (about: string) => `The superior is not there on all days of the unit: ${about}.`,
      mend: 'Mend the days, or write one row for each superior.',
    },
    loop: {
      what: (about: string) => `Superiors in a circle: ${about}.`,
      mend: 'Mend one of their superiors.',
    },
    'successor-missing': {
      what: (about: string) => `There is no successor with the code ${about} after its last day.`,
      mend: 'Import the list with that unit together with this, or mend mergedInto.',
    },
    mapping: {
      what: (about: string) => `The mapping of ${about} has a problem, so its successor is not known.`,
      mend: 'Mend the rows of this code in the mapping.',
    },
    'unknown-share': {
      what: (about: string) => `"${about}" is neither full nor partial.`,
      mend: 'Write full or partial.',
    },
    'old-unknown': {
      what: (about: string) => `There is no old unit ${about}.`,
      mend: 'Mend the code, or import the list with that unit together with this.',
    },
    'new-unknown': {
      what: (about: string) => `There is no new unit ${about}.`,
      mend: 'Mend the code, or import the list with that unit together with this.',
    },
    'mapping-days': {
      what: (about: string) => `On which day ${about} happened is not known.`,
      mend: 'The old unit must end right before the new one begins.',
    },
    'new-other-day': {
      what: (about: string) => `The new unit does not begin on ${about} as the mapping does.`,
      mend: 'Mend the day, or split the mapping by days.',
    },
    'old-still-there': {
      what: (about: string) => `The old unit is still there on ${about}.`,
      mend: 'Import the list with its last day together with this.',
    },
    'abolished-already': {
      what: (about: string) => `The directory says that ${about} ended without a successor.`,
      mend: 'Undo that import, then import the list together with this mapping.',
    },
    'same-old-code': {
      what: (about: string) => `Another row of ${about} has a problem.`,
      mend: 'Mend that row; a divided unit needs all its parts.',
    },
  } as Said,
)
