/**
 * A phrase is read from its areas: the words before an area name the kinds of bodies ("Phòng Văn hóa và Thông tin | các
 * huyện"); an area without words before it goes on with the kinds before ("UBND các huyện và | các xã").
 */
import { type AreaToken, areasIn } from './areas.ts'
import { committee, type DirectoryBody } from './directory.ts'
import { homeGroup, provinceGroups, schoolGroup } from './groups.ts'
import { listedNames } from './listed-names.ts'
import { namedOnes } from './named-ones.ts'

export interface Ground {
  all: DirectoryBody[]
  /** Those of the home unit's area. */
  near: DirectoryBody[]
  home: string
}

interface Read {
  found: DirectoryBody[]
  /** Other readings, each with all the units the phrase would then mean. */
  others: { reading: string; units: DirectoryBody[] }[]
}

const nobody = /^(?:nhu (?:tren|kinh gui|dieu)|luu)\b/

export const readPhrase = (words: string, { all, near, home }: Ground): Read => {
  if (nobody.test(words)) return { found: [], others: [] }
  const found = new Set<DirectoryBody>()
  const others: { reading: string; units: DirectoryBody[]; instead: Set<DirectoryBody> }[] = []
  const add = (bodies: Iterable<DirectoryBody>) => {
    for (const body of bodies) found.add(body)
  }
  const own = homeGroup(words, all, home)
  add(own.bodies)
  const province = provinceGroups(own.rest, near)
  add(province.bodies)

  let kinds: string | null = null
  let at = 0
  const tokens = narrowed(province.rest, areasIn(province.rest, near), near)
  for (const { start, end, level, covers, isNamed } of tokens) {
    const before = province.rest.slice(at, start).replace(/(?:truc )?thuoc uy ban nhan dan/, ' ')
    at = end
    const said = /[a-z]/.test(before.replace(/\b(?:va|cac|o|tai|den|thuoc|cua|tren dia ban|gom|cung)\b/g, ''))
      ? before
      : null
    kinds = said ?? kinds ?? committee
    const here = (level === 'province' ? all : near).filter((body) => body.level === level)
    const school = schoolGroup(
      kinds,
      near.filter((body) => inside(body, covers, near)),
    )
    add(school.bodies)
    if (school.bodies.length > 0) continue
    const listed = listedNames(kinds, here.filter(covers))
    add(listed.found)
    if (said !== null) {
      const items = listed.rest.split(';')
      add(namedOnes(items.pop() ?? '', all, home, true))
      add(namedOnes(items.join(';'), all, home, false))
    }
    const { apart } = listed
    if (apart !== null) others.push({ ...apart, instead: listed.grouped })
    // "Các huyện, thành phố" where there is a thị xã too: the words leave it out, the writer may not.
    const wide = isNamed ? listed : listedNames(kinds, here)
    if (wide.found.length > listed.found.length && listed.found.length > 0 && !isNamed && apart === null) {
      const reading = level === 'district' ? 'Tất cả đơn vị cấp huyện' : 'Tất cả đơn vị cấp xã'
      if (tokens.length === 1 || level === 'district')
        others.push({ reading, units: wide.found, instead: new Set() })
    }
  }
  const rest = province.rest.slice(at)
  if (tokens.length === 0) add(schoolGroup(rest, near).bodies)
  if (/: /.test(rest)) {
    const listed = listedNames(
      rest,
      all.filter(({ level }) => level !== 'district' && level !== 'commune'),
    )
    add(listed.grouped)
  }
  add(namedOnes(rest, all, home, false))
  return {
    found: [...found],
    others: others.map(({ reading, units, instead }) => ({
      reading,
      units: [...new Set([...[...found].filter((body) => !instead.has(body)), ...units])],
    })),
  }
}

interface NarrowToken extends AreaToken {
  /** What the token covers without its seats, and the areas it lies in. */
  own?: AreaToken['covers']
  seats?: AreaToken['covers'][]
}

/** `các xã thuộc huyện A`, `xã B, huyện A`: the area behind only says where the one before it lies. */
export const narrowed = (words: string, tokens: AreaToken[], near: DirectoryBody[]): AreaToken[] => {
  const kept: NarrowToken[] = []
  for (const token of tokens) {
    const before = kept.at(-1)
    const joint = before === undefined ? '' : words.slice(before.end, token.start)
    const goesOn = before?.seats !== undefined && token.isNamed && /^(?:,| va| va cac)? ?$/.test(joint)
    const says = goesOn || /^(?:,| -)? ?(?:thuoc |cua |tren dia ban |tai |trong |o )*(?:cac )?$/.test(joint)
    const isLinked = goesOn || /thuoc|cua|dia ban|tai|trong/.test(joint) || (before?.isNamed && token.isNamed)
    if (before?.level !== 'commune' || token.level !== 'district' || !says || !isLinked) {
      kept.push(token)
      continue
    }
    const { covers, seats = [] } = before
    const all = [...seats, token.covers]
    const own = before.own ?? covers
    kept[kept.length - 1] = {
      ...before,
      end: token.end,
      own,
      seats: all,
      covers: (body) => own(body) && all.some((seat) => inside(body, seat, near)),
      isNamed: true,
    }
  }
  return kept
}

/** Whether a body, or one above it, is covered. */
const inside = (
  body: DirectoryBody,
  covers: (body: DirectoryBody) => boolean,
  near: DirectoryBody[],
): boolean => covers(body) || near.some((each) => body.above.includes(each.unit.code) && covers(each))
