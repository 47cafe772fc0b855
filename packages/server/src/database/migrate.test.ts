import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { createTestDatabase } from '../testing/database-server.ts'
import { listMigrations, migrate, roleUnderRowSecurity } from './migrate.ts'

const path = join(import.meta.dirname, '../../../../docs/schema.sql')

test('docs/schema.sql shows the sum of the migrations', async () => {
  const database = await createTestDatabase()
  try {
    await migrate(database.url)
    const shown = await describe(database.url)
    if (process.env.LOA_WRITE_SCHEMA) writeFileSync(path, shown)
    assert.equal(readFileSync(path, 'utf8'), shown, 'run: LOA_WRITE_SCHEMA=1 npm test -- migrate')
  } finally {
    await database.drop()
  }
})

test('migrations run once, whoever comes second waits and finds nothing to do', async () => {
  const database = await createTestDatabase()
  try {
    const ran = await Promise.all([migrate(database.url), migrate(database.url)])
    assert.deepEqual(
      ran.flat(),
      listMigrations().map(({ name }) => name),
    )
    assert.deepEqual(await migrate(database.url), [])
  } finally {
    await database.drop()
  }
})

test('a database of the first release keeps its people and duties', async () => {
  const database = await createTestDatabase()
  try {
    const [, ...later] = listMigrations().filter(({ name }) => name >= '0007')
    assert.ok(later.length > 0)
    await query(
      database.url,
      `create table migrations (name text primary key, sha256 text not null, at timestamptz not null default now());
       select set_config('loa.system', 'on', false);
       ${listMigrations()
         .filter(({ name }) => name < '0007')
         .map(
           ({ name, text, sha256 }) =>
             `${text}; insert into migrations (name, sha256) values ('${name}', '${sha256}');`,
         )
         .join('\n')}
       insert into units (code, name, full_name, type) values ('A', 'Sở A', 'Sở A', 'department'), ('B', 'Xã B', 'Xã B', 'xa');
       insert into people (id, name, email) values ('ha', 'Hà', 'ha@vi-du.invalid');
       insert into appointments (person_id, unit_id, role) values ('ha', 1, 'administrator'), ('ha', 1, 'officer');
       insert into campaigns (owner_unit_id, title, state) values (1, 'Đợt cũ', 'running');
       insert into duties (campaign_id, unit_id, owner_unit_id) values (1, 2, 1)`,
    )
    await migrate(database.url)
    const [kept] = await query(
      database.url,
      `select set_config('loa.system', 'on', false), (select string_agg(role, ' ' order by role) from appointments) as roles,
        (select holder_unit_id from duties) as holder, (select operator_unit_id from installation) as operator`,
    )
    assert.equal(kept?.roles, 'administrator officer')
    assert.equal(kept?.holder, 2)
    assert.equal(kept?.operator, 1)
  } finally {
    await database.drop()
  }
})

test('a database written by a newer Loa is left alone, with one clear sentence', async () => {
  const database = await createTestDatabase()
  try {
    await migrate(database.url)
    await query(database.url, "insert into migrations (name, sha256) values ('9999_later.sql', '')")
    await assert.rejects(migrate(database.url), /9999_later\.sql/)
  } finally {
    await database.drop()
  }
})

test('given a superuser, Loa works as a role that row-level security holds', async () => {
  const database = await createTestDatabase()
  try {
    await migrate(database.adminUrl)
    assert.equal(await roleUnderRowSecurity(database.adminUrl), 'loa_app')
    assert.equal(await roleUnderRowSecurity(database.url), undefined)
  } finally {
    await database.drop()
  }
})

const query = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as Record<string, string>[]
  } finally {
    await client.end()
  }
}

/** Tables with their columns, keys, checks, indexes and policies, in an order that does not change. */
const describe = async (url: string) => {
  const columns = await query(
    url,
    `select c.relname as table_name, a.attname as name,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as needed, pg_get_expr(d.adbin, d.adrelid) as preset,
      a.attidentity <> '' as counted
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1, a.attnum`,
  )
  const constraints = await query(
    url,
    `select conrelid::regclass::text as table_name, pg_get_constraintdef(oid) as words
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, contype desc, 2`,
  )
  const indexes = await query(
    url,
    `select tablename as table_name, indexdef as words from pg_indexes
    where schemaname = 'public' and indexname not in (select conname from pg_constraint) order by 1, 2`,
  )
  const policies = await query(
    url,
    `select tablename as table_name, policyname as name, qual, with_check from pg_policies
    where schemaname = 'public' order by 1, 2`,
  )
  const names = [...new Set(columns.map((column) => column.table_name))]
  const of = (rows: Record<string, string>[], name: string | undefined) =>
    rows.filter((row) => row.table_name === name)
  const tables = names.map((name) => {
    const lines = [
      ...of(columns, name).map(
        (column) =>
          `  ${column.name} ${column.type}${column.needed ? ' not null' : ''}${column.counted ? ' generated always as identity' : ''}${column.preset ? ` default ${column.preset}` : ''}`,
      ),
      ...of(constraints, name).map((constraint) => `  ${constraint.words}`),
    ]
    return [
      `create table ${name} (\n${lines.join(',\n')}\n);`,
      ...of(indexes, name).map((index) => `${index.words};`),
      ...of(policies, name).map(
        (policy) =>
          `create policy ${policy.name} on ${name}\n  using ${policy.qual}${policy.with_check ? `\n  with check (${policy.with_check})` : ''};`,
      ),
    ].join('\n')
  })
  return `-- The sum of packages/server/src/database/migrations, written by migrate.test.ts. Not run by anything.\n\n${tables.join('\n\n')}\n`
}
