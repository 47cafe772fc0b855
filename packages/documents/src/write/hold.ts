/**
 * What a line must not break: a number and symbol, a date, a person's name, `Điều 5`. Spaces in them become no-break spaces; around a
 * run of letters with a hyphen or a slash, where a program may break, stand U+2060 in pairs, for the writers to turn into what they have
 * for it. Neither is seen, and neither is a part of the words.
 */
export const hold = (text: string): string =>
  holdCodes(
    /\d|[Ôô]ng|[Bb]à|[Đđ]ồng chí/.test(text)
      ? text
          .replace(dates, (date) => date.replaceAll(' ', space))
          .replace(articles, `$1${space}`)
          .replace(persons, (person) => person.replaceAll(' ', space))
          .replace(numbers, `$1${space}`)
      : text,
  )

/** The same of numbers and symbols only, where lines are narrow. */
export const holdCodes = (text: string): string =>
  /[/-]/.test(text)
    ? text.replace(codes, (code) => (code.length <= longest ? `${joiner}${code}${joiner}` : code))
    : text

/** The same words, free to break. */
export const unheld = (text: string): string => text.replaceAll(joiner, '').replaceAll(space, ' ')

export const joiner = '\u2060'
const space = '\u00a0'
/** What is longer has to break somewhere. */
const longest = 36

const dates =
  /(?<![\p{L}\d])(?:ngày \d{1,2} )?(?:tháng \d{1,2} )?năm \d{4}(?!\d)|(?<![\p{L}\d])(?:ngày \d{1,2} tháng \d{1,2}|ngày (?=\d{1,2}[/.-]\d)|ngày \d{1,2}|tháng \d{1,2})(?!\d)/giu
const articles =
  /(?<![\p{L}\d])(Điều|khoản|điểm|Khoản|Điểm|Mục|Chương|Phần|Phụ lục|lúc|hồi) (?=(?:[IVX]{1,5}|\d{1,3}|[a-zđ])(?![\p{L}\d]))/gu
const persons = /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí)(?: \p{Lu}\p{Ll}{0,6}){2,4}(?!\p{L})/gu
const numbers = /(?<![\p{L}\d])([Ss]ố|\d+)(?= (?:\d{1,6}[/-]\S|(?:giờ|phút|giây|%|m²|km|kg)(?!\p{L}))) /gu
/** `30/2020/NĐ-CP`, `114-KH/BTCTW`, `05/3/2024`, and a symbol alone: `SVHTTDL-QLVHGĐ`. */
const codes =
  /(?<![\p{L}\d/-])(?:\d{1,6}[/-][\p{L}\d]+(?:[/-][\p{L}\d]+)*|\p{Lu}[\p{Lu}\d]+(?:-\p{Lu}[\p{Lu}\d]+)+)(?![\p{L}\d])/gu
