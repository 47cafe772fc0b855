/** The person behind a request: the roles held today, and the units they count in. Pure: found by `find-actor.ts`. */
import { type Act, acts, neverByStandIn, type Role } from '@loa/contract/acts'
import { Problem } from '@loa/contract/problem'
import type { UnitRef } from '@loa/contract/units'
import type { Reach } from '../units/reach.ts'

/** A role held today in a unit, the person's own or, during a leave, that of who is away. */
export interface HeldRole {
  unitId: number
  role: Role
  /** Who is away, when the person only stands in. */
  insteadOf: string | null
  reach: Reach
}

/** What somebody who leads lets this person do today in their place (Decree 30/2020/NĐ-CP, article 13). */
export interface HeldDelegation {
  id: number
  unitId: number
  form: 'KT' | 'TL' | 'TUQ'
  acts: string[]
  /** Types of documents it covers; none named: all. */
  documentTypes: string[]
  authorityLine: string
  signerTitle: string
  reach: Reach
}

export interface Actor {
  id: string
  name: string
  email: string
  title: string
  example: boolean
  /** The unit the person works for: the first appointment. */
  unit: UnitRef
  roles: HeldRole[]
  delegations: HeldDelegation[]
  /** An administrator of the body that runs this Loa: keeps the directory of units. */
  keepsDirectory: boolean
}

export const rolesOf = (actor: Actor): Role[] => [...new Set(actor.roles.map(({ role }) => role))]

/** The units whose rows the person may see: the own ones, all below, and what these left behind when they succeeded. */
export const sightOf = (actor: Actor): number[] => [
  ...new Set([...actor.roles, ...actor.delegations].flatMap(({ reach }) => reach.seen)),
]

/** The units the person works in, without those below them: whose work lists are the person's own. */
export const ownUnits = (actor: Actor): number[] => [
  ...new Set(actor.roles.flatMap(({ reach }) => [...reach.own])),
]

const covers = ({ role, insteadOf }: HeldRole, act: Act): boolean =>
  (acts[act] as readonly Role[]).includes(role) && !(insteadOf !== null && neverByStandIn.includes(act))

/** May the person do this anywhere at all? */
export const mayAct = (actor: Actor, act: Act): boolean =>
  actor.roles.some((held) => covers(held, act)) ||
  actor.delegations.some((delegation) => delegation.acts.includes(act))

/** The units for which a role of the person allows this: the own ones and all below. */
export const unitsFor = (actor: Actor, act: Act): Set<number> =>
  new Set(actor.roles.filter((held) => covers(held, act)).flatMap(({ reach }) => [...reach.whole]))

/** By what the person may do it. */
export type Ground =
  | { by: 'role'; role: Role }
  | { by: 'delegation'; delegation: HeldDelegation }
  | { by: 'stand-in'; role: Role; insteadOf: string }

/**
 * What the person's act for that unit rests on, or null. A role counts in its own unit and below, and for what that unit
 * succeeded whole. A delegation of the very unit comes first, since it says how the signature is printed (a deputy signs
 * KT.); standing in comes last.
 */
const groundFor = (actor: Actor, act: Act, unitId: number, documentType?: string): Ground | null => {
  const delegation = delegationFor(actor, act, unitId, documentType)
  if (delegation?.reach.own.has(unitId)) return { by: 'delegation', delegation }
  const held = actor.roles
    .filter((each) => covers(each, act) && each.reach.whole.has(unitId))
    .sort((left, right) => Number(left.insteadOf !== null) - Number(right.insteadOf !== null))[0]
  if (held && held.insteadOf === null) return { by: 'role', role: held.role }
  if (delegation) return { by: 'delegation', delegation }
  return held?.insteadOf ? { by: 'stand-in', role: held.role, insteadOf: held.insteadOf } : null
}

export const mayActFor = (actor: Actor, act: Act, unitId: number, documentType?: string): boolean =>
  groundFor(actor, act, unitId, documentType) !== null

/** The delegation by which the person may do this, where no role of their own allows it. */
const delegationFor = (
  actor: Actor,
  act: Act,
  unitId: number,
  documentType?: string,
): HeldDelegation | null =>
  actor.delegations.find(
    (delegation) =>
      delegation.acts.includes(act) &&
      delegation.reach.whole.has(unitId) &&
      (documentType === undefined ||
        delegation.documentTypes.length === 0 ||
        delegation.documentTypes.includes(documentType)),
  ) ?? null

/** @throws Problem `act.forbidden` */
export const allow = (actor: Actor, act: Act, unitId: number, documentType?: string): Ground => {
  const ground = groundFor(actor, act, unitId, documentType)
  if (!ground) throw new Problem('act.forbidden', { act, unit: unitId, type: documentType ?? null })
  return ground
}

/** @throws Problem `act.forbidden` for everybody but the keepers of the directory */
export const allowDirectory = (actor: Actor, act: Act): void => {
  if (!actor.keepsDirectory) throw new Problem('act.forbidden', { act })
}
