/**
 * Groups that phrases name by what they are: the rooms and units of the department itself, the departments of the
 * province, its mass organisations, schools. Which bodies belong to them follows from their names and places in the directory.
 */
import { committee, type DirectoryBody } from './directory.ts'
import { kindPattern, looseName } from './kind-names.ts'
import { listedNames } from './listed-names.ts'
import { between } from './phrase-words.ts'

export interface GroupFound {
  bodies: DirectoryBody[]
  /** The phrase without the words that named the group. */
  rest: string
}

const list = '(?:phong|ban|van phong|don vi|trung tam|thanh tra|co quan)'
/** Kinds of rooms and units in general: "các phòng chuyên môn", "phòng, đơn vị". */
const rooms =
  /(?:^|(?:cac|\d+) |, |va |\/|- )(?:phong|ban)(?=$|,|\/| -| va| chuyen mon| chuc nang| nghiep vu| quan ly nha nuoc| ban| don vi| trung tam| thuoc| truc thuoc)|phong ban/
const services =
  /(?:^|(?:cac|\d+) |, |va |\/|- )(?:don vi|trung tam)(?=$|,|\/| -| va| su nghiep| truc thuoc| thuoc)/

/** `Các phòng … thuộc Sở`, `Văn phòng Sở`: children of the home unit, by name or by type. */
export const homeGroup = (words: string, bodies: DirectoryBody[], home: string): GroupFound => {
  const own = bodies.find(({ unit }) => unit.code === home)
  const isCommittee = own?.kind === committee
  const name = isCommittee ? `(?:${committee}|tinh|huyen|thi xa|thanh pho|xa|phuong)` : 'so'
  const full =
    own === undefined
      ? ''
      : `(?:${kindPattern(own.kind).source}|${looseName(own.kind)})(?: tinh(?! [a-z])| ${own.area})?|`
  const belongs = `(?:(?:truc thuoc|thuoc|cua|trong) |(?<=${list}|chuyen mon|chuc nang|nghiep vu|truc thuoc|su nghiep) )`
  const pattern = new RegExp(
    `(?<![a-z])(?<kinds>[^;]*?)${belongs}(?:${full}(?:${name}|nganh(?: van hoa)?))(?=$|[,;]| va | - (?!ban|nganh)|\\()`,
  )
  const match = pattern.exec(words)
  if (match === null) return { bodies: [], rest: words }
  const children = bodies.filter(({ unit }) => unit.parentCode === home)
  const found = new Set<DirectoryBody>()
  let kinds = ` ${match.groups?.kinds ?? ''}`
  if (kinds.includes(': ')) for (const child of listedNames(kinds, children).grouped) found.add(child)
  for (const child of [...children].sort((a, b) => b.kind.length - a.kind.length)) {
    const kind = child.kind.replace(/ so$/, '')
    if (!kindPattern(kind).test(kinds) && !kinds.includes(` ${kind}`)) continue
    if (/^ ?(?:cac )?(?:phong|trung tam)$/.test(kind)) continue
    found.add(child)
    kinds = kinds.replace(kindPattern(kind), ' ')
  }
  kinds = kinds.replace(/\s+/g, ' ').trim()
  for (const child of children) {
    const { type } = child.unit
    if (rooms.test(kinds) && (type === 'office-room' || (isCommittee && type === 'district-office')))
      found.add(child)
    if (services.test(kinds) && type === 'public-service-unit') found.add(child)
  }
  return {
    bodies: children.filter((child) => found.has(child)),
    rest: `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`,
  }
}

const agency = `(?:so|ban|nganh|co quan|don vi)`
const agencies = new RegExp(
  `(?<![a-z])(?:cac )?(?:so${between}(?:cac )?(?:ban|nganh)|ban${between}nganh|so(?=$|,| va| thuoc| cua| tinh)(?<=cac so))(?:${between}(?:cac )?${agency})*`,
)
const unions =
  /(?<![a-z])(?:cac )?(?:hoi, )?(?:hoi doan the|doan the|to chuc doan the|to chuc chinh tri(?: - |, )xa hoi|hoi(?=$|,| va|\/)(?<=cac hoi))(?: chinh tri(?: - |, )xa hoi)?/
const isUnion =
  /^(?:hoi|tinh doan|thanh doan|doan|lien doan|lien hiep|mat tran|uy ban mat tran|uy ban mttq)\b/

/** `Các sở, ban, ngành, đoàn thể tỉnh`: the province's own bodies in the directory. */
export const provinceGroups = (words: string, bodies: DirectoryBody[]): GroupFound => {
  const seats = new Set(
    bodies.flatMap(({ kind, level, unit }) =>
      kind === committee && level === 'province' ? [unit.code] : [],
    ),
  )
  const ofProvince = bodies.filter(
    ({ level, unit, kind }) =>
      level === 'province' && kind !== committee && (isUnion.test(kind) || seats.has(unit.parentCode ?? '')),
  )
  let rest = words
  const found: DirectoryBody[] = []
  const said = ofThisProvince(agencies, rest)
  if (said !== null) {
    const words = said[0]
    found.push(
      ...ofProvince.filter(({ kind }) =>
        kind.startsWith('so ')
          ? /\bso\b/.test(words)
          : kind.startsWith('ban ')
            ? /\bban\b/.test(words)
            : !isUnion.test(kind) && /nganh/.test(words),
      ),
    )
    rest = rest.replace(words, ' ')
  }
  const massed = ofThisProvince(unions, rest)
  if (massed !== null) {
    found.push(...ofProvince.filter(({ kind }) => isUnion.test(kind)))
    rest = rest.replace(massed[0], ' ')
  }
  return { bodies: found, rest }
}

/** "Ban, ngành, đoàn thể cấp huyện" are the districts' own. */
const ofThisProvince = (pattern: RegExp, words: string): RegExpExecArray | null => {
  const match = pattern.exec(words)
  const after = match === null ? '' : words.slice(match.index + match[0].length)
  return /^(?:(?:, | va | - |\/)(?:cac )?(?:doan the|hoi|to chuc))* (?:cap |cua |thuoc )*(?:cac )?(?:huyen|xa|quan|thi xa)(?![a-z])/.test(
    after,
  )
    ? null
    : match
}

const schools =
  /(?<![a-z])(?:cac |\d+ )?truong(?: hoc|(?=$|,| (?:mam non|tieu hoc|trung hoc|pho thong|cao dang|dai hoc|thpt|thcs)| tren| thuoc| va))[^;]*/
const grades = ['mam non', 'tieu hoc', 'trung hoc co so', 'trung hoc pho thong', 'cao dang', 'dai hoc']

/** `Các trường mầm non, tiểu học, THCS`: schools by what they teach; without that, all. */
export const schoolGroup = (words: string, bodies: DirectoryBody[]): GroupFound => {
  const match = /(?:cac|\d+) truong/.test(words) || /^truong /.test(words) ? schools.exec(words) : null
  if (match === null) return { bodies: [], rest: words }
  const named = grades.filter((grade) => match[0].includes(grade))
  const found = bodies.filter(
    ({ flat }) =>
      flat.startsWith('truong ') && (named.length === 0 || named.some((grade) => flat.includes(grade))),
  )
  return { bodies: found, rest: words }
}
