/** What the campaign is about: the items under the words "nội dung tuyên truyền", each a proposal of its own. */
import type { DocumentTree, Paragraph, ParagraphRole } from '../document.ts'
import { fold, oneLine } from '../read/fold.ts'
import type { Plan, PlanSource } from './plan-types.ts'
import { paragraphsOf, sourceAt, wordsStart } from './source.ts'

const introduces =
  /noi dung (?:\S+ ){0,4}(?:tuyen truyen|truyen thong)|noi dung, hinh thuc (?:\S+ ){0,3}tuyen truyen|(?:tuyen truyen|truyen thong|pho bien) (?:\S+ ){0,6}noi dung/

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

export interface Topics {
  topics: Plan['topics']
  /** The paragraphs they are, so that other readers of the plan leave them alone. */
  paragraphs: Set<Paragraph>
}

export const readTopics = (tree: DocumentTree): Topics => {
  const paragraphs = paragraphsOf(tree)
  const lists = paragraphs.flatMap((paragraph, index) => {
    const flat = fold(tree.text.slice(paragraph.start, paragraph.end)).replace(/\s+/g, ' ')
    if (!introduces.test(flat) || flat.length > 400) return []
    const open = /:\s*$/.test(flat)
    // Without a colon only a short heading introduces what is below it.
    if (!open && (paragraph.marker === null || flat.length > 120)) return []
    return [{ open, items: itemsBelow(paragraphs, index) }]
  })
  const filled = lists.filter(({ items }) => items.length > 0)
  const exact = filled.filter(({ open }) => open)
  const chosen = exact.length > 0 ? exact.flatMap(({ items }) => items) : (filled[0]?.items ?? [])
  const items = [...new Set(chosen)]
  const topics = items.map((item) => topicOf(sourceAt(tree, wordsStart(tree, item), item.end)))
  if (topics.length > 0) return { topics, paragraphs: new Set(items) }
  return { topics: inlineTopics(tree, paragraphs), paragraphs: new Set() }
}

const topicOf = (source: PlanSource) => ({ text: oneLine(source.text), source })

/** The items right below an introduction: all of the first item's kind until one of a higher level. */
const itemsBelow = (paragraphs: Paragraph[], index: number): Paragraph[] => {
  const head = paragraphs[index]
  const first = paragraphs[index + 1]
  if (head === undefined || first === undefined) return []
  const level = depths[first.role]
  if (level <= depths[head.role] && head.role !== 'text') return []
  const items: Paragraph[] = []
  for (const paragraph of paragraphs.slice(index + 1)) {
    const depth = depths[paragraph.role]
    if (depth < level || (head.role !== 'text' && depth <= depths[head.role])) break
    if (depth === level) items.push(paragraph)
  }
  return items
}

/** `Nội dung tuyên truyền: a; b; c` in one paragraph. */
const inlineTopics = (tree: DocumentTree, paragraphs: Paragraph[]): Plan['topics'] => {
  for (const paragraph of paragraphs) {
    const start = wordsStart(tree, paragraph)
    const flat = fold(tree.text.slice(start, paragraph.end))
    const lead = /^[^:]{0,120}noi dung[^:]{0,80}:\s*/.exec(flat)?.[0]
    if (lead === undefined || !/tuyen truyen|truyen thong/.test(lead) || flat.length - lead.length < 20)
      continue
    const topics: Plan['topics'] = []
    let at = start + lead.length
    for (const part of tree.text.slice(at, paragraph.end).split(';')) {
      if (part.trim() !== '') topics.push(topicOf(sourceAt(tree, at, at + part.length)))
      at += part.length + 1
    }
    return topics
  }
  return []
}
