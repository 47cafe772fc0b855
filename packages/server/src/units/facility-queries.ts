import { Facility } from '@loa/contract/units'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export const listFacilities = (db: Database, unitId: number) =>
  db.many(
    Facility,
    sql`select id, kind, name, valid_from, valid_to from unit_facilities where unit_id = ${unitId}
        order by kind, name, valid_from nulls first, id`,
  )

/** Said twice, it is there once. */
export const insertFacility = (
  db: Database,
  unitId: number,
  { kind, name, validFrom }: Pick<Facility, 'kind' | 'name' | 'validFrom'>,
) =>
  db.one(
    Facility,
    sql`insert into unit_facilities as f (unit_id, kind, name, valid_from)
        values (${unitId}, ${kind}, ${name}, ${validFrom})
        on conflict (unit_id, kind, name, valid_from) do update set valid_to = f.valid_to
        returning id, kind, name, valid_from, valid_to`,
  )

export const findFacility = (db: Database, unitId: number, facilityId: number) =>
  db.maybe(
    Facility,
    sql`select id, kind, name, valid_from, valid_to from unit_facilities
        where id = ${facilityId} and unit_id = ${unitId} for update`,
  )

export const endFacility = (db: Database, facilityId: number, validTo: string) =>
  db.one(
    Facility,
    sql`update unit_facilities set valid_to = ${validTo} where id = ${facilityId}
        returning id, kind, name, valid_from, valid_to`,
  )
