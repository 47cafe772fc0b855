/** The person behind a request: the roles held today, and the units they count in. Pure: found by `find-actor.ts`. */
import { type Act, acts, mayDo, type Role } from '@loa/contract/acts'
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

/** May the person do this anywhere at all? */
export const mayAct = (actor: Actor, act: Act): boolean =>
  mayDo(rolesOf(actor), act) || actor.delegations.some((delegation) => delegation.acts.includes(act))

/** May the person do this for that unit? A role counts in its own unit and below, and for what that unit succeeded whole. */
export const mayActFor = (actor: Actor, act: Act, unitId: number, documentType?: string): boolean =>
  actor.roles.some(
    ({ role, insteadOf, reach }) =>
      (acts[act] as readonly Role[]).includes(role) &&
      reach.whole.has(unitId) &&
      // A stand-in does the daily work; a signature is given by who has it or was authorised for it.
      !(insteadOf !== null && act === 'dispatch.sign'),
  ) || delegationFor(actor, act, unitId, documentType) !== null

/** The delegation by which the person may do this, where no role of their own allows it. */
export const delegationFor = (
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
export const allow = (actor: Actor, act: Act, unitId: number, documentType?: string): void => {
  if (!mayActFor(actor, act, unitId, documentType)) throw new Problem('act.forbidden', { act })
}

/** @throws Problem `act.forbidden` for everybody but the keepers of the directory */
export const allowDirectory = (actor: Actor, act: Act): void => {
  if (!actor.keepsDirectory) throw new Problem('act.forbidden', { act })
}
