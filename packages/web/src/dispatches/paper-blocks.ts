/** How the text of a dispatch lies on the page: head, "Kính gửi", paragraphs, the foot with its signer. Pure. */
import type { DocumentTree } from '@loa/contract/documents'

export interface Line {
  kind:
    | 'head-left'
    | 'head-right'
    | 'head-row'
    | 'gap'
    | 'line'
    | 'text'
    | 'item'
    | 'title'
    | 'table'
    | 'foot'
    | 'signer'
  start: number
  end: number
}

type Part = 'head' | 'body' | 'foot'

export const linesOf = (tree: DocumentTree): Line[] => {
  const blocks = tree.body.filter((block) => block.end > block.start).sort((a, b) => a.start - b.start)
  const bodyStart = blocks[0]?.start ?? tree.text.length
  const bodyEnd = blocks.at(-1)?.end ?? tree.text.length
  const headEnd = Math.min(
    bodyStart,
    ...Object.entries(tree.sources)
      .filter(([name]) => name.startsWith('addressees/'))
      .map(([, source]) => tree.text.lastIndexOf('\n', source.start) + 1),
  )
  const lines: Line[] = []
  let place = 0
  for (const block of blocks) {
    if (block.start < place) continue
    lines.push(...plainLines(tree, place, block.start, headEnd, bodyEnd))
    lines.push({ kind: kindOf(block), start: block.start, end: block.end })
    place = block.end
  }
  lines.push(...plainLines(tree, place, tree.text.length, headEnd, bodyEnd))
  return lines
}

const kindOf = (block: DocumentTree['body'][number]): Line['kind'] => {
  if (block.kind !== 'paragraph') return 'table'
  if (
    ['part', 'section', 'clause'].includes(block.role) &&
    block.runs.map((run) => run.text).join('').length < 120
  )
    return 'title'
  return block.role === 'dash' || block.role === 'plus' || block.role === 'point' ? 'item' : 'text'
}

/** What no paragraph of the body covers, line by line as it was read. */
const plainLines = (
  tree: DocumentTree,
  from: number,
  to: number,
  headEnd: number,
  bodyEnd: number,
): Line[] => {
  const lines: Line[] = []
  let start = from
  for (const text of tree.text.slice(from, to).split('\n')) {
    const end = start + text.length
    const part: Part = start < headEnd ? 'head' : start >= bodyEnd ? 'foot' : 'body'
    if (text.trim()) lines.push({ kind: plainKind(tree, part, text, start, end), start, end })
    start = end + 1
  }
  return lines
}

const plainKind = (
  tree: DocumentTree,
  part: Part,
  text: string,
  start: number,
  end: number,
): Line['kind'] => {
  const covers = (name: string) => {
    const source = tree.sources[name]
    return source !== undefined && source.start < end && source.end > start
  }
  if (part === 'foot')
    return ['signingAuthority', 'signerTitle', 'signerName'].some(covers) || /^(TM|KT|TL|TUQ|Q)\. /.test(text)
      ? 'signer'
      : 'foot'
  if (part === 'body') return 'line'
  // Two columns typed with spaces between them.
  if (/\S\s{4,}\S/.test(text)) return 'head-row'
  if (/^\s{12,}/.test(text) || covers('date') || covers('place') || /CỘNG H[OÒ]|[ĐD]ộc lập/.test(text))
    return 'head-right'
  if (/^\s*K[ií]nh gửi/i.test(text)) return 'line'
  return 'head-left'
}
