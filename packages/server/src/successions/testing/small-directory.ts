/** A small directory for tests of acts: a province with districts and communes, all open. */
import { type UnitChange as Change, UnitChange } from '@loa/contract/successions'
import type { Unit } from '@loa/contract/units'
import type { z } from 'zod'
import type { ChangeFacts, ChangePlan } from '../change-plan.ts'
import { planChange } from '../succession.ts'

export const day = '2023-07-01'
const today = '2023-05-22'

const unit = (
  id: number,
  code: string,
  parentCode: string | null,
  validFrom: string | null = null,
): Unit => ({
  id,
  code,
  validFrom,
  validTo: null,
  name: code,
  fullName: `Xã ${code}`,
  type: 'xa',
  parentCode,
})

/** 1 = T; 2, 3 = districts H1, H2; 4, 5 below H1; 6, 7 below H2. */
export const smallDirectory = (): Unit[] => [
  unit(1, 'T', null),
  unit(2, 'H1', 'T'),
  unit(3, 'H2', 'T'),
  unit(4, 'X1', 'H1'),
  unit(5, 'X2', 'H1'),
  unit(6, 'X3', 'H2'),
  unit(7, 'X4', 'H2'),
]

export const isThere = (each: Unit, on: string): boolean =>
  (each.validFrom === null || each.validFrom <= on) && (each.validTo === null || on <= each.validTo)

export const change = (
  input: Omit<z.input<typeof UnitChange>, 'act' | 'effectiveOn'> & { effectiveOn?: string },
): Change => UnitChange.parse({ act: 'Nghị quyết 12/NQ-HĐND', effectiveOn: day, ...input })

/** The same facts that the queries find. */
const factsIn = (directory: Unit[], { from, into, effectiveOn }: Change): ChangeFacts => {
  const ends = directory.filter(({ id }) => from.includes(id))
  const codes = [...into, ...ends].map(({ code }) => code)
  return {
    today,
    from: ends,
    targets: directory.filter(({ id }) => into.some(({ unitId }) => unitId === id)),
    holders: directory.filter(
      ({ code, validTo }) => codes.includes(code) && (validTo === null || validTo >= effectiveOn),
    ),
    parents: directory.filter((each) => isThere(each, effectiveOn)),
    children: directory.filter(
      (each) =>
        ends.some(({ code }) => code === each.parentCode) &&
        (isThere(each, effectiveOn) || (each.validFrom !== null && each.validFrom >= effectiveOn)),
    ),
  }
}

export const plan = (directory: Unit[], wanted: Change): ChangePlan =>
  planChange(wanted, factsIn(directory, wanted))

/** What the database does with a plan. */
export const carriedOut = (
  directory: Unit[],
  { ends, begins, moves }: ChangePlan,
  effectiveOn: string,
): Unit[] => {
  const closed = new Set([...ends, ...moves.map((move) => move.unit)].map(({ id }) => id))
  const before = Temporal.PlainDate.from(effectiveOn).subtract({ days: 1 }).toString()
  const next = Math.max(...directory.map(({ id }) => id)) + 1
  const added = [...begins, ...moves.map((move) => ({ ...move.unit, parentCode: move.parentCode }))]
  return [
    ...directory.map((each) => (closed.has(each.id) ? { ...each, validTo: before } : each)),
    ...added.map((each, index) => ({ ...each, id: next + index, validFrom: effectiveOn, validTo: null })),
  ]
}
