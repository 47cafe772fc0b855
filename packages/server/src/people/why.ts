/** Why somebody may not do something: the nearest miss, as a code with its values. Pure: no database, no clock, no network. */
import { type Act, acts, neverByStandIn, type Role } from '@loa/contract/acts'
import type { Why } from '@loa/contract/roster'
import { countsOn, type Span } from './appointment.ts'

export interface KnownRole extends Span {
  role: Role
  unitName: string
  /** The days of its unit, and who followed it. */
  unit: Span
  successor: string | null
  /** The role would reach the unit asked about. */
  reaches: boolean
  insteadOf: string | null
}

export interface KnownDelegation extends Span {
  acts: readonly string[]
  documentTypes: readonly string[]
  reaches: boolean
  revokedOn: string | null
  giver: string
  giverHolds: boolean
}

export interface Question {
  act: Act
  day: string
  documentType: string | null
  roles: readonly KnownRole[]
  delegations: readonly KnownDelegation[]
  /** Who stands in for the person today, when the person is away. */
  stoodInBy: string | null
}

type Answer = Pick<Why, 'code' | 'day' | 'otherUnit' | 'who'>

/** The nearest miss first: what would let the person do it with the least change. */
export const whyNot = ({ act, day, documentType, roles, delegations, stoodInBy }: Question): Answer => {
  const able = roles.filter(({ role }) => (acts[act] as readonly Role[]).includes(role))
  const now = able.filter((each) => countsOn(each, day) && countsOn(each.unit, day))
  const here = now.filter(({ reaches }) => reaches)
  const barred = (each: KnownRole) => each.insteadOf !== null && neverByStandIn.includes(act)
  const given = delegations.filter((each) => each.acts.includes(act) && each.reaches)
  const lives = given.filter((each) => countsOn(each, day) && each.revokedOn === null)
  const typed = lives.filter(
    ({ documentTypes }) =>
      documentType === null || documentTypes.length === 0 || documentTypes.includes(documentType),
  )
  if (here.some((each) => !barred(each)) || typed.some(({ giverHolds }) => giverHolds))
    return stoodInBy ? answer('stood-in-for', { who: stoodInBy }) : answer('allowed')
  const standsIn = here.find(barred)
  if (standsIn) return answer('stand-in-never', { who: standsIn.insteadOf })
  const orphan = typed.find(({ giverHolds }) => !giverHolds)
  if (orphan) return answer('delegation-giver-gone', { who: orphan.giver })
  if (lives[0]) return answer('delegation-type', { who: lives[0].giver })

  const ownAble = able.filter(({ insteadOf, reaches }) => insteadOf === null && reaches)
  const gone = ownAble.find((each) => countsOn(each, day) && each.unit.to !== null && each.unit.to < day)
  if (gone) return answer('unit-ended', { day: gone.unit.to, otherUnit: gone.unitName, who: gone.successor })
  const ended = latest(ownAble.filter(({ to }) => to !== null && to < day))
  if (ended) return answer('role-ended', { day: ended.to, otherUnit: ended.unitName })
  const toCome = ownAble.find(({ from }) => from !== null && from > day)
  if (toCome) return answer('role-to-come', { day: toCome.from, otherUnit: toCome.unitName })
  const lapsed = given.find(({ revokedOn, to }) => revokedOn !== null || (to !== null && to < day))
  if (lapsed) return answer('delegation-ended', { day: lapsed.revokedOn ?? lapsed.to, who: lapsed.giver })
  const elsewhere = now.find(({ reaches, insteadOf }) => !reaches && insteadOf === null)
  if (elsewhere) return answer('other-unit', { otherUnit: elsewhere.unitName })
  return answer('no-role')
}

const answer = (code: Why['code'], values: Partial<Answer> = {}): Answer => ({
  code,
  day: null,
  otherUnit: null,
  who: null,
  ...values,
})

const latest = (roles: KnownRole[]) =>
  roles.toSorted((left, right) => ((left.to ?? '') < (right.to ?? '') ? 1 : -1))[0]
