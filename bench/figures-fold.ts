/**
 * A month of a province is recorded at once: how many activities a second are folded into the roll-ups from the queue of
 * changes, against a bare COPY of as many rows of activities, into a table without any index and into `activities` as it is.
 * At least 0.2 of a COPY is demanded.
 *
 * LOA_ACTIVITIES=20000 npm run bench -- figures-fold   (fewer than 100,000, for trying out)
 */
import { foldWaiting } from '../packages/server/src/figures/fold-periods.ts'
import { median } from './interleaved.ts'
import { makeProvince } from './province-figures.ts'

const many = Number(process.env.LOA_ACTIVITIES ?? 100_000)
const rounds = 3

const province = await makeProvince()
const { pool, client, owner } = province
const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
const perSecond = (ms: number) => Math.round((many / ms) * 1000)

try {
  await province.growTo(many, { from: '2022-04-25', days: 30 })
  const file = `${province.folder}/activities.copy`
  await client.query(`copy activities to '${file}'`)
  await client.query(`create table spare_quantities as table activity_quantities; create table spare_topics as table activity_topics;
    create table bare (like activities);
    create table kept as select * from figure_changes with no data;
    insert into kept (id, owner_unit_id, campaign_id, unit_id, indicator, day, topics)
      select row_number() over (), a.owner_unit_id, a.campaign_id, a.unit_id, q.indicator, a.happened_on,
        array(select t.topic_id from activity_topics t where t.activity_id = a.id)
      from activities a join activity_quantities q on q.activity_id = a.id`)
  const times = { bare: [] as number[], copy: [] as number[], fold: [] as number[], again: [] as number[] }
  const queue = () =>
    client.query(`insert into figure_changes (owner_unit_id, campaign_id, unit_id, indicator, day, topics)
      select owner_unit_id, campaign_id, unit_id, indicator, day, topics from kept`)
  for (let round = 0; round < rounds; round++) {
    await client.query('truncate bare')
    times.bare.push(await timed(() => client.query(`copy bare from '${file}'`)))
    await client.query('truncate activities cascade')
    // With its foreign keys, as a request meets them.
    await client.query('set session_replication_role = origin')
    times.copy.push(await timed(() => client.query(`copy activities from '${file}'`)))
    await client.query('set session_replication_role = replica')
    await client.query('truncate period_figures; truncate figure_changes')
    await province.addParts()
    await queue()
    await client.query(
      'analyze activities; analyze activity_quantities; analyze activity_topics; analyze figure_changes',
    )
    times.fold.push(await timed(() => foldWaiting(pool)))
    await queue()
    times.again.push(await timed(() => foldWaiting(pool)))
  }
  const { rows } = await client.query<{ n: string }>('select count(*) as n from period_figures')
  const [bare, copy, fold, again] = [times.bare, times.copy, times.fold, times.again].map((each) =>
    perSecond(median(each)),
  )
  console.log(`  ${many} activities of one month of unit ${owner}, ${rows[0]?.n} rows of roll-ups`)
  console.log(
    `  folded ${fold}/s, folded again ${again}/s · COPY into activities ${copy}/s · COPY into a bare table ${bare}/s`,
  )
  console.log(
    `  fold/COPY into activities ${((fold ?? 0) / (copy ?? 1)).toFixed(2)} · fold/bare COPY ${((fold ?? 0) / (bare ?? 1)).toFixed(2)}`,
  )
} finally {
  await pool.close()
  await province.close()
}
