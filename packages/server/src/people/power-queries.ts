import type { Role } from '@loa/contract/acts'
import { roles } from '@loa/contract/acts'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Span } from './appointment.ts'
import { counts } from './find-actor.ts'

/** The roles a person holds on that day, by unit. */
export const rolesOn = (
  db: Database,
  personId: string,
  day: string,
): Promise<{ unitId: number; role: Role }[]> =>
  db.many(
    z.object({ unitId: z.number(), role: z.enum(roles) }),
    sql`select a.unit_id, a.role from appointments a where a.person_id = ${personId} and ${counts('a', day)}`,
  )

export interface NewDelegationRow {
  unitId: number
  fromPersonId: string
  toPersonId: string
  form: string
  authorityLine: string
  signerTitle: string
  acts: readonly string[]
  documentTypes: readonly string[]
  act: string
  from: string
  to: string | null
  by: string
  at: string
}

export const insertDelegation = async (db: Database, given: NewDelegationRow): Promise<number> =>
  (
    await db.one(
      z.object({ id: z.number() }),
      sql`insert into delegations (unit_id, from_person_id, to_person_id, form, authority_line, signer_title, acts,
            document_types, act, valid_from, valid_to, created_by, created_at)
          values (${given.unitId}, ${given.fromPersonId}, ${given.toPersonId}, ${given.form}, ${given.authorityLine},
            ${given.signerTitle}, ${given.acts}, ${given.documentTypes}, ${given.act}, ${given.from}, ${given.to},
            ${given.by}, ${given.at}) returning id`,
    )
  ).id

export const revokeDelegation = (db: Database, id: number, now: string) =>
  db.run(sql`update delegations set revoked_at = ${now} where id = ${id} and revoked_at is null`)

/** Locked by the person's row: two leaves that overlap are not written at once. */
export const listLeaveDays = async (db: Database, personId: string, unitId?: number): Promise<Span[]> => {
  await db.raw('select from people where id = $1 for update', [personId])
  return db.many(
    z.object({ from: z.string(), to: z.string() }),
    sql`select valid_from as "from", valid_to as "to" from leaves where person_id = ${personId} and revoked_at is null
          and (${unitId ?? null}::int is null or unit_id = ${unitId ?? null})`,
  )
}

export interface NewLeaveRow {
  unitId: number
  personId: string
  standInId: string | null
  from: string
  to: string
  note: string
  by: string
  at: string
}

export const insertLeave = (db: Database, given: NewLeaveRow) =>
  db.run(sql`insert into leaves (unit_id, person_id, stand_in_person_id, valid_from, valid_to, note, created_by, created_at)
    values (${given.unitId}, ${given.personId}, ${given.standInId}, ${given.from}, ${given.to}, ${given.note},
      ${given.by}, ${given.at})`)

export const revokeLeave = (db: Database, id: number, now: string) =>
  db.run(sql`update leaves set revoked_at = ${now} where id = ${id} and revoked_at is null`)
