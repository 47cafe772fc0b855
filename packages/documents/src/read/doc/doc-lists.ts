/** Automatic numbering of a .doc [MS-DOC 2.9.131 LSTF, 2.9.150 LVL, 2.9.132 LFO], as the numbering of a docx is told. */
import type { ListDefinitions, ListLevel } from '../numbering.ts'
import type { Bytes } from './bytes.ts'

const formats: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
}

/**
 * @param table the table stream
 * @param lists place and length of PlfLst; the levels follow right after it
 * @param overrides place and length of PlfLfo; a paragraph names its list by the place in here, from 1
 */
export const readLists = (
  table: Bytes,
  lists: { at: number; length: number },
  overrides: { at: number; length: number },
): ListDefinitions => {
  const definitions: ListDefinitions = { levels: new Map(), abstractOf: new Map(), starts: new Map() }
  if (lists.length < 2) return definitions
  const count = Math.min(table.u16(lists.at), 2000)
  let at = lists.at + lists.length
  for (let index = 0; index < count; index++) {
    const head = lists.at + 2 + index * 28
    const id = String(table.u32(head))
    const levels = new Map<number, ListLevel>()
    const depths = (table.u8(head + 26) & 1) === 1 ? 1 : 9
    for (let depth = 0; depth < depths; depth++) {
      const { level, size } = levelAt(table, at)
      levels.set(depth, level)
      at += size
      if (at > table.length) return definitions
    }
    definitions.levels.set(id, levels)
  }
  readOverrides(table, overrides, definitions)
  return definitions
}

const levelAt = (table: Bytes, at: number): { level: ListLevel; size: number } => {
  const runSize = table.u8(at + 24)
  const paragraphSize = table.u8(at + 25)
  const words = at + 28 + paragraphSize + runSize
  const count = Math.min(table.u16(words), 100)
  const text = [...table.wide(words + 2, count)]
    .map((letter) => (letter.charCodeAt(0) < 9 ? `%${letter.charCodeAt(0) + 1}` : letter))
    .join('')
  return {
    level: { format: formats[table.u8(at + 4)] ?? 'decimal', text, start: table.u32(at) | 0 },
    size: 28 + paragraphSize + runSize + 2 + table.u16(words) * 2,
  }
}

const readOverrides = (
  table: Bytes,
  overrides: { at: number; length: number },
  definitions: ListDefinitions,
): void => {
  const count = Math.min(table.u32(overrides.at), 2000)
  let at = overrides.at + 4 + count * 16
  for (let index = 0; index < count; index++) {
    const head = overrides.at + 4 + index * 16
    const list = String(index + 1)
    definitions.abstractOf.set(list, String(table.u32(head)))
    at += 4
    for (let level = 0; level < Math.min(table.u8(head + 12), 9); level++) {
      const flags = table.u32(at + 4)
      if ((flags & 0x10) !== 0) definitions.starts.set(`${list}/${flags & 0xf}`, table.u32(at))
      at += 8
      if ((flags & 0x20) !== 0) at += levelAt(table, at).size
    }
  }
}
