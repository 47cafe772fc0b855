/**
 * Who is to do something: the body a sentence names before its verb, or the heading it stands under. Read with tone marks
 * and capitals: without them "bảo vệ" is "báo", "Đảng" is "đăng", and "Đài Phát thanh" is a station that broadcasts.
 */
import type { DocumentTree, Paragraph } from '../document.ts'
import { oneLine } from '../read/fold.ts'
import { wordsStart } from './source.ts'

/** Words a body's name, or a group of bodies, begins with. */
const body =
  '(?i:(?:các |toàn bộ |\\d+ )?(?:sở|bộ(?! phận| tài liệu| quy)|phòng|ban(?! hành)|ngành|[uủ][yỷ]\\s?ban|ubnd|trung tâm|văn phòng|thanh tra|chi cục|cục|công an|công đoàn|hội(?! nghị| thảo| thi)|đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|liên đoàn|mặt trận|ubmttq|đài|báo(?! cáo| chí)|trường(?! hợp)|bệnh viện|trạm|bảo tàng|thư viện|nhà hát|nhà văn h[oóò][aáà]|đơn vị|cơ quan(?! chủ trì| phối hợp)|địa phương|thủ trưởng|giám đốc|chủ tịch|hiệu trưởng|chánh|trưởng|khoa|doanh nghiệp|bộ phận)(?![\\p{L}]))'

const verb =
  '(?:có trách nhiệm|chịu trách nhiệm|chủ trì|chủ động|phối hợp|tham mưu|hướng dẫn|chỉ đạo|báo cáo|gửi|tổ chức|xây dựng|thực hiện|triển khai|tổng hợp|theo dõi|kiểm tra|căn cứ|tiếp tục|đẩy mạnh|tăng cường|bố trí|lập|đăng ký|cung cấp|tuyên truyền|đưa tin|đăng|phát|treo|rà soát|cử|chuẩn bị|thống kê|ban hành|in|nộp|hoàn thành|mở|duy trì|bảo đảm|đảm bảo|quan tâm|nghiên cứu|có văn bản|cập nhật|phân công|khẩn trương|nghiêm túc|thông báo|tham gia|cần|phải|hỗ trợ|vận động)(?![\\p{L}])'

/** Words that tell of something instead of ordering it, or that end the name. */
const tells =
  /(?<!\p{L})(?:sẽ|đã|đang|để|được|bị|chưa|không|mà|khi|nhằm|gồm|là|thì|về việc|trong việc|có sự|nhận)(?!\p{L})/u

const asked =
  '(?:(?:[^.;]{0,200}?, )?(?:[\\p{L} ]{3,80} )?(?i:đề nghị|yêu cầu|giao(?: cho)?|phân công|ủy quyền)(?: đồng chí)?:? )'
const name = `(?<who>${body}(?:(?! (?:đề nghị|yêu cầu) )[^.;:()]|\\([^()]{0,60}\\)){0,220}?)`
const soon = '(?: sớm| tích cực| thường xuyên| kịp thời| tập trung)?'
const patterns = [
  new RegExp(
    `^(?<lead>(?i:giao |đề nghị |đối với |trách nhiệm của )?)(?<who>${body}[^.;:]{0,160}?)\\s*: ?(?=(?i:${verb}))`,
    'u',
  ),
  new RegExp(`^(?<lead>${asked})${name},?${soon} (?=${verb})`, 'u'),
  new RegExp(`^(?<lead>)(?=\\p{Lu})${name},?${soon} (?=${verb})`, 'u'),
]

/** The doer's words as printed, or null. */
export const doerOf = (sentence: string): { who: string; isAsked: boolean } | null => {
  const words = oneLine(sentence)
  for (const [index, pattern] of patterns.entries()) {
    const who = pattern.exec(words)?.groups?.who?.replace(/[,:]$/u, '') ?? ''
    if (who === '' || tells.test(who)) continue
    return { who, isAsked: index < 2 }
  }
  return null
}

const heading = new RegExp(
  `^(?i:giao |đề nghị |đối với |trách nhiệm của )?(?<who>${body}[^.;:]{0,160}?)\\s*[:.]?$`,
  'u',
)
const orders = new RegExp(` ${verb}`, 'u')

/** "2. UBND các xã:" above a list says who does what stands below it. */
export const headingDoer = (tree: DocumentTree, paragraph: Paragraph): string | null => {
  const words = oneLine(tree.text.slice(wordsStart(tree, paragraph), paragraph.end))
  if ((paragraph.marker === null && !words.endsWith(':')) || words.length > 180) return null
  const who = heading.exec(words)?.groups?.who ?? ''
  return who === '' || orders.test(who) || tells.test(who) ? null : who
}
