/**
 * Duties: what somebody has to hand in, and what a body named in the order has to do. What all addressees are asked
 * together is the campaign itself and stands under topics and forms. A purpose such as "(để báo cáo)" among the
 * recipients informs and makes no duty.
 */
import type { DocumentTree, Paragraph, ParagraphRole } from '../document.ts'
import { capitals, fold, oneLine } from '../read/fold.ts'
import { doerOf, headingDoer } from './doers.ts'
import type { PlanDuty } from './plan-types.ts'
import { paragraphsOf, type Stretch, sentencesOf, sourceAt } from './source.ts'

const asks =
  /(?<!\b(?:duoc|da|ho so) )\b(?:bao cao (?:\S+ )?(?:ket qua|tinh hinh|so lieu|tien do|nhanh|ve|dinh ky|gui|bang van ban)|tong hop,? bao cao|gui (?:\S+ ){0,2}(?:bao cao|ke hoach|san pham|ho so|danh sach|so lieu|ket qua)|dang ky (?:tham gia|so luong|voi)|(?:xay dung|ban hanh|lap) (?:ke hoach|danh sach)|(?:so ket|tong ket)(?:,| va) (?:\S+ ){0,3}bao cao|thong ke, bao cao)/

/** Handing in, of a report or of anything else. */
const reports = /\bbao cao\b|\bgui\b|\bthong ke\b|\bso ket\b|\btong ket\b/
/** Opens the list that follows, or says no more than that it should be done. */
const introduces =
  /(?:nhu sau|sau day|duoi day|noi dung sau|nhiem vu sau|cong viec sau|viec sau|mot so noi dung)\s*[:.]?\s*$|:\s*$/
const closes =
  /neu co (?:kho khan|vuong mac|phat sinh|van de)|(?:kho khan,? )?vuong mac|(?:nghiem tuc |khan truong |quan tam,? )*(?:to chuc |phoi hop )?(?:trien khai )?thuc hien(?: (?:tot|theo dung|day du|nghiem tuc|cac noi dung (?:tren|nay)))?\s*(?:cong van|ke hoach|van ban|chi thi|quyet dinh|huong dan|noi dung)?(?: nay| tren)?\s*[./]*$|chiu trach nhiem thi hanh|tran trong cam on|^tren day la|\bnhan duoc\b|se khong duoc|^(?:hien nay|hien dang)\b|can cu (?:quyet dinh|ke hoach) thi hanh/

const depths: Record<ParagraphRole, number> = {
  part: 0,
  section: 1,
  clause: 2,
  point: 3,
  dash: 4,
  plus: 5,
  basis: 6,
  text: 6,
}

export const readDuties = (tree: DocumentTree, topics: Set<Paragraph>): PlanDuty[] => {
  const duties: PlanDuty[] = []
  /** The heading whose list is being read, and how deep it stands. */
  let above: { who: string; depth: number } | null = null
  for (const paragraph of paragraphsOf(tree)) {
    if (topics.has(paragraph) || paragraph.role === 'basis') continue
    const depth = depths[paragraph.role]
    if (above !== null && depth <= above.depth) above = null
    const who = headingDoer(tree, paragraph)
    if (who !== null) {
      above = { who, depth }
      continue
    }
    let before: string | null = null
    for (const sentence of sentencesOf(tree, paragraph)) {
      // "UBND các xã …; gửi …": what goes on in small letters goes on for the same doer.
      const goesOn = /^\p{Ll}/u.test(tree.text.slice(sentence.start, sentence.end).trim())
      const duty = dutyOf(tree, sentence, (goesOn ? before : null) ?? above?.who ?? null)
      if (duty !== null) duties.push(duty)
      before = duty?.who ?? (goesOn ? before : null)
    }
  }
  return duties
}

const dutyOf = (tree: DocumentTree, { start, end }: Stretch, above: string | null): PlanDuty | null => {
  const source = sourceAt(tree, start, end)
  const flat = fold(source.text).replace(/\s+/g, ' ')
  if (flat.length < 12 || capitals(source.text) > 0.7 || introduces.test(flat) || closes.test(flat))
    return null
  const doer = doerOf(source.text)
  const who = doer?.who ?? above
  const isStated = asks.test(flat) && !isGround(flat)
  if (who === null && !isStated) return null
  if (doer !== null && !doer.isAsked && isWriter(tree, doer.who)) return null
  const kind = reports.test(flat) && isStated ? 'report' : 'do'
  return { kind, who, text: oneLine(source.text), source }
}

/** "Thực hiện Kế hoạch số … ban hành kế hoạch …;" tells what stands behind the order. */
const isGround = (flat: string): boolean =>
  /^(?:(?:thuc hien|can cu|theo|tiep theo|trien khai)\b.{0,120}|[a-z ]{5,20} )\bso\b|ban hanh ke hoach [^,]{0,60}so \d/.test(
    flat,
  ) && !/, [^,]{0,120}\b(?:de nghi|yeu cau|giao|huong dan|thong bao)\b/.test(flat)

/** In a công văn the writer says what it does itself: "Sở A thông báo để các đơn vị biết". */
const isWriter = ({ type, issuer }: DocumentTree, who: string): boolean => {
  if (type !== 'cong-van' || issuer === null) return false
  const even = (name: string) =>
    fold(name)
      .replace(/\bubnd\b/g, 'uy ban nhan dan')
      .replace(/[^a-z]+/g, ' ')
      .trim()
  return even(issuer).startsWith(even(who)) || even(who).startsWith(even(issuer))
}
