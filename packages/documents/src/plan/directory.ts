/** The bodies of a directory as phrases name them: a kind ("Phòng Văn hóa và Thông tin") and an area ("huyện Nam Sách"). */
import { fold } from '../read/fold.ts'
import type { DirectoryUnit } from './plan-types.ts'

export interface DirectoryBody {
  unit: DirectoryUnit
  /** The whole name in folded, spelled-out words. */
  flat: string
  kind: string
  area: string
  level: 'province' | 'district' | 'commune' | 'other'
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

/** Folded words with the usual abbreviations written out and punctuation made even. */
export const spell = (flat: string): string =>
  flat
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\bvh\s?(?:&|-|va)?\s?tt\b/g, 'van hoa va thong tin')
    .replace(/\bvhttdl\b/g, 'van hoa, the thao va du lich')
    .replace(/\btp\.?\s/g, 'thanh pho ')
    .replace(/\btx\.?\s/g, 'thi xa ')
    .replace(/&/g, ' va ')
    .replace(/\s*[-–—]\s*/g, ' - ')
    .replace(/\s*,\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.;]+$/, '')
    .trim()

const committee = 'uy ban nhan dan '

/** All units of a day that a dispatch can be sent to. */
export const bodiesOf = (units: DirectoryUnit[]): DirectoryBody[] => {
  const names = new Map(
    units.map((unit) => [unit.code, areas.has(unit.type) ? '' : spell(fold(unit.fullName))]),
  )
  const provinces = [...names.values()]
    .filter((name) => name.startsWith(`${committee}tinh `))
    .map((name) => name.slice(committee.length))
  return units.flatMap((unit) => {
    const flat = names.get(unit.code) ?? ''
    if (flat === '') return []
    const area = areaOf(flat, names.get(unit.parentCode ?? '') ?? '', provinces)
    const kind = area !== '' && flat.endsWith(area) ? flat.slice(0, -area.length).trim() : flat
    const level = levels.find(([pattern]) => pattern.test(area))?.[1] ?? 'other'
    return [{ unit, flat, kind, area, level }]
  })
}

/** The area of a committee is the rest of its name, that of its office is its committee's; else the province named last. */
const areaOf = (flat: string, parent: string, provinces: string[]): string => {
  if (flat.startsWith(committee)) return flat.slice(committee.length)
  const seat = parent.startsWith(committee) ? parent.slice(committee.length) : ''
  if (seat !== '' && flat.endsWith(seat)) return seat
  return provinces.find((province) => flat.endsWith(province)) ?? seat
}

/** Whether words are the name of a body; that of a province's body may leave the province out: "Thư viện tỉnh". */
export const named = ({ flat, kind, level, unit }: DirectoryBody, words: string): boolean => {
  if (words === flat || words === spell(fold(unit.name))) return true
  if (level !== 'province') return false
  return words === `${kind} tinh` || (words === kind && kind !== 'uy ban nhan dan')
}
