/**
 * Duties with a stated result, above all reports, and the days by which they are due. They stand in the body: a purpose
 * such as "(để báo cáo)" among the recipients informs and makes no duty.
 */
import type { DocumentTree, Paragraph } from '../document.ts'
import { fold, oneLine } from '../read/fold.ts'
import type { PlanDeadline, PlanDuty } from './plan-types.ts'
import { paragraphsOf, sourceAt, sourceOfField, wordsStart } from './source.ts'

const asks =
  /\b(?:bao cao (?:\S+ )?(?:ket qua|tinh hinh|so lieu|tien do|nhanh|ve|dinh ky|gui|bang van ban)|tong hop,? bao cao|gui (?:\S+ ){0,2}(?:bao cao|ke hoach|san pham|ho so|danh sach|so lieu|ket qua)|dang ky (?:tham gia|so luong|voi)|(?:xay dung|ban hanh|lap) (?:ke hoach|danh sach)|(?:so ket|tong ket)(?:,| va) (?:\S+ ){0,3}bao cao|thong ke, bao cao)/

export const readDuties = (tree: DocumentTree, topics: Set<Paragraph>): PlanDuty[] =>
  paragraphsOf(tree)
    .filter((paragraph) => !topics.has(paragraph) && paragraph.role !== 'basis')
    .flatMap((paragraph) => sentencesOf(tree, paragraph))
    .filter(({ start, end }) => asks.test(fold(tree.text.slice(start, end)).replace(/\s+/g, ' ')))
    .map(({ start, end }) => {
      const source = sourceAt(tree, start, end)
      return { text: oneLine(source.text), source }
    })

const sentencesOf = (tree: DocumentTree, paragraph: Paragraph): { start: number; end: number }[] => {
  const begin = wordsStart(tree, paragraph)
  const words = tree.text.slice(begin, paragraph.end)
  const sentences: { start: number; end: number }[] = []
  let from = 0
  for (const match of words.matchAll(/[.;]\s+(?=\p{Lu}|\p{Ll})/gu)) {
    // "TP. Hải Dương" ends no sentence.
    if (/\b(?:TP|Tp|Q|P|Tr|ThS|TS)\.$/u.test(words.slice(Math.max(0, match.index - 4), match.index + 1)))
      continue
    sentences.push({ start: begin + from, end: begin + match.index + 1 })
    from = match.index + match[0].length
  }
  sentences.push({ start: begin + from, end: paragraph.end })
  return sentences
}

export const readDeadlines = (tree: DocumentTree): PlanDeadline[] =>
  tree.dueDates.flatMap(({ date, phrase }, index) => {
    const source = sourceOfField(tree, `dueDates/${index}`)
    return source === null ? [] : [{ date, text: phrase, source }]
  })
