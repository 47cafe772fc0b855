/** What a phrase leaves out: "(trừ huyện A)", "ngoại trừ Thanh tra Sở", "không gồm các phường". It only ever takes away. */
import { areasIn } from './areas.ts'
import type { DirectoryBody } from './directory.ts'
import { looseName } from './kind-names.ts'
import { type Ground, narrowed, readPhrase } from './phrases.ts'
import type { DirectoryUnit } from './plan-types.ts'

export const exceptedFrom = (found: DirectoryBody[], words: string, ground: Ground): Set<DirectoryUnit> => {
  const tokens = narrowed(words, areasIn(words, ground.near), ground.near)
  const left = tokens.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    words,
  )
  if (looseName(left.replace(/\b(?:cac|thuoc|cua|tren dia ban|dia ban)\b/g, '')).trim() === '')
    return inAreas(found, tokens, ground)
  const { found: named } = readPhrase(words, ground)
  const units = new Set(named.map(({ unit }) => unit))
  if (units.size > 0) return units
  // Bare names: "trừ Nam Sách, Thanh Hà"; all of them must be known.
  const names = words.split(/, | va | - /).map((name) => name.trim())
  const byName = names.map((name) =>
    found.filter(
      ({ area }) => area.replace(/^(?:thanh pho|thi xa|thi tran|dac khu|huyen|quan|phuong|xa) /, '') === name,
    ),
  )
  return new Set(byName.every((list) => list.length > 0) ? byName.flat().map(({ unit }) => unit) : [])
}

/** The bodies of the areas, and all below their committees. */
const inAreas = (
  found: DirectoryBody[],
  tokens: ReturnType<typeof areasIn>,
  { near }: Ground,
): Set<DirectoryUnit> => {
  const seats = new Set(
    near.filter((body) => tokens.some(({ covers }) => covers(body))).map(({ unit }) => unit.code),
  )
  return new Set(
    found
      .filter(({ unit, above }) => seats.has(unit.code) || above.some((code) => seats.has(code)))
      .map(({ unit }) => unit),
  )
}
