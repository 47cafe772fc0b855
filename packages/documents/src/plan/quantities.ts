/** How much is ordered, in the words of the order: "treo 20 băng rôn", "mỗi xã ít nhất 02 buổi". Nothing is converted. */
import type { DocumentTree, Paragraph } from '../document.ts'
import { fold, oneLine } from '../read/fold.ts'
import type { PlanMoney, PlanQuantity } from './plan-types.ts'
import { clauseAround, paragraphsOf, sourceAt, wordsStart } from './source.ts'

const number = '\\d{1,3}(?:[.,]\\d{1,3}){0,4}'
const some = '(?:(?:it nhat|toi thieu|toi da|khong qua|khong it hon|khoang|tren|duoi|hon|tu) )?'
const value = `(?<!mo hinh )${some}(?:la )?(?<![\\d/.-])${number}(?: ?(?:-|–|den) ?${number})?`
const unit =
  '(?:%|bang ?ron|pa ?no|ap phich|khau hieu|co phuon|standee|poster|panel|to roi|to gap|buoi|luot|tin,? ?bai|tin|bai|phong su|chuyen muc|chuyen trang|lan|cuoc|hoi nghi|lop|dot|mo hinh|diem|cum|tranh|anh|video|clip|tac pham|san pham|suat|doi|xe|bo tai lieu|cuon|ban|phieu|phut|m2|chuong trinh|tiet muc|maket|bang|tu sach)'
const pattern = new RegExp(
  `(?<value>${value}) ?(?<unit>${unit})(?![a-z0-9])(?: (?:dien tu|tuyen truyen|co dong|phat thanh|van nghe|chieu phim|luu dong))?`,
  'g',
)

/** The sentence orders; numbers of a look back or of an agenda do not. */
const orders =
  /(?<!\p{L})(?:treo|lắp đặt|lắp|dựng|tổ chức|phát|đăng|in|biên soạn|xây dựng|ít nhất|tối thiểu|mỗi|chiếu|biểu diễn|thực hiện|viết|cấp|gửi|tham gia|cử|vẽ|trưng bày|sản xuất|phấn đấu|đạt|bảo đảm|đảm bảo|duy trì|mở|triển khai)(?!\p{L})/iu
/** A share alone may be how things stand. */
const aims = /phấn đấu|bảo đảm|đảm bảo|ít nhất|tối thiểu|trở lên|mục tiêu|chỉ tiêu/iu
const past =
  /(?<!\p{L})(?:đã|được) (?:tổ chức|thực hiện|treo|phát|đăng|cấp|in|xây dựng|đạt|chiếu)|kết quả đạt được|năm \d{4} (?:đã )?đạt|so với (?:cùng kỳ|năm)|doanh thu|làm thêm/iu

export const readQuantities = (tree: DocumentTree, topics: Set<Paragraph>): PlanQuantity[] =>
  clausesOf(tree, topics, pattern).flatMap(({ match, clause, begin }) => {
    const words = tree.text.slice(begin + clause.start, begin + clause.end)
    if (!orders.test(words) || past.test(words)) return []
    if (match.groups?.unit === '%' && !aims.test(words)) return []
    const from = begin + match.index
    const given = (group: string) => match.groups?.[group]?.length ?? 0
    const source = sourceAt(tree, begin + clause.start, begin + clause.end)
    const unitAt = from + match[0].length - match[0].slice(given('value')).trimStart().length
    return [
      {
        what: oneLine(source.text),
        value: oneLine(tree.text.slice(from, from + given('value'))),
        unit: oneLine(tree.text.slice(unitAt, from + match[0].length)),
        source,
      },
    ]
  })

const sum =
  /(?<![\d.,])\d[\d.,]{0,24}(?: ?(?:trieu|ty|nghin|ngan))? ?(?:dong(?! chi| bao| thoi| bo)|vnd|vnđ|d(?=[/.,;) ]|$))(?: ?\/ ?[a-z]+)?/g

/** Money only where the text states it. */
export const readMoney = (tree: DocumentTree, topics: Set<Paragraph>): PlanMoney[] =>
  clausesOf(tree, topics, sum).flatMap(({ match, clause, begin }) => {
    const from = begin + match.index
    const amount = oneLine(tree.text.slice(from, from + match[0].length))
    // "20 dòng", "5 đông": only đồng is money.
    if (!/đồng|vn[dđ]|đ|dong/iu.test(amount)) return []
    const source = sourceAt(tree, begin + clause.start, begin + clause.end)
    if (past.test(source.text) || /^0\D/.test(amount)) return []
    return [{ text: oneLine(source.text), amount, source }]
  })

/** Every match in the body, with the clause around it. */
const clausesOf = (tree: DocumentTree, topics: Set<Paragraph>, words: RegExp) =>
  paragraphsOf(tree).flatMap((paragraph) => {
    if (topics.has(paragraph) || paragraph.role === 'basis') return []
    const begin = wordsStart(tree, paragraph)
    const flat = fold(tree.text.slice(begin, paragraph.end)).replace(/\s/g, ' ')
    return [...flat.matchAll(words)].map((match) => ({
      match,
      begin,
      clause: clauseAround(flat, match.index, match.index + match[0].length),
    }))
  })
