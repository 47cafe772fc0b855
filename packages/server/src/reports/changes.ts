/** What a newer draft says otherwise than the one before: figures with the units that changed them, units that came in. Pure. */
import type { ReportChanges } from '@loa/contract/reports'
import type { UnitRef } from '@loa/contract/units'
import type { ReportGround } from './ground.ts'

export const changesBetween = (before: ReportGround, after: ReportGround): ReportChanges => {
  const [wasIn, isIn] = [countedIn(before), countedIn(after)]
  const declared = (ground: ReportGround, code: string) =>
    ground.indicators.find((indicator) => indicator.code === code)?.amounts ?? null
  const codes = [...new Set([...before.indicators, ...after.indicators].map(({ code }) => code))]
  return {
    figures: codes.flatMap((code) => {
      const [was, is] = [declared(before, code), declared(after, code)]
      const units = unitsOf(before, after, code)
      const same =
        was?.declared === is?.declared && was?.proved === is?.proved && was?.doubted === is?.doubted
      if (same && units.length === 0) return []
      const { name, unit } = [...after.indicators, ...before.indicators].find(
        (each) => each.code === code,
      ) ?? {
        name: code,
        unit: '',
      }
      const shown = (amounts: typeof was) =>
        // Nothing reported is not zero.
        amounts && amounts.activities > 0 ? { declared: amounts.declared, proved: amounts.proved } : null
      return [{ indicator: code, name, unit, before: shown(was), after: shown(is), units }]
    }),
    cameIn: after.units.map(({ unit }) => unit).filter(({ id }) => !wasIn.has(id) && isIn.has(id)),
    wentOut: after.units.map(({ unit }) => unit).filter(({ id }) => wasIn.has(id) && !isIn.has(id)),
  }
}

/** Units whose figures are in it: who has not handed in is not, nor who need not. */
const countedIn = ({ units, missing, gaps }: ReportGround): Set<number> => {
  const out = new Set([...missing, ...gaps.exempt.map(({ unit }) => unit)].map(({ id }) => id))
  return new Set(units.map(({ unit }) => unit.id).filter((id) => !out.has(id)))
}

const unitsOf = (before: ReportGround, after: ReportGround, code: string) => {
  const units = new Map<number, UnitRef>()
  for (const { unit } of [...before.units, ...after.units]) units.set(unit.id, unit)
  const value = (ground: ReportGround, id: number) =>
    ground.units.find(({ unit }) => unit.id === id)?.byIndicator[code] ?? null
  return [...units.values()].flatMap((unit) => {
    const [was, is] = [value(before, unit.id), value(after, unit.id)]
    return was?.declared === is?.declared && was?.proved === is?.proved
      ? []
      : [{ unit, before: was?.declared ?? null, after: is?.declared ?? null }]
  })
}
