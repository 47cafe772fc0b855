/** Paragraph styles of a .doc [MS-DOC 2.4.6.5, STSH]: what they say of a paragraph and its letters, their bases included. */
import type { Bytes } from './bytes.ts'
import { applyParagraph, applyRun, type ParagraphLook, type RunLook } from './sprms.ts'

export interface DocStyle {
  paragraph: ParagraphLook
  run: RunLook
}

export const plainStyle = (): DocStyle => ({
  paragraph: {
    centred: false,
    list: 0,
    depth: 0,
    inTable: false,
    tableDepth: 0,
    rowEnd: false,
    innerCell: false,
    innerRowEnd: false,
  },
  run: { bold: false, italic: false, gone: false, font: null },
})

interface Definition {
  base: number
  paragraph: Bytes | null
  run: Bytes | null
}

/** Styles by their number. */
export const readStyles = (sheet: Bytes): ((istd: number) => DocStyle) => {
  const definitions: (Definition | null)[] = []
  const head = sheet.u16(0)
  const count = Math.min(sheet.u16(2), 4095)
  const baseSize = sheet.u16(4)
  let at = head + 2
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const size = sheet.u16(at)
    definitions.push(size === 0 ? null : definitionOf(sheet.slice(at + 2, size), baseSize))
    at += 2 + size
  }

  const known = new Map<number, DocStyle>()
  const style = (istd: number, steps: number): DocStyle => {
    const before = known.get(istd)
    if (before) return before
    const own = definitions[istd]
    if (!own || steps > 20) return plainStyle()
    const base = own.base === 0xfff ? plainStyle() : style(own.base, steps + 1)
    const made: DocStyle = { paragraph: { ...base.paragraph }, run: { ...base.run } }
    if (own.paragraph) applyParagraph(made.paragraph, own.paragraph)
    if (own.run) applyRun(made.run, own.run, base.run)
    known.set(istd, made)
    return made
  }
  return (istd) => style(istd, 0)
}

const definitionOf = (std: Bytes, baseSize: number): Definition => {
  const kind = std.u16(2) & 0xf
  const base = std.u16(2) >> 4
  const parts = std.u16(4) & 0xf
  let at = baseSize
  at += 2 + std.u16(at) * 2 + 2
  const found: Bytes[] = []
  for (let part = 0; part < parts; part++) {
    const size = std.u16(at)
    found.push(std.slice(at + 2, size))
    at += 2 + size + (size % 2)
  }
  const isParagraph = kind === 1
  const [first, second] = found
  return {
    base,
    // A paragraph's part begins with the number of the style itself.
    paragraph: isParagraph && first ? first.slice(2, first.length) : null,
    run: (isParagraph ? second : kind === 2 ? first : undefined) ?? null,
  }
}
