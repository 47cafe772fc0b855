/**
 * Kinds of bodies named in a group phrase. Commas are part of some names ("Trung tâm Văn hóa, Thông tin - Thể thao"), so a
 * list such as "các Trung tâm: A, B, C" is read against the directory: neighbours that together are a name belong together.
 */
import type { DirectoryBody } from './directory.ts'
import { kindPattern, looseName } from './kind-names.ts'
import { itemStart } from './phrase-words.ts'

export interface ListedNames {
  found: DirectoryBody[]
  /** Those found through a list behind a colon. */
  grouped: Set<DirectoryBody>
  /** The other reading, in which each comma separates. */
  apart: { reading: string; units: DirectoryBody[] } | null
  /** The words that named no kind. */
  rest: string
}

const general =
  /(?<![a-z])cac (phong|trung tam|dai|ban|nha|don vi su nghiep)(?=$|,| -| va| cac| o| tai| su nghiep)/

export const listedNames = (words: string, bodies: DirectoryBody[]): ListedNames => {
  const byKind = new Map<string, DirectoryBody[]>()
  for (const entry of bodies) byKind.set(entry.kind, [...(byKind.get(entry.kind) ?? []), entry])
  const found = new Set<DirectoryBody>()
  const grouped = new Set<DirectoryBody>()
  let rest = words.trim()
  let apart: ListedNames['apart'] = null

  const list = /(?<![a-z])(?:cac )?([a-z]+(?: [a-z]+)?): (.*)$/.exec(rest)
  if (list !== null) {
    const kind = (list[1] ?? '').replace(/^cac /, '')
    const parts = (list[2] ?? '').trim().split(/(?<=, )|(?<= va )/)
    const { names, joined } = namesOf(kind, parts, [...byKind.keys()])
    for (const name of names) {
      for (const entry of byKind.get(name) ?? []) {
        found.add(entry)
        grouped.add(entry)
      }
    }
    if (joined) {
      const commas = (list[2] ?? '').trim().split(/, | va cac /)
      const single = new Set(commas.map((part) => looseName(`${kind} ${part}`)))
      apart = {
        reading: `Mỗi nơi có ${commas.length} đơn vị riêng (${commas.length} tên cách nhau bởi dấu phẩy); danh mục không có đủ các đơn vị này`,
        units: bodies.filter((entry) => single.has(looseName(entry.kind))),
      }
    }
    if (names.length > 0) rest = rest.replace(list[0], ' ')
  }

  // Longer names first, so that a name is not found inside another.
  for (const kind of [...byKind.keys()].sort((a, b) => b.length - a.length)) {
    if (kind === '') continue
    const pattern = new RegExp(itemStart + kindPattern(kind).source, 'g')
    const without = rest.replace(pattern, ' ')
    if (without === rest) continue
    for (const entry of byKind.get(kind) ?? []) found.add(entry)
    rest = without
  }
  if (found.size === 0) for (const entry of shortened(rest, bodies)) found.add(entry)
  return { found: [...found], grouped, apart, rest }
}

/** Only the first words of the kind: "các Trung tâm các huyện", "Trung tâm Văn hóa các huyện". */
const shortened = (words: string, bodies: DirectoryBody[]): DirectoryBody[] => {
  const first = general.exec(words)?.[1]
  if (first === 'don vi su nghiep') return bodies.filter(({ unit }) => unit.type === 'public-service-unit')
  if (first !== undefined) return bodies.filter(({ kind }) => kind.startsWith(`${first} `))
  const said = looseName(words.replace(/^[^a-z]*(?:va |cac )*/, '').trim())
  // Two words are the name of a sort of place, four the beginning of a name.
  if (said.split(' ').length < 4) return []
  return bodies.filter(({ kind }) => looseName(kind).startsWith(`${said} `))
}

/** Joins neighbouring parts to the longest names the directory knows. */
const namesOf = (kind: string, parts: string[], kinds: string[]): { names: string[]; joined: boolean } => {
  const byLoose = new Map(kinds.map((name) => [looseName(name), name]))
  const names: string[] = []
  let joined = false
  for (let from = 0; from < parts.length; from++) {
    for (let to = parts.length; to > from; to--) {
      const name = byLoose.get(looseName(`${kind} ${parts.slice(from, to).join('')}`))
      if (name === undefined) continue
      names.push(name)
      if (parts.slice(from, to - 1).some((part) => part.endsWith(', '))) joined = true
      from = to - 1
      break
    }
  }
  return { names, joined }
}
