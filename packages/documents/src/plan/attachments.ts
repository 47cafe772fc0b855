/** What the dispatch says it comes with: "(gửi kèm theo)", "(có biểu mẫu kèm theo)", "đính kèm". */
import type { DocumentTree } from '../document.ts'
import { fold, oneLine } from '../read/fold.ts'
import type { PlanAttachment } from './plan-types.ts'
import { clauseAround, paragraphsOf, type Stretch, sourceAt, wordsStart } from './source.ts'

const along =
  '(?:duoc )?(?:gui kem theo|gui kem|dinh kem|kem theo)(?! (?:cac |mot )?(?:dieu kien|yeu cau|anh|hinh anh|minh chung))'
const said = new RegExp(`\\([^()]{0,160}?${along}[^()]{0,120}\\)?|${along}`, 'g')
const thing =
  /\b(?:bieu mau|mau|bieu|phu luc|danh sach|de cuong|ke hoach(?! va dau tu| hoa)|cong van|huong dan|tai lieu|bo tai lieu|khau hieu|maket|ho so|quyet dinh|thong tu|chi thi|chuong trinh|noi dung|van ban|du thao|bang|file|tep|lich|the le|phieu|link|duong dan)\b/

export const readAttachments = (tree: DocumentTree): PlanAttachment[] => {
  const found: PlanAttachment[] = []
  for (const paragraph of paragraphsOf(tree)) {
    if (paragraph.role === 'basis') continue
    const begin = wordsStart(tree, paragraph)
    const flat = fold(tree.text.slice(begin, paragraph.end)).replace(/\s/g, ' ')
    for (const match of flat.matchAll(said)) {
      const end = match.index + match[0].length
      const clause = clauseAround(flat, match.index, end)
      const place = placeOf(flat, match[0], match.index, clause)
      if (place === null) continue
      const source = sourceAt(tree, begin + place.start, begin + place.end)
      const text = nameOf(source.text)
      if (text !== '' && !found.some((each) => each.text.toLowerCase() === text.toLowerCase()))
        found.push({ text, source })
    }
  }
  return found
}

/** Where the thing stands: in the brackets, behind "ban hành kèm theo Quyết định này", or in the nearest part before. */
const placeOf = (flat: string, words: string, at: number, clause: Stretch): Stretch | null => {
  const end = at + words.length
  if (words.startsWith('(')) {
    const start = thing.exec(words.slice(0, words.search(/kem theo|dinh kem|gui kem/)))?.index
    if (start !== undefined) return { start: at + start, end }
  }
  const issued = /ban hanh kem theo [a-z ]{5,20} nay,? /.exec(flat.slice(clause.start, clause.end))
  if (issued !== null) return { start: clause.start + issued.index + issued[0].length, end: clause.end }
  const behind = new RegExp(`^${along}(?: theo)?:? (?=${thing.source})(?![a-z ]{5,20} nay)`).exec(
    flat.slice(at, clause.end),
  )
  if (behind !== null) return { start: at + behind[0].length, end: clause.end }
  let from = flat.lastIndexOf(',', at)
  for (let steps = 0; steps < 6; steps++) {
    const begin = Math.max(from + 1, clause.start)
    const start = thing.exec(flat.slice(begin, end))?.index
    if (start !== undefined) return { start: begin + start, end }
    if (begin === clause.start) return null
    from = flat.lastIndexOf(',', from - 1)
  }
  return null
}

/** The thing itself, without the words that say it comes along. */
const nameOf = (words: string): string => {
  const flat = fold(words)
  const at = flat.search(
    /[\s,(*_]*(?:co |duoc |xin )?(?:gui |dinh )?(?:kem theo|dinh kem|gui kem)|[\s(*_]+gui\s+kem/,
  )
  return oneLine(at > 0 ? words.slice(0, at) : words).replace(/[\s(*_,]+$/u, '')
}
