/** Names of bodies and offices as a citation gives them: `của Sở Y tế tỉnh A về việc …` ends before `về`. */
import { oneLine } from './fold.ts'

const heads =
  '(?:lien )?bo (?:truong|chinh tri)?|so |uy ban|ubnd|hdnd|hoi dong|thu tuong|chinh phu|quoc hoi|chu tich|pho chu tich|van phong|cuc |tong cuc|chi cuc|vu |ban |bch |btc |bcd |tinh uy|thanh uy|huyen uy|quan uy|dang uy|trung uong|truong |hieu truong|giam doc|tong giam doc|phong |trung tam|vien |hoi |hoi nghi|lien doan|cong doan|doan |mat tran|bao hiem|kho bac|toa an|to cong tac|co quan |cong an|to |bhxh|dang doan|nha nuoc|thanh tra|bhyt|lien hiep|hiep hoi|ngan hang'

const opensName = new RegExp(`^(?:${heads})`)

/** Words with which a name cannot go on. */
const stops =
  /[;.()“”":\n]|,|\s(?:va|ve|v\/v|ra soat|tong hop|ngay|hieu luc|quy dinh|quy che|ban hanh|phe duyet|huong dan|sua doi|trien khai|cong bo|thong qua|trong|tai |da |co |la |gui|cho |nham|de nghi|bao cao|xin|yeu cau|thuc hien|giao|chi dao|tang cuong|duoc|nay|neu tren|v\.v|tren |phoi hop|ket luan|kem|len|theo|cung|den|vao|tu|kh[oó]a [ivx]+ ve|day manh|dong y|thanh lap|uy quyen|tiep tuc|chap thuan|thong bao|ke hoach|quyet dinh|nghi dinh|nghi quyet|thong tu|cong van|to trinh|chi thi|so|voi|theo|phai|can|duoc)(?![a-z])/g

/** A comma inside a name, not after it. */
const innerComma =
  /^,\s(?:the thao|thong tin|gia dinh|chu nhiem|chong|du lich|thuong binh|chua benh|kiem tra|nghe thuat|phong chong|thanh pho truc|thi xa, thanh|tim kiem|bo (?:noi vu|tai chinh|giao duc|y te|tu phap|cong an|quoc phong|cong thuong|khoa hoc|xay dung|lao dong|van hoa|thong tin|nong nghiep|ke hoach|tai nguyen)(?=.{0,50}(?: ve | va bo | quy dinh | huong dan )))/

/** The body behind `của`, right after a citation, or at the end of its sentence when other words come between. */
export const issuerAfter = (
  text: string,
  flat: string,
  from: number,
  limit: number,
): { value: string; end: number } | null => {
  const rest = flat.slice(from, limit)
  const direct = /^[\s,)]{0,3}(?:cua|do)\s+/.exec(rest)
  if (direct !== null) return nameAt(text, flat, from + direct[0].length, limit)
  // "Kế hoạch số … ngày … và Đề cương … của Ban …": the last words name who issued both.
  if (!/^\s+va [a-z]/.test(rest)) return null
  const sentence = rest.slice(0, 260).split(/[.;(\n]/)[0] ?? ''
  if (/\d\s?[-/]\s?[a-z]{2}/.test(sentence)) return null
  const of = sentence.lastIndexOf(' cua ')
  return of < 0 ? null : nameAt(text, flat, from + of + 5, limit)
}

/** `Theo đề nghị của Sở A tại Tờ trình số …`, `Sở A có Công văn số …`. */
export const issuerBefore = (text: string, flat: string, from: number, start: number): string | null => {
  const begin = Math.max(from, start - 160)
  const before = flat.slice(begin, start)
  // Only the last words: tried from each of 160 characters, the pattern took a thirtieth of the reading of a whole file.
  const last = Math.max(0, before.length - 48)
  const found = before
    .slice(last)
    .search(
      /\s?tai (?:noi dung )?(?:cac )?(?:to trinh|cong van|bao cao|van ban|ke hoach|thong bao)(?: so)?\s*:?\s*$/,
    )
  if (found < 0) return null
  const at = last + found
  const giver = /(?:^|\s)(?:(?:xet|theo) de nghi(?: cua)?|cua)\s(?!.*\scua\s)([^.;\n]{3,110})$/.exec(
    before.slice(0, at).replace(/\n/g, ' '),
  )
  const words = giver?.[1]
  if (words === undefined || !opensName.test(`${words} `)) return null
  return oneLine(text.slice(begin + at - words.length, begin + at))
}

/** The next place where a name ends: punctuation, or one of the words in small letters ("giao", not "Giáo dục"). */
const stopAfter = (words: string, original: string, from: number): number => {
  stops.lastIndex = from
  for (let match = stops.exec(words); match !== null; match = stops.exec(words)) {
    const word = match[0].trimStart()
    const at = match.index + match[0].length - word.length
    if (!/^[a-z]/.test(word) || word.startsWith('v/')) return match.index
    const marked = exact[word]
    const printed = original.slice(at, at + word.length)
    if (marked !== undefined && printed !== marked && printed !== word) {
      stops.lastIndex = at + 1
      continue
    }
    const carriesOn =
      /^va\s/.test(words.slice(at)) &&
      /^\S+\s\p{Lu}/u.test(original.slice(at, at + 12)) &&
      !citesNext.test(words.slice(at))
    if (
      /^\p{Ll}/u.test(original.slice(at)) &&
      !carriesOn &&
      !innerWords.test(words.slice(Math.max(0, at - 12), at + 16))
    )
      return match.index
    stops.lastIndex = at + 1
  }
  return -1
}

/** Short words that differ from parts of names only by their marks: `số` and `cơ sở`, `từ` and `đầu tư`. */
const exact: Record<string, string> = {
  so: 'số',
  giao: 'giao',
  tu: 'từ',
  co: 'có',
  tai: 'tại',
  can: 'cần',
  da: 'đã',
  la: 'là',
  ve: 'về',
  den: 'đến',
  cho: 'cho',
  len: 'lên',
  theo: 'theo',
  cung: 'cùng',
  nay: 'này',
  duoc: 'được',
  ngay: 'ngày',
}

const citesNext =
  /^va (?:dieu \d|khoan \d|diem |de cuong|ke hoach|quyet dinh|nghi dinh|nghi quyet|cong van|thong tu|to trinh|chi thi|van ban|luat)/

/** Names that hold such a word: "Ủy ban Quốc gia về …", "Ban Chỉ đạo về …". */
const innerWords =
  /(?:quoc gia|chi dao|cong tac|dieu hanh|giam sat|kiem tra|lien nganh) ve chuyen doi|chuyen doi so/

const nameAt = (
  text: string,
  flat: string,
  from: number,
  limit: number,
): { value: string; end: number } | null => {
  // A name broken over lines goes on; a blank line ends it.
  const rest = flat.slice(from, Math.min(limit, from + 160)).split(/\n\s*\n/)[0] ?? ''
  const words = rest.replace(/\n/g, ' ')
  const original = text.slice(from, from + words.length)
  if (!opensName.test(words)) return null
  let end = 0
  for (;;) {
    const at = stopAfter(words, original, end)
    if (at < 0) {
      end = words.length
      break
    }
    end = at
    if (words.charAt(end) === ',' && innerComma.test(words.slice(end))) {
      end += 1
      continue
    }
    if (words.charAt(end) === '.' && /\btp$/.test(words.slice(0, end))) {
      end += 1
      continue
    }
    break
  }
  const value = oneLine(text.slice(from, from + end)).replace(/[\s,-]+$/u, '')
  return value === '' ? null : { value, end: from + end }
}
