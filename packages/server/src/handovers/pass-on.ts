/** Duties whose holder has ended go to the one that followed it, or a person is asked. */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const Passed = z.object({
  dutyId: z.number(),
  ownerUnitId: z.number(),
  fromUnitId: z.number(),
  toUnitId: z.number().nullable(),
})
export type Passed = z.infer<typeof Passed>

/**
 * One step for every duty whose holder has ended before that day: to the one unit that took the whole of it over, else a
 * question to the unit that gave the duty, while the duty is open. A chain of changes takes as many steps. Run twice, it
 * finds nothing to do.
 * @returns what was passed on (`toUnitId`) and what is asked now (null)
 */
export const passOn = async (db: Database, { day, at }: { day: string; at: string }): Promise<Passed[]> => {
  const all: Passed[] = []
  for (;;) {
    const step = await passOnce(db, day, at)
    all.push(...step)
    if (!step.some(({ toUnitId }) => toUnitId !== null)) break
  }
  await followWithDeliveries(db, day)
  return all
}

/** The one unit that took the whole over by that day; null where it was divided, abolished, or nobody said. */
const heir = sql`select case when count(*) = 1 and bool_and(s.share = 'full') then min(s.to_unit_id) end as id
  from unit_successions s`

const passOnce = (db: Database, day: string, at: string) =>
  db.many(
    Passed,
    sql`with stranded as (
          select d.id as duty_id, d.owner_unit_id, d.holder_unit_id as from_unit_id, h.id as to_unit_id
          from units u join duties d on d.holder_unit_id = u.id join campaigns c on c.id = d.campaign_id
          cross join lateral (${heir} where s.from_unit_id = u.id and s.effective_on <= ${day}) h
          where u.valid_to < ${day}
            and (h.id is not null or (d.state in ('assigned', 'accepted') and c.state <> 'closed'))
        ), noted as (
          insert into handovers (duty_id, owner_unit_id, from_unit_id, to_unit_id, asked_at, decided_at)
          select duty_id, owner_unit_id, from_unit_id, to_unit_id, ${at}, case when to_unit_id is not null then ${at}::timestamptz end
          from stranded order by duty_id
          -- Asked before, and since then the directory says it by itself.
          on conflict (duty_id, from_unit_id) do update set to_unit_id = excluded.to_unit_id, decided_at = excluded.decided_at
            where handovers.decided_at is null and excluded.to_unit_id is not null
          returning duty_id, owner_unit_id, from_unit_id, to_unit_id
        ), moved as (
          update duties d set holder_unit_id = n.to_unit_id, version = version + 1
          from noted n where n.duty_id = d.id and n.to_unit_id is not null
        )
        select * from noted`,
  )

/** A delivery stands where its duty stands; one without a duty follows the succession itself. */
const followWithDeliveries = async (db: Database, day: string) => {
  await db.run(sql`update deliveries e set holder_unit_id = d.holder_unit_id
    from units u, duties d
    where u.valid_to < ${day} and e.holder_unit_id = u.id and d.campaign_id = e.campaign_id and d.unit_id = e.unit_id
      and d.holder_unit_id <> e.holder_unit_id`)
  for (;;) {
    const moved = await db.run(sql`update deliveries e set holder_unit_id = h.id
      from units u cross join lateral (${heir} where s.from_unit_id = u.id and s.effective_on <= ${day}) h
      where u.valid_to < ${day} and e.holder_unit_id = u.id and h.id is not null and not exists (
        select from duties d where d.campaign_id = e.campaign_id and d.unit_id = e.unit_id)`)
    if (moved === 0) return
  }
}

/**
 * The other way, when a change of the directory is undone: the duties of the units it had ended go back to them, and the
 * questions about them fall away. What was done in between stays with the duty, which never changed its unit.
 */
export const takeBackDuties = async (db: Database, changeId: number): Promise<void> => {
  await db.run(sql`with gone as (
      delete from handovers h using unit_closings c
      where c.change_id = ${changeId} and h.from_unit_id = c.unit_id
      returning h.duty_id, h.from_unit_id, h.to_unit_id
    ), back as (
      update duties d set holder_unit_id = g.from_unit_id, version = version + 1
      from gone g where d.id = g.duty_id and d.holder_unit_id = g.to_unit_id
      returning d.campaign_id, d.unit_id, d.holder_unit_id
    )
    update deliveries e set holder_unit_id = b.holder_unit_id
    from back b where e.campaign_id = b.campaign_id and e.unit_id = b.unit_id`)
  // Deliveries without a duty went on by the succession alone.
  await db.run(sql`update deliveries e set holder_unit_id = s.from_unit_id from unit_successions s
    where s.change_id = ${changeId} and e.holder_unit_id = s.to_unit_id and e.unit_id = s.from_unit_id and not exists (
      select from duties d where d.campaign_id = e.campaign_id and d.unit_id = e.unit_id)`)
}
