/** Where the twelve districts of Hải Dương lie, roughly: column and row of equal tiles, by their codes. */
const places: Record<string, [column: number, row: number]> = {
  '290': [3, 1],
  '292': [4, 1],
  '291': [2, 2],
  '293': [3, 2],
  '295': [1, 3],
  '288': [2, 3],
  '294': [3, 3],
  '296': [1, 4],
  '297': [2, 4],
  '298': [3, 4],
  '300': [1, 5],
  '299': [2, 5],
}

/** A district by its own code, its committee by the code in that of the committee: "HD-288-UBND". */
const placeOf = (code: string): [number, number] | null =>
  places[/^(?:HD-)?(\d{3})(?:-UBND)?$/.exec(code)?.[1] ?? ''] ?? null

export interface Placed<T> {
  unit: T
  column: number
  row: number
}

/** Units of a campaign: those of a district at its place, as long as it is one a district; others in an even grid. */
export const placedByDistrict = <T extends { code: string }>(units: T[]): { map: Placed<T>[]; rest: T[] } => {
  const taken = new Map<string, Placed<T>>()
  for (const unit of units) {
    const district = /^(?:HD-)?(\d{3})(?:-(?:UBND|TTVH))?$/.exec(unit.code)?.[1] ?? ''
    const place = places[district]
    if (place && !taken.has(district)) taken.set(district, { unit, column: place[0], row: place[1] })
  }
  if (taken.size < 6) return { map: [], rest: units }
  const map = [...taken.values()].toSorted((a, b) => a.row - b.row || a.column - b.column)
  const onMap = new Set(map.map(({ unit }) => unit))
  return { map, rest: units.filter((unit) => !onMap.has(unit)) }
}

/** The units that have a place on the map, and the rest; fewer than half of the districts make no map. */
export const placed = <T extends { code: string }>(
  units: T[],
  parentCode: string,
): { map: Placed<T>[]; rest: T[] } => {
  if (parentCode !== '30' && parentCode !== 'HD-UBND') return { map: [], rest: units }
  const map = units.flatMap((unit) => {
    const place = placeOf(unit.code)
    return place ? [{ unit, column: place[0], row: place[1] }] : []
  })
  if (map.length < 6) return { map: [], rest: units }
  return {
    map: map.toSorted((a, b) => a.row - b.row || a.column - b.column),
    rest: units.filter((unit) => !placeOf(unit.code)),
  }
}
