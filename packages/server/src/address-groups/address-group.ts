/** Whom a saved phrase means on a day: who is in, who is out and why. Pure: no database, no clock. */
import type { GroupQuery, Member } from '@loa/contract/address-groups'
import type { Unit } from '@loa/contract/units'
import { areaKindOf } from './area-kind.ts'

export interface Ground {
  on: string
  /** All rows of the directory, whatever their days; `isNamed`: the words of the query are in the name. */
  units: (Unit & { isNamed: boolean })[]
  /** The row → a number that all rows of the same body have: a renamed body stays named by hand. */
  bodyOf: (unitId: number) => number
}

export interface Members {
  in: Member[]
  /** Only those that fit but for one condition; what has nothing to do with the phrase is not listed. */
  out: Member[]
}

export const membersOf = (query: GroupQuery, { on, units, bodyOf }: Ground): Members => {
  const excepted = new Set(query.exceptUnitIds.map(bodyOf))
  const extra = new Set(query.extraUnitIds.map(bodyOf))
  const isBelow = belowTest(query.belowUnitId, { on, units, bodyOf })
  const conditions = [
    query.types.length > 0 && ['type', (unit: Unit) => query.types.includes(unit.type)],
    query.belowUnitId !== null && ['below', isBelow],
    query.words !== '' && ['words', (unit: { isNamed: boolean }) => unit.isNamed],
    query.areas.length > 0 && ['area', (unit: Unit) => query.areas.some((kind) => kind === areaKindOf(unit))],
  ].filter((each) => each !== false) as [
    'type' | 'below' | 'words' | 'area',
    (unit: Ground['units'][number]) => boolean,
  ][]

  const whyOf = (unit: Ground['units'][number]): Member['why'] | null => {
    const body = bodyOf(unit.id)
    const absent = whenOf(unit, on)
    if (extra.has(body) && !excepted.has(body)) return absent ?? 'extra'
    if (conditions.length === 0) return null
    const failed = conditions.filter(([, holds]) => !holds(unit)).map(([name]) => name)
    if (absent) return failed.length === 0 ? absent : null
    if (failed.length === 0) return excepted.has(body) ? 'except' : 'query'
    // One condition alone would call the whole directory a near miss.
    return failed.length === 1 && conditions.length > 1 ? (failed[0] ?? null) : null
  }

  const members = units.flatMap(({ isNamed, ...unit }): Member[] => {
    const why = whyOf({ ...unit, isNamed })
    return why ? [{ ...unit, why }] : []
  })
  const isIn = ({ why }: Member) => why === 'query' || why === 'extra'
  const isAbsent = ({ why }: Member) => why === 'ended' || why === 'not-yet'
  const there = new Set(members.filter((member) => !isAbsent(member)).map(({ id }) => bodyOf(id)))
  return {
    in: members.filter(isIn),
    // The old row of a body that stands here under its new name needs no reason of its own.
    out: members.filter((member) => !isIn(member) && !(isAbsent(member) && there.has(bodyOf(member.id)))),
  }
}

const whenOf = ({ validFrom, validTo }: Unit, on: string): 'ended' | 'not-yet' | null => {
  if (validTo !== null && validTo < on) return 'ended'
  return validFrom !== null && validFrom > on ? 'not-yet' : null
}

/** On the day, or the nearest one on which the row was there; a parent is meant by its code on that day. */
const belowTest = (belowUnitId: number | null, { on, units, bodyOf }: Ground) => {
  const above = belowUnitId === null ? null : bodyOf(belowUnitId)
  const byCode = Map.groupBy(units, ({ code }) => code)
  return (unit: Unit): boolean => {
    const day = nearest(unit, on)
    let parent: string | null = unit.parentCode
    for (let steps = 0; parent !== null && steps < 12; steps++) {
      const next: Unit | undefined = byCode.get(parent)?.find((each) => whenOf(each, day) === null)
      if (!next) return false
      if (bodyOf(next.id) === above) return true
      parent = next.parentCode
    }
    return false
  }
}

const nearest = ({ validFrom, validTo }: Unit, on: string): string => {
  if (validTo !== null && validTo < on) return validTo
  return validFrom !== null && validFrom > on ? validFrom : on
}

/** Phrases are compared without what only separates them from their neighbours. */
export const cleanPhrase = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s;:,.]+$/u, '')

/** Rows that follow one another under a new name or parent are one body; each gets the number of one of them. */
export const bodiesBy = (follows: { from: number; to: number }[]): Ground['bodyOf'] => {
  const before = new Map(follows.map(({ from, to }) => [to, from]))
  return (unitId) => {
    const seen = new Set([unitId])
    let body = unitId
    for (let next = before.get(body); next !== undefined && !seen.has(next); next = before.get(body)) {
      body = next
      seen.add(next)
    }
    return body
  }
}
