/**
 * Words that an engine spells wrong although only one spelling can be meant. Machines lose or swap tone marks first, so
 * wherever the letters are those of a phrase that offices write every day, the tone marks are those of that phrase. Names
 * of people and places are left as they were read.
 */
import { fold } from '../fold.ts'

/** Each with one meaning only when written without tone marks. */
const phrases = `
cộng hòa xã hội chủ nghĩa việt nam | độc lập - tự do - hạnh phúc | nơi nhận | như trên | kính gửi | nhân dân | hội đồng |
chủ tịch | giám đốc | trưởng ban | trưởng phòng | thường trực | chánh văn phòng | bộ trưởng |
cục trưởng | hiệu trưởng | an toàn giao thông | ban an toàn | thi đua - khen thưởng | khen thưởng | văn hóa | thể thao |
du lịch | thông tin | truyền thông | giáo dục | đào tạo | y tế | nội vụ | tư pháp | trung tâm | đơn vị | sự nghiệp |
thành phố | thị xã | thị trấn | tổ chức | kể từ ngày | để báo cáo | để b/c | để thực hiện | để phối hợp | thực hiện |
triển khai | tuyên truyền | kế hoạch | quyết định | thông báo | công văn | báo cáo | chi tiết một số điều | liên quan |
trực thuộc | chịu trách nhiệm | thi hành | phối hợp | phó chủ tịch | phó giám đốc | phó trưởng phòng | phó trưởng ban`
  .split('|')
  .map((phrase) => phrase.trim())
  // Longer ones last: they settle what a shorter one leaves.
  .sort((a, b) => a.length - b.length)
const spelling = new Map(phrases.map((phrase) => [fold(phrase), phrase]))
const known = new RegExp(
  `(?<![a-z])(?:${[...spelling.keys()]
    .reverse()
    .map((flat) => flat.replaceAll('/', '\\/'))
    .join('|')})(?![a-z])`,
  'g',
)

/** The words of a line, mended; as many as there were. */
export const mended = (words: string[]): string[] => {
  let line = words.join(' ')
  for (const match of fold(line).matchAll(known)) {
    const phrase = spelling.get(match[0]) ?? ''
    const own = line.slice(match.index, match.index + phrase.length)
    const right = [...phrase].map((letter, at) => likewise(own.charAt(at), letter, phrase)).join('')
    // `Uỷ`, `hoà`: the older place of a tone mark is right too.
    if (older(own) !== older(right))
      line = line.slice(0, match.index) + right + line.slice(match.index + right.length)
  }
  return completed(line).split(' ')
}

/** The letter in the case of the one that was read; `b/c` has but one. */
const likewise = (read: string, letter: string, phrase: string): string =>
  read !== read.toLowerCase() && !phrase.includes('/') ? letter.toUpperCase() : letter

const older = (text: string): string => text.toLowerCase().replaceAll('oà', 'òa').replaceAll('uỷ', 'ủy')

/**
 * Decree 30/2020/NĐ-CP, Appendix I, part II. Clause 3: a slash stands between number and symbol, a stroke thin enough to be
 * lost. Clause 9: the first recipient is `Như trên;`, the archive line begins with the
 * clerk, `Lưu: VT,`, whose T is read as other strokes.
 */
const completed = (line: string): string =>
  line
    .replace(/^(Số\s?:\s?\d{1,5})(?=(?![IJ])\p{Lu}{2,}[-–]\p{Lu})/u, '$1/')
    .replace(/(Như trên)[,.:]$/u, '$1;')
    .replace(/(Lưu\s?:\s?)V[TI1lDÏĨ](?:[;:,]|(?=\s\S))/u, '$1VT,')
    .replace(/(Lưu\s?:\s?)V[I1lDÏĨ](?=[.\s]|$)/u, '$1VT')
