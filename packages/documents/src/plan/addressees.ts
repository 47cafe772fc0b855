/**
 * From the words after `Kính gửi` to the real units of a day (Decree 30/2020/NĐ-CP, Appendix I, part II, clause 9a: a group of
 * addressees may stand on one line). Names of kinds of bodies come from the directory itself: "Phòng Văn hóa và Thông tin
 * huyện A" minus "huyện A" is a kind, so no list of kinds is kept here.
 */
import { fold } from '../read/fold.ts'
import { bodiesOf, type DirectoryBody, named, spell } from './directory.ts'
import { listedNames } from './listed-names.ts'
import type { DirectoryUnit, PlanAddressee, PlanContext, ResolvedUnit } from './plan-types.ts'

export type Resolution = Pick<PlanAddressee, 'units' | 'alternatives'>

/** Whether a unit exists on a day; both ends are inclusive. */
const isValidOn = (unit: DirectoryUnit, on: string): boolean =>
  (unit.validFrom === null || unit.validFrom <= on) && (unit.validTo === null || on <= unit.validTo)

const districts =
  /\b(?:cac |cap )(?:quan|huyen)\b|\b(?:huyen|quan), (?:thi xa|thanh pho|thi)|\bthi xa, thanh pho\b|\bthanh pho, (?:thi xa|huyen)/
const communes = /\bcac (?:xa|phuong)\b|\bcap xa\b|\bxa, (?:phuong|thi tran)|\bphuong, (?:xa|thi tran)/
const ofHome =
  /\b(?:truc thuoc|thuoc|cua) (?:so|nganh|uy ban nhan dan|truong|ban)\b|\bvan phong so\b|\btruc thuoc\b/
const person =
  /^(?:dong chi |ong |ba )?(?:chu tich|giam doc|thu truong|truong|hieu truong|chanh van phong) (?=uy ban|cac |phong |trung tam|so |don vi)/

/** Resolves one addressee phrase on the day of the context. Nothing found leaves `units` empty. */
export const resolveAddressee = (phrase: string, { on, units, home }: PlanContext): Resolution => {
  const valid = units.filter((unit) => isValidOn(unit, on))
  const bodies = bodiesOf(valid)
  const words = spell(fold(phrase)).replace(person, '')
  const single = bodies.filter((entry) => named(entry, words))
  if (single.length > 0)
    return { units: resolved(single.slice(0, 1)), alternatives: single.slice(1).map(otherReading) }

  const found = new Set<DirectoryBody>()
  const alternatives: Resolution['alternatives'] = []
  if (ofHome.test(words)) for (const entry of unitsOfHome(words, bodies, home)) found.add(entry)
  for (const [level, plural] of [
    ['district', districts],
    ['commune', communes],
  ] as const) {
    if (!plural.test(words)) continue
    const inside = within(bodies, home, valid).filter((entry) => entry.level === level)
    const narrowed = level === 'commune' ? ofNamedDistrict(words, inside, bodies) : inside
    const listed = listedNames(words, narrowed)
    for (const entry of listed.found) found.add(entry)
    if (listed.apart !== null) {
      const own = [...found].filter((entry) => !listed.grouped.has(entry))
      alternatives.push({ reading: listed.apart.reading, units: resolved([...own, ...listed.apart.units]) })
    }
  }
  if (found.size === 0) {
    // Single units by name, also several in one phrase; longer names first, so that none is found inside another.
    let rest = words
    for (const entry of [...bodies].sort((a, b) => b.flat.length - a.flat.length)) {
      if (!rest.includes(entry.flat)) continue
      found.add(entry)
      rest = rest.replaceAll(entry.flat, ' ')
    }
  }
  return { units: resolved([...found]), alternatives }
}

const resolved = (bodies: DirectoryBody[]): ResolvedUnit[] =>
  bodies.map(({ unit }) => ({ code: unit.code, validFrom: unit.validFrom, name: unit.fullName }))

const otherReading = (entry: DirectoryBody) => ({ reading: entry.unit.fullName, units: resolved([entry]) })

/** `Các phòng … thuộc Sở`, `các đơn vị sự nghiệp thuộc Sở`: children of the home unit by their type. */
const unitsOfHome = (words: string, bodies: DirectoryBody[], home: string): DirectoryBody[] => {
  const own = bodies.filter(({ unit }) => unit.parentCode === home)
  const rooms = /\bphong\b|\bvan phong\b|\bthanh tra\b|\bban chuyen mon\b/.test(words)
  const services = /\bdon vi\b|\btrung tam\b/.test(words)
  return own.filter(
    ({ unit }) => (rooms && unit.type === 'office-room') || (services && unit.type === 'public-service-unit'),
  )
}

/** Bodies of the home unit's area: the province's for a department, the district's for a district body. */
const within = (bodies: DirectoryBody[], home: string, valid: DirectoryUnit[]): DirectoryBody[] => {
  const byCode = new Map(valid.map((unit) => [unit.code, unit]))
  const own = byCode.get(home)
  const seat = own?.type === 'peoples-committee' ? own.code : (own?.parentCode ?? null)
  if (seat === null) return bodies
  return bodies.filter(({ unit }) => {
    let code: string | null = unit.code
    for (let steps = 0; code !== null && steps < 6; steps++) {
      if (code === seat) return true
      code = byCode.get(code)?.parentCode ?? null
    }
    return false
  })
}

/** `các xã, phường, thị trấn thuộc huyện A` means those of A only. */
const ofNamedDistrict = (
  words: string,
  inside: DirectoryBody[],
  bodies: DirectoryBody[],
): DirectoryBody[] => {
  const seats = bodies.filter(
    ({ level, unit, area }) =>
      level === 'district' && unit.type === 'peoples-committee' && words.includes(area),
  )
  if (seats.length === 0) return inside
  const codes = new Set(seats.map(({ unit }) => unit.code))
  return inside.filter(({ unit }) => codes.has(unit.parentCode ?? ''))
}
