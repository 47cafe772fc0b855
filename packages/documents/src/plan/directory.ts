/** The bodies of a directory as phrases name them: a kind ("Phòng Văn hóa và Thông tin") and an area ("huyện Nam Sách"). */
import { fold } from '../read/fold.ts'
import { spell } from './phrase-words.ts'
import type { DirectoryUnit } from './plan-types.ts'

export interface DirectoryBody {
  unit: DirectoryUnit
  /** The whole name in folded, spelled-out words. */
  flat: string
  /** The short name in the same words. */
  short: string
  kind: string
  area: string
  level: 'province' | 'district' | 'commune' | 'other'
  /** Codes of all units above it, the nearest first. */
  above: string[]
}

/** Areas stand in the directory too; a dispatch goes to bodies. */
const areas = new Set([
  'tinh',
  'thanh-pho-tw',
  'thanh-pho',
  'thi-xa',
  'quan',
  'huyen',
  'phuong',
  'thi-tran',
  'xa',
  'dac-khu',
  'channel',
])

const levels: [RegExp, DirectoryBody['level']][] = [
  [/^(?:huyen|thi xa|thanh pho|quan)\b/, 'district'],
  [/^(?:xa|phuong|thi tran|dac khu)\b/, 'commune'],
  [/^tinh\b/, 'province'],
]

export const committee = 'uy ban nhan dan'
const ofCommittee = `${committee} `

/** All units of a day that a dispatch can be sent to. */
export const bodiesOf = (units: DirectoryUnit[]): DirectoryBody[] => {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const names = new Map(
    units.map((unit) => [unit.code, areas.has(unit.type) ? '' : spell(fold(unit.fullName))]),
  )
  const provinces = new Set(
    units.flatMap(({ code, parentCode }) => {
      const name = names.get(code) ?? ''
      const area = name.startsWith(ofCommittee) ? name.slice(ofCommittee.length) : ''
      // A centrally-run city is a province too: nothing stands above its committee.
      const isProvince = area.startsWith('tinh ') || (parentCode === null && area.startsWith('thanh pho '))
      return isProvince ? [area] : []
    }),
  )
  return units.flatMap((unit) => {
    const flat = names.get(unit.code) ?? ''
    if (flat === '') return []
    const area = areaOf(flat, names.get(unit.parentCode ?? '') ?? '', provinces)
    const kind = area !== '' && flat.endsWith(area) ? flat.slice(0, -area.length).trim() : flat
    const level = provinces.has(area)
      ? 'province'
      : (levels.find(([pattern]) => pattern.test(area))?.[1] ?? 'other')
    return [{ unit, flat, short: spell(fold(unit.name)), kind, area, level, above: aboveOf(unit, byCode) }]
  })
}

/** The area of a committee is the rest of its name, that of its office is its committee's; else the province named last. */
const areaOf = (flat: string, parent: string, provinces: Set<string>): string => {
  if (flat.startsWith(ofCommittee)) return flat.slice(ofCommittee.length)
  const seat = parent.startsWith(ofCommittee) ? parent.slice(ofCommittee.length) : ''
  if (seat !== '' && flat.endsWith(seat)) return seat
  return [...provinces].find((province) => flat.endsWith(province)) ?? seat
}

/** A list may hold a circle by mistake; six levels are more than there are. */
const aboveOf = (unit: DirectoryUnit, byCode: Map<string, DirectoryUnit>): string[] => {
  const above: string[] = []
  let code = unit.parentCode
  while (code !== null && above.length < 6) {
    above.push(code)
    code = byCode.get(code)?.parentCode ?? null
  }
  return above
}

/** Bodies of the home unit's area: the province's for a department, the district's for a district body. */
export const within = (bodies: DirectoryBody[], home: DirectoryUnit | undefined): DirectoryBody[] => {
  const seat = home?.type.endsWith('committee') ? home.code : (home?.parentCode ?? null)
  if (seat === null) return bodies
  return bodies.filter(({ unit, above }) => unit.code === seat || above.includes(seat))
}

/** Whether words are the name of a body; that of a province's body may leave the province out: "Thư viện tỉnh". */
export const named = ({ flat, short, kind, area, level }: DirectoryBody, words: string): boolean => {
  if (words === flat || words === short) return true
  if (level !== 'province') return false
  return words === `${kind} ${seatWord(area)}` || (words === kind && kind !== committee)
}

/** How a body of the province names it for short: "Thư viện tỉnh", in a centrally-run city "Thư viện thành phố". */
export const seatWord = (area: string): string => (area.startsWith('thanh pho ') ? 'thanh pho' : 'tinh')
