/** Which unit a feature is the boundary of, by the code in one of its properties. Pure. */
import type { BoundaryReading, BoundaryTrouble } from '@loa/contract/boundaries'
import type { UnitRef } from '@loa/contract/units'
import type { BoundaryFeature } from '@loa/documents/boundaries'

export interface Matched {
  code: string
  unit: UnitRef
  corners: number
  geometry: string
}
interface Match {
  matched: Matched[]
  troubles: BoundaryReading['troubles']
}

/** Each property with how many features have it. */
export const propertiesOf = (features: readonly BoundaryFeature[]): BoundaryReading['properties'] => {
  const found = new Map<string, { features: number; example: string }>()
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties)) {
      const known = found.get(name)
      found.set(name, { features: (known?.features ?? 0) + 1, example: known?.example || value })
    }
  return [...found].map(([name, rest]) => ({ name, ...rest }))
}

/** The property whose values are codes of units most often; null where none ever is. */
export const likeliestProperty = (
  features: readonly BoundaryFeature[],
  units: ReadonlyMap<string, unknown>,
): string | null => {
  const hits = propertiesOf(features).map(({ name }) => ({
    name,
    hits: features.filter(({ properties }) => units.has(properties[name] ?? '')).length,
  }))
  const best = hits.toSorted((a, b) => b.hits - a.hits)[0]
  return best && best.hits > 0 ? best.name : null
}

/** Every feature is matched or has its trouble said; the first of two for one unit counts. */
export const match = (
  features: readonly BoundaryFeature[],
  property: string | null,
  units: ReadonlyMap<string, UnitRef>,
): Match => {
  const matched = new Map<string, Matched>()
  const troubles: Match['troubles'] = []
  for (const { number, properties, geometry, corners, trouble } of features) {
    const code = property === null ? '' : (properties[property] ?? '')
    const unit = units.get(code)
    const say = (what: BoundaryTrouble) => void troubles.push({ feature: number, code, trouble: what })
    if (trouble || geometry === null) say(trouble ?? 'not-an-area')
    else if (code === '') say('no-code')
    else if (!unit) say('no-unit')
    else if (matched.has(code)) say('twice')
    else matched.set(code, { code, unit, corners, geometry })
  }
  return { matched: [...matched.values()], troubles }
}
