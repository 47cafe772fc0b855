/** A document that orders nothing makes no plan, and the plan says why. */
import type { DocumentTree, DocumentType } from '../document.ts'
import { fold } from '../read/fold.ts'
import type { Plan } from './plan-types.ts'
import { paragraphsOf, sourceOfField } from './source.ts'

/** These types inform, ask or invite; what they say about means and days is no order. */
const informing: Partial<Record<DocumentType, string>> = {
  'giay-moi': 'Giấy mời không giao việc tuyên truyền.',
  'bao-cao': 'Báo cáo nêu việc đã làm, không giao việc.',
  'to-trinh': 'Tờ trình đề nghị cấp trên quyết định, không giao việc.',
}

/** Subjects of documents that settle one thing or tell its outcome. */
const settles: [RegExp, string][] = [
  [
    /\b(?:khen thuong|tang (?:giay|bang) khen|cong nhan|tang danh hieu|thi dua)\b/,
    'Văn bản khen thưởng, công nhận không giao việc.',
  ],
  [
    /\b(?:bo nhiem|dieu dong|mien nhiem|nang (?:bac )?luong|nghi huu|cu (?:can bo|cong chuc) di)\b/,
    'Văn bản về cán bộ không giao việc tuyên truyền.',
  ],
  [
    /\b(?:thanh lap|kien toan|phe duyet|cap (?:giay )?phep|thu hoi)\b/,
    'Quyết định thành lập, phê duyệt không giao việc tuyên truyền.',
  ],
]
const outcome = /^(?:thong bao |v\/v |ve (?:viec )?|cong bo )*ket qua\b/

/** Somebody is asked for something, even if what it is was not understood. */
const asks = (tree: DocumentTree): boolean =>
  paragraphsOf(tree).some(
    ({ role, start, end }) =>
      role !== 'basis' &&
      /(?<!\p{L}|theo )(?:đề nghị|yêu cầu|giao (?!thông|dịch|lưu|tiếp)|phân công)/iu.test(
        tree.text.slice(start, end),
      ),
  )

const ordering = new Set<DocumentType>(['ke-hoach', 'huong-dan', 'chi-thi', 'cong-dien'])

type Orders = Pick<Plan, 'topics' | 'forms' | 'duties' | 'deadlines' | 'quantities'>

export const nothingOrdered = (
  tree: DocumentTree,
  { topics, forms, duties, deadlines, quantities }: Orders,
): Plan['warnings'][number] | null => {
  const why = reason(
    tree,
    topics.length + forms.length > 0,
    duties.length + deadlines.length + quantities.length > 0,
  )
  return why === null
    ? null
    : {
        code: 'plan.nothing-ordered',
        text: `${why} Loa không lập kế hoạch.`,
        source: sourceOfField(tree, 'subject'),
      }
}

const reason = (tree: DocumentTree, isCampaign: boolean, asksAnything: boolean): string | null => {
  const known = informing[tree.type]
  if (known !== undefined) return known
  // These order by what they are; where nothing was found in one, the reading is poor.
  if (ordering.has(tree.type)) return null
  const subject = fold(tree.subject ?? '').replace(/\s+/g, ' ')
  if (tree.type === 'quyet-dinh' && !isCampaign) {
    const settled = settles.find(([pattern]) => pattern.test(subject))
    return settled?.[1] ?? (asksAnything ? null : 'Quyết định không giao việc tuyên truyền.')
  }
  if (tree.type === 'thong-bao' && outcome.test(subject) && !isCampaign)
    return 'Văn bản thông báo kết quả, không giao việc.'
  return isCampaign || asksAnything || asks(tree)
    ? null
    : 'Văn bản không nêu nội dung, hình thức, thời hạn hay việc phải làm.'
}
