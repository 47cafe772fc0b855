/** Bodies named one by one, with or without their province: "Thư viện tỉnh", "Sở GTVT", "Tỉnh đoàn". */
import { fold } from '../read/fold.ts'
import { committee, type DirectoryBody, seatWord } from './directory.ts'
import { kindPattern } from './kind-names.ts'
import { itemStart } from './phrase-words.ts'

/** No more words of a name follow. */
const nameEnd = '(?! [a-z](?<! va .)(?<! v)|[a-z])'
/** Kinds that only a province or the state has; others before "các huyện" are the districts' own ("Công an các huyện"). */
const above = /^(?:so|tinh|bo|cuc) /

/** Longer names first, so that none is found inside another. `isBeforeArea`: an area behind the words takes them for itself. */
export const namedOnes = (
  words: string,
  bodies: DirectoryBody[],
  home: string,
  isBeforeArea: boolean,
): DirectoryBody[] => {
  const found: DirectoryBody[] = []
  let rest = words
  const near = bodies.filter(
    ({ flat, level, unit }) => level === 'province' || unit.parentCode === home || words.includes(flat),
  )
  for (const entry of near.sort((a, b) => b.flat.length - a.flat.length)) {
    const pattern = patternOf(entry, home, rest, isBeforeArea)
    if (pattern === null || !pattern.test(rest)) continue
    found.push(entry)
    rest = rest.replace(pattern, ' ')
  }
  // "Cục A - Bộ B" is sent to A.
  return found.filter(
    ({ unit }) => !found.some((each) => each.above.includes(unit.code) && words.includes(`${each.flat} - `)),
  )
}

const patternOf = (
  { flat, kind, area, level, unit }: DirectoryBody,
  home: string,
  rest: string,
  isBeforeArea: boolean,
): RegExp | null => {
  if (rest.includes(flat)) return new RegExp(`${itemStart}${literal(flat)}(?![a-z])`)
  const isOwn = level === 'other' && unit.parentCode === home
  if (level !== 'province' && !isOwn) return null
  const bare = area.replace(/^(?:tinh|thanh pho) /, '')
  const suffix = `(?: ${seatWord(area)}(?: ${bare})?| ${area}| ${bare})`
  if (kind === committee) return new RegExp(`${itemStart}${committee}${suffix}${nameEnd}`)
  const short = kind.endsWith(` ${bare}`) ? kind.slice(0, -bare.length - 1) : kind
  const mayBeShort = !isBeforeArea || above.test(kind)
  // A room may be called by its letters alone: "các phòng QLDL, KHTC".
  const letters = fold(unit.name)
  const code = isOwn && /^[a-z]{3,8}$/.test(letters) ? `|(?:phong )?${letters}` : ''
  return new RegExp(
    `${itemStart}(?:${kindPattern(short).source}${suffix}${mayBeShort ? '?' : ''}${code})${nameEnd}`,
  )
}

const literal = (name: string): string => name.replace(/[^a-z0-9 ]/g, '\\$&')
