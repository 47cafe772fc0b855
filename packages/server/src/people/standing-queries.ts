/** How somebody stands: what they held, hold and will hold, and who could change it. */
import { type Act, acts, type Role, roles } from '@loa/contract/acts'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { counts } from './find-actor.ts'
import type { KnownDelegation, KnownRole } from './why.ts'

/** Since when a person is without a role, and whom to ask: for somebody who is signed in and may do nothing. */
export const whyNoRole = async (db: Database, personId: string, day: string) => {
  const last = await db.maybe(
    z.object({ unitId: z.number(), unit: z.string(), since: z.string().nullable() }),
    sql`select a.unit_id, u.full_name as unit,
          least(p.left_on - 1, a.valid_to, u.valid_to, (a.revoked_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as since
        from appointments a join units u on u.id = a.unit_id join people p on p.id = a.person_id
        where a.person_id = ${personId} order by since desc nulls last, a.id desc limit 1`,
  )
  return {
    unit: last?.unit ?? null,
    since: last?.since ?? null,
    ask: last ? (await listAdministrators(db, last.unitId, day)).join(', ') : '',
  }
}

/** Administrators of a unit and of those above it today, the nearest first. */
export const listAdministrators = async (db: Database, unitId: number, day: string): Promise<string[]> =>
  (
    await db.many(
      z.object({ name: z.string() }),
      sql`with recursive up as (
            select u.id, u.parent_code, 0 as depth from units u where u.id = ${unitId}
            union all
            select p.id, p.parent_code, up.depth + 1 from up join units p on p.code = up.parent_code
              and (p.valid_from is null or p.valid_from <= ${day}) and (p.valid_to is null or p.valid_to >= ${day})
            where up.depth < 12
          )
          select p.name from up join appointments a on a.unit_id = up.id and a.role = 'administrator'
          join people p on p.id = a.person_id
          where ${counts('a', day)} and (p.left_on is null or p.left_on > ${day})
          group by p.name order by min(up.depth), p.name limit 3`,
    )
  ).map(({ name }) => name)

const RoleRow = z.object({
  role: z.enum(roles),
  unitId: z.number(),
  unitName: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  unitFrom: z.string().nullable(),
  unitTo: z.string().nullable(),
  successor: z.string().nullable(),
  insteadOf: z.string().nullable(),
})

/** Every role the person holds, held or will hold, and those of whom they stand in for today. */
export const listKnownRoles = async (
  db: Database,
  personId: string,
  day: string,
): Promise<(Omit<KnownRole, 'reaches'> & { unitId: number })[]> => {
  const rows = await db.many(
    RoleRow,
    sql`with held as (
          select a.role, a.unit_id, a.valid_from, a.valid_to, a.revoked_at, null::text as instead_of
          from appointments a where a.person_id = ${personId}
          union all
          select a.role, a.unit_id, a.valid_from, a.valid_to, a.revoked_at, p.name
          from leaves l join appointments a on a.person_id = l.person_id and a.unit_id = l.unit_id
          join people p on p.id = l.person_id
          where l.stand_in_person_id = ${personId} and l.revoked_at is null
            and ${day} between l.valid_from and l.valid_to
        )
        select h.role, h.unit_id, u.full_name as unit_name, h.valid_from as "from",
          least(h.valid_to, (h.revoked_at at time zone 'Asia/Ho_Chi_Minh')::date - 1)::text as "to",
          u.valid_from as unit_from, u.valid_to as unit_to, h.instead_of,
          (select string_agg(s.full_name, ', ') from unit_successions us join units s on s.id = us.to_unit_id
             where us.from_unit_id = u.id) as successor
        from held h join units u on u.id = h.unit_id`,
  )
  return rows.map(({ unitFrom, unitTo, ...row }) => ({ ...row, unit: { from: unitFrom, to: unitTo } }))
}

const DelegationRow = z.object({
  unitId: z.number(),
  acts: z.array(z.string()),
  documentTypes: z.array(z.string()),
  from: z.string(),
  to: z.string().nullable(),
  revokedOn: z.string().nullable(),
  giver: z.string(),
  giverHolds: z.boolean(),
})

export const listKnownDelegations = (
  db: Database,
  personId: string,
  day: string,
): Promise<(Omit<KnownDelegation, 'reaches'> & { unitId: number })[]> =>
  db.many(
    DelegationRow,
    sql`select d.unit_id, d.acts, d.document_types, d.valid_from as "from", d.valid_to as "to",
          (d.revoked_at at time zone 'Asia/Ho_Chi_Minh')::date::text as revoked_on, p.name as giver,
          exists (select from appointments a where a.person_id = d.from_person_id and a.unit_id = d.unit_id
            and ${counts('a', day)}) as giver_holds
        from delegations d join people p on p.id = d.from_person_id where d.to_person_id = ${personId}`,
  )

/** Who stands in for the person today. */
export const findStandIn = async (db: Database, personId: string, day: string): Promise<string | null> =>
  (
    await db.maybe(
      z.object({ name: z.string() }),
      sql`select p.name from leaves l join people p on p.id = l.stand_in_person_id
          where l.person_id = ${personId} and l.revoked_at is null and ${day} between l.valid_from and l.valid_to limit 1`,
    )
  )?.name ?? null

/**
 * Who in that unit, or in what succeeded it whole, may do this today: by a role or by a delegation, the names of at most five.
 * Above it somebody always may, but a province does not approve a commune's draft.
 */
export const whoMay = async (
  db: Database,
  { act, unitId, documentType, day }: { act: Act; unitId: number; documentType: string | null; day: string },
): Promise<string[]> => {
  const able = acts[act] as readonly Role[]
  const found = await db.many(
    z.object({ name: z.string() }),
    sql`with recursive heirs as (
          select ${unitId}::int as id
          union select s.to_unit_id from heirs join unit_successions s on s.from_unit_id = heirs.id
            and s.share = 'full' and s.effective_on <= ${day} and s.to_unit_id is not null
        )
        select distinct p.name from people p where (p.left_on is null or p.left_on > ${day}) and (exists (
          select from appointments a where a.person_id = p.id and a.unit_id in (select id from heirs) and a.role = any (${able})
            and ${counts('a', day)}
        ) or exists (
          select from delegations d where d.to_person_id = p.id and d.unit_id in (select id from heirs) and ${act} = any (d.acts)
            and ${counts('d', day)}
            and (cardinality(d.document_types) = 0 or ${documentType} = any (d.document_types))
            and exists (select from appointments a where a.person_id = d.from_person_id and a.unit_id = d.unit_id
              and ${counts('a', day)})
        )) order by p.name limit 5`,
  )
  return found.map(({ name }) => name)
}
