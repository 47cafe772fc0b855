/** Finds who asks, with the roles of that day. Asked on every request, outside any sight. */

import { roles } from '@loa/contract/acts'
import { UnitRef } from '@loa/contract/units'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { unitJson } from '../units/queries.ts'
import { type Reach, reachOf } from '../units/reach.ts'
import type { Actor } from './actor.ts'

const Row = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  example: z.boolean(),
  unit: UnitRef,
  roles: z.array(z.object({ unitId: z.number(), role: z.enum(roles), insteadOf: z.string().nullable() })),
  delegations: z.array(
    z.object({
      id: z.number(),
      unitId: z.number(),
      form: z.enum(['KT', 'TL', 'TUQ']),
      acts: z.array(z.string()),
      documentTypes: z.array(z.string()),
      authorityLine: z.string(),
      signerTitle: z.string(),
    }),
  ),
  directoryVersion: z.number(),
  operatorUnitId: z.number().nullable(),
})

/**
 * Null for a person without a role on that day: such a one may sign in and is told so. A role ends with its last day, with
 * its unit, and with the person's leaving.
 */
export const findActor = async (db: Database, personId: string, day: string): Promise<Actor | null> => {
  const row = await db.maybe(
    Row,
    sql`with here as (
          select p.* from people p where p.id = ${personId} and (p.left_on is null or p.left_on > ${day})
        ), held as (
          select a.unit_id, a.role, null::text as instead_of
          from appointments a join here on a.person_id = here.id where ${counts('a', day)}
          union
          select a.unit_id, a.role, l.person_id
          from leaves l join here on l.stand_in_person_id = here.id
          join appointments a on a.person_id = l.person_id and a.unit_id = l.unit_id
          where l.revoked_at is null and ${day} between l.valid_from and l.valid_to and ${counts('a', day)}
        ), given as (
          select d.* from delegations d join here on d.to_person_id = here.id
          where ${counts('d', day)} and exists (
            select from appointments a where a.person_id = d.from_person_id and a.unit_id = d.unit_id and ${counts('a', day)})
        )
        select h.id, h.name, h.email, h.title, h.example,
          (select ${unitJson}
             from units u where u.id = (select unit_id from held order by instead_of nulls first, unit_id limit 1)) as unit,
          (select json_agg(json_build_object('unitId', unit_id, 'role', role, 'insteadOf', instead_of)) from held) as roles,
          (select coalesce(json_agg(json_build_object('id', id, 'unitId', unit_id, 'form', form, 'acts', acts,
             'documentTypes', document_types, 'authorityLine', authority_line, 'signerTitle', signer_title)), '[]')
             from given) as delegations,
          (select coalesce(max(id), 0) from unit_changes) as directory_version,
          (select operator_unit_id from installation) as operator_unit_id
        from here h where exists (select from held)`,
  )
  if (!row) return null
  const reaches = new Map<number, Reach>()
  for (const { unitId } of [...row.roles, ...row.delegations])
    if (!reaches.has(unitId))
      reaches.set(unitId, await reachOf(db, { unitId, day, version: row.directoryVersion }))
  const withReach = <T extends { unitId: number }>(rows: T[]) =>
    rows.map((each) => ({ ...each, reach: reaches.get(each.unitId) as Reach }))
  const held = withReach(row.roles)
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    title: row.title,
    example: row.example,
    unit: row.unit,
    roles: held,
    delegations: withReach(row.delegations),
    keepsDirectory: held.some(
      ({ role, reach, insteadOf }) =>
        role === 'administrator' &&
        insteadOf === null &&
        row.operatorUnitId !== null &&
        reach.own.has(row.operatorUnitId),
    ),
  }
}

/** It counts on that day, and so does its unit. */
export const counts = (table: 'a' | 'd', day: string) => {
  const span = sql`(${column[table]}.valid_from is null or ${column[table]}.valid_from <= ${day})
    and (${column[table]}.valid_to is null or ${column[table]}.valid_to >= ${day}) and ${column[table]}.revoked_at is null`
  return sql`${span} and exists (select from units u where u.id = ${column[table]}.unit_id
    and (u.valid_from is null or u.valid_from <= ${day}) and (u.valid_to is null or u.valid_to >= ${day}))`
}
const column = { a: sql`a`, d: sql`d` }
