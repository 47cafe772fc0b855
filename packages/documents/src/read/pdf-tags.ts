/**
 * What the tags of a PDF say of its words (ISO 32000-1, 14.8): which of them make one paragraph, which stand in which cell of a table.
 * They are trusted where the file claims level A of PDF/A, which asks for tags that mean what they say (ISO 19005-2, 6.7); elsewhere tags are
 * often a mere by-product, and the places of the words tell more.
 */
import type { getDocumentProxy } from 'unpdf'
import type { Cell } from './lines.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<PdfDocument['getPage']>>

/** Of a stretch of marked content. */
export interface Tag {
  /** A number of its own for each paragraph of the file. */
  paragraph: number
  /** Of what stands right below the page: a head, a foot. */
  group: number
  cell: Cell | null
}

interface Node {
  role?: string
  type?: string
  id?: string
  children?: Node[]
}

interface OpenTable {
  table: number
  rows: number
  columns: number
}

/** Deeper than any page that means something. */
const deepest = 60

export class Tags {
  #paragraphs = 0
  #groups = 0
  #tables = 0
  /** Of the table that ended the page before: its rows go on where the next page begins with one as wide. */
  #open: OpenTable | null = null

  /** By the id of the marked content. */
  async of(page: Page): Promise<Map<string, Tag>> {
    const tags = new Map<string, Tag>()
    const root = (await page.getStructTree()) as Node | null
    if (root === null) return tags
    const before = this.#open
    this.#open = null
    let isFirst = true
    const walk = (node: Node, cell: Cell | null, depth: number): void => {
      if (depth > deepest) return
      if (node.type === 'content' && node.id !== undefined) {
        tags.set(node.id, { paragraph: this.#paragraphs, group: this.#groups, cell })
        isFirst = false
        this.#open = cell === null ? null : this.#open
        return
      }
      if (node.role === 'Table' && cell === null) {
        this.#table(node, isFirst ? before : null, (content, at) => walk(content, at, depth + 1))
        return
      }
      if (node.role === 'P' || node.role === 'Div' || node.role === 'TD' || node.role === 'TH')
        this.#paragraphs++
      for (const child of node.children ?? []) {
        if (node.role === 'Document') this.#groups++
        walk(child, cell, depth + 1)
      }
      if (node.role === 'P' || node.role === 'Div') this.#paragraphs++
    }
    walk(root, null, 0)
    return tags
  }

  #table(node: Node, before: OpenTable | null, walk: (content: Node, cell: Cell) => void): void {
    const rows = rowsIn(node)
    const columns = Math.max(0, ...rows.map((row) => row.length))
    const goesOn = before !== null && before.columns === columns
    const table = goesOn ? before.table : this.#tables++
    const first = goesOn ? before.rows : 0
    for (const [at, cells] of rows.entries())
      for (const [column, cell] of cells.entries()) walk(cell, { table, row: first + at, column })
    this.#open = { table, rows: first + rows.length, columns }
  }
}

const rowsIn = (node: Node, isWhole = true): Node[][] =>
  (node.children ?? []).flatMap((child) => {
    if (child.role === 'TR')
      return [(child.children ?? []).filter(({ role }) => role === 'TD' || role === 'TH')]
    return isWhole && /^T(?:Head|Body|Foot)$/.test(child.role ?? '') ? rowsIn(child, false) : []
  })

/** Asking costs a little, so only files that say that they are tagged are asked for what they claim. */
export const trustsTags = async (document: PdfDocument): Promise<boolean> => {
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null
  if (!marks?.Marked) return false
  const { metadata } = await document.getMetadata()
  return metadata?.get('pdfaid:conformance') === 'A'
}
