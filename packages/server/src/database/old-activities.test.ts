import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { createTestDatabase } from '../testing/database-server.ts'
import { listMigrations, migrate } from './migrate.ts'

test('activities of before keep their number: it becomes the first quantity, and the figure stands as it was', async () => {
  const database = await createTestDatabase()
  const client = new pg.Client({ connectionString: database.url })
  try {
    await client.connect()
    const before = listMigrations().filter(({ name }) => name < '0021')
    await client.query(
      `create table migrations (name text primary key, sha256 text not null, at timestamptz not null default now());
       select set_config('loa.system', 'on', false);
       ${before.map(({ name, text, sha256 }) => `${text}; insert into migrations (name, sha256) values ('${name}', '${sha256}');`).join('\n')}
       insert into units (code, name, full_name, type) values ('A', 'Sở A', 'Sở A', 'department'), ('B', 'Xã B', 'Xã B', 'xa');
       insert into people (id, name, email) values ('lan', 'Lan', 'lan@vi-du.invalid');
       insert into campaigns (owner_unit_id, title, state) values (1, 'Đợt cũ', 'running');
       insert into duties (campaign_id, unit_id, holder_unit_id, owner_unit_id) values (1, 2, 2, 1);
       insert into activities (id, duty_id, campaign_id, unit_id, owner_unit_id, indicator, place, happened_on, quantity, recorded_by)
         values ('00000000-0000-4000-8000-000000000001', 1, 1, 2, 1, 'car.hours', 'Đường xã', '2023-05-20', 2.5, 'lan');
       insert into figures (campaign_id, unit_id, owner_unit_id, indicator, declared, proved, claimed, doubted, activities, last_at)
         values (1, 2, 1, 'car.hours', 2.5, 0, 2.5, 0, 1, now())`,
    )
    const ran = await migrate(database.url)
    assert.equal(ran[0], '0021_activity-quantities.sql')
    await client.query("select set_config('loa.system', 'on', false)")
    const { rows } = await client.query(
      `select a.form, q.indicator, q.quantity::float, q.qualifier, q.things, a.details, f.declared::float
       from activities a join activity_quantities q on q.activity_id = a.id
       join figures f on f.unit_id = a.unit_id and f.indicator = q.indicator`,
    )
    assert.deepEqual(rows, [
      {
        form: 'loudspeaker-car',
        indicator: 'car.hours',
        quantity: 2.5,
        qualifier: 'exact',
        things: [],
        details: {},
        declared: 2.5,
      },
    ])
  } finally {
    await client.end()
    await database.drop()
  }
})
