/**
 * How values become a figure, as SQL over any set of them: by the aggregation of the indicator, corrections counted in.
 * `proved`, `shown` (and doubted) and `held` (and only said) never grow smaller from one to the next, and `declared` is the
 * value of what people typed; so proved + claimed + doubted + corrected = declared for every aggregation. Of `last` only the
 * newest activity counts; the whole of `ratio` is what everybody said, proved or not.
 */
import { type Sql, sql } from '../database/sql.ts'

/** What a quantity `q` of an activity `a` counts as: as typed, or as the correction `c` says. */
export const countedColumns = sql`a.standing, a.happened_on, a.created_at, a.updated_at, a.id,
  q.quantity as typed, q.out_of as typed_out_of, q.things as typed_things,
  case when c.id is null then q.quantity else c.quantity end as quantity,
  case when c.id is null then q.out_of else c.out_of end as out_of,
  case when c.id is null then q.things else c.things end as things`

/** The correction that holds for a quantity `q`: the last one. */
export const lastCorrection = sql`left join lateral (select c.id, c.quantity, c.out_of, c.things from quantity_corrections c
  where c.activity_id = q.activity_id and c.indicator = q.indicator order by c.number desc limit 1) c on true`

/** Four parts as they are kept and shown. */
export const amountColumns = sql`proved, held - shown as claimed, shown - proved as doubted, declared - held as corrected`

/**
 * From quantities to values, one row a cell. `rows` names rows with the columns of `countedColumns`, the `aggregation` of
 * their indicator, and the number `cell` that they are put together by.
 */
export const valuesOf = (rows: Sql): Sql => sql`
  select v.cell, v.aggregation, v.activities, v.last_at, ${orApart}
  from (select cell, aggregation, count(*)::int as activities, max(updated_at) as last_at,
      ${value(sql`filter (where standing = 'proved')`)} as proved,
      ${value(sql`filter (where standing in ('proved', 'doubted'))`)} as shown, ${value(sql``)} as held,
      case aggregation when 'max' then max(typed) when 'ratio' then round(100 * sum(typed) / sum(typed_out_of), 4)
        else sum(typed) end as declared,
      case when aggregation = 'ratio' then jsonb_build_object('proved', sum(quantity) filter (where standing = 'proved'),
        'shown', sum(quantity) filter (where standing in ('proved', 'doubted')), 'held', sum(quantity),
        'outOf', sum(out_of), 'typed', sum(typed), 'typedOutOf', sum(typed_out_of)) end as basis
    from ${rows} group by cell, aggregation) v
  left join (select cell, ${namesJson} from (
      select cell, name, min(best) as best, max(is_typed) as is_typed from (
        select cell, ${sameThing} as name, case standing when 'proved' then 1 when 'doubted' then 2 else 3 end as best,
          0 as is_typed
        from ${rows} cross join lateral unnest(things) as thing where aggregation = 'distinct'
        union all
        select cell, ${sameThing}, null, 1
        from ${rows} cross join lateral unnest(typed_things) as thing where aggregation = 'distinct') named
      group by cell, name) best group by cell) n on n.cell = v.cell
  left join (select distinct on (cell) cell, case when standing = 'proved' then quantity else 0 end as proved,
      case when standing in ('proved', 'doubted') then quantity else 0 end as shown, quantity as held, typed as declared
    from ${rows} where aggregation = 'last' order by cell, happened_on desc, created_at desc, id desc) l on l.cell = v.cell`

/**
 * From the values of shorter periods to that of a longer one they fill. `rows` names rows with `cell`, `aggregation`,
 * `starts_on` and what `valuesOf` gives.
 */
export const combinedOf = (rows: Sql): Sql => sql`
  select v.cell, v.aggregation, v.activities, v.last_at, ${orApart}
  from (select cell, aggregation, sum(activities)::int as activities, max(last_at) as last_at,
      ${together('proved', sql`proved`)} as proved, ${together('shown', sql`shown`)} as shown,
      ${together('held', sql`held`)} as held, ${together('typed', sql`declared`)} as declared,
      case when aggregation = 'ratio' then jsonb_build_object('proved', ${sumOf('proved')}, 'shown', ${sumOf('shown')},
        'held', ${sumOf('held')}, 'outOf', ${sumOf('outOf')}, 'typed', ${sumOf('typed')},
        'typedOutOf', ${sumOf('typedOutOf')}) end as basis
    from ${rows} group by cell, aggregation) v
  left join (select cell, ${namesJson} from (
      select cell, each.key as name, min(nullif(each.value::int % 10, 0)) as best, max(each.value::int / 10) as is_typed
      from ${rows} cross join lateral jsonb_each_text(basis) as each where aggregation = 'distinct'
      group by cell, each.key) best group by cell) n on n.cell = v.cell
  left join (select distinct on (cell) cell, proved, shown, held, declared
    from ${rows} where aggregation = 'last' order by cell, starts_on desc) l on l.cell = v.cell`

/** "34C-123.45" and "34c 12345" are one car. */
const sameThing = sql`regexp_replace(lower(thing), '[\\s.,-]+', '', 'g')`

/** Of each name the best it is shown by: 1 proved, 2 doubted, 3 only said, 0 corrected away; and 10 more where it was typed. */
const namesJson = sql`jsonb_object_agg(name, coalesce(best, 0) + 10 * is_typed) as names`

const value = (filter: Sql) => sql`coalesce(case aggregation when 'max' then max(quantity) ${filter}
  when 'ratio' then round(100 * sum(quantity) ${filter} / sum(out_of), 4) else sum(quantity) ${filter} end, 0)`

const sumOf = (part: string) =>
  sql`sum((basis ->> ${part}::text)::numeric) filter (where aggregation = 'ratio')`
const together = (part: 'proved' | 'shown' | 'held' | 'typed', column: Sql) => sql`coalesce(case aggregation
  when 'max' then max(${column})
  when 'ratio' then round(100 * ${sumOf(part)} / ${sumOf(part === 'typed' ? 'typedOutOf' : 'outOf')}, 4)
  else sum(${column}) end, 0)`

/** The value of names is how many of them there are, the newest is found apart; everything else stands in `v`. */
const countOf = (which: Sql) => sql`(select count(*) from jsonb_each_text(n.names) each where ${which})`
const apart = (column: Sql, named: Sql) => sql`case v.aggregation when 'distinct' then ${countOf(named)}
  when 'last' then l.${column} else v.${column} end as ${column}`
const orApart = sql`${apart(sql`proved`, sql`each.value::int % 10 = 1`)},
  ${apart(sql`shown`, sql`each.value::int % 10 in (1, 2)`)}, ${apart(sql`held`, sql`each.value::int % 10 > 0`)},
  ${apart(sql`declared`, sql`each.value::int >= 10`)},
  case when v.aggregation = 'distinct' then coalesce(n.names, '{}') else v.basis end as basis`
