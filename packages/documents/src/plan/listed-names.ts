/**
 * Kinds of bodies named in a group phrase. Commas are part of some names ("Trung tâm Văn hóa, Thông tin - Thể thao"), so a
 * list such as "các Trung tâm: A, B, C" is read against the directory: neighbours that together are a name belong together.
 */
import type { DirectoryBody } from './directory.ts'

export interface ListedNames {
  found: DirectoryBody[]
  /** Those found through a list behind a colon. */
  grouped: Set<DirectoryBody>
  /** The other reading, in which each comma separates. */
  apart: { reading: string; units: DirectoryBody[] } | null
}

export const listedNames = (words: string, bodies: DirectoryBody[]): ListedNames => {
  const byKind = new Map<string, DirectoryBody[]>()
  for (const entry of bodies) byKind.set(entry.kind, [...(byKind.get(entry.kind) ?? []), entry])
  const found: DirectoryBody[] = []
  const grouped = new Set<DirectoryBody>()
  let rest = words
  let apart: ListedNames['apart'] = null

  const list =
    /\b(?:cac )?([a-z]+(?: [a-z]+)?): (.*?)(?= (?:cac|cap) (?:huyen|quan|xa|phuong|thi xa)| tren dia ban| thuoc |$)/.exec(
      rest,
    )
  if (list !== null) {
    const kind = list[1] ?? ''
    const parts = (list[2] ?? '').split(/, | va cac | va (?=trung tam)/)
    const { names, joined } = namesOf(kind.replace(/^cac /, ''), parts, byKind)
    for (const name of names) {
      for (const entry of byKind.get(name) ?? []) {
        found.push(entry)
        grouped.add(entry)
      }
    }
    if (joined) {
      const single = parts.map((part) => `${kind} ${part}`)
      apart = {
        reading: `Mỗi nơi có ${parts.length} đơn vị riêng (${parts.length} tên cách nhau bởi dấu phẩy); danh mục không có đủ các đơn vị này`,
        units: single.flatMap((name) => byKind.get(name) ?? []),
      }
    }
    rest = rest.replace(list[0], ' ')
  }

  // Longer names first, so that a name is not found inside another.
  for (const kind of [...byKind.keys()].sort((a, b) => b.length - a.length)) {
    if (kind === '' || !holds(rest, kind)) continue
    found.push(...(byKind.get(kind) ?? []))
    rest = rest.replaceAll(kind, ' ')
  }
  if (found.length === 0) {
    // Only the first word of the kind: "các Trung tâm các huyện".
    const general = /\bcac (phong|trung tam|dai|ban|nha)\b/.exec(rest)?.[1]
    if (general !== undefined) found.push(...bodies.filter((entry) => entry.kind.startsWith(`${general} `)))
  }
  return { found, grouped, apart }
}

const holds = (words: string, kind: string): boolean => {
  const at = words.indexOf(kind)
  return at >= 0 && !/[a-z]/.test(words.charAt(at + kind.length)) && !/[a-z]/.test(words.charAt(at - 1))
}

/** Joins neighbouring parts to the longest names the directory knows. */
const namesOf = (
  kind: string,
  parts: string[],
  byKind: Map<string, DirectoryBody[]>,
): { names: string[]; joined: boolean } => {
  const names: string[] = []
  let joined = false
  for (let from = 0; from < parts.length; from++) {
    for (let to = parts.length; to > from; to--) {
      const name = `${kind} ${parts.slice(from, to).join(', ')}`.trim()
      if (!byKind.has(name)) continue
      names.push(name)
      if (to - from > 1) joined = true
      from = to - 1
      break
    }
  }
  return { names, joined }
}
