/** Numbered SQL files, forward only, never edited once released; `docs/schema.sql` shows their sum. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StartTrouble } from '../start-trouble.ts'

const folder = join(import.meta.dirname, 'migrations')

export interface Migration {
  name: string
  text: string
  sha256: string
}

export const listMigrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })

/**
 * Brings the database up to date, one transaction a file. Two servers that start at once wait for each other.
 * @returns the names of the migrations that were run now
 * @throws StartTrouble when the database is older than PostgreSQL 15, or newer than this program
 */
export const migrate = async (url: string): Promise<string[]> => {
  const client = await connect(url)
  try {
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    )
    if ((rows[0]?.version ?? 0) < 150_000) throw tooOld()
    await client.query('select pg_advisory_lock(4711)')
    await client.query(`create table if not exists migrations (
      name text primary key, sha256 text not null, at timestamptz not null default now())`)
    const done = new Map(
      (await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')).rows.map(
        (row) => [row.name, row.sha256],
      ),
    )
    const known = listMigrations()
    const strange = [...done.keys()].find((name) => !known.some((migration) => migration.name === name))
    if (strange) throw tooNew(strange)
    const ran: string[] = []
    for (const migration of known) {
      if (done.has(migration.name)) continue
      await client.query('begin')
      await client.query("select set_config('loa.system', 'on', true)")
      await client.query(migration.text)
      await client.query('insert into migrations (name, sha256) values ($1, $2)', [
        migration.name,
        migration.sha256,
      ])
      await client.query('commit')
      ran.push(migration.name)
    }
    return ran
  } finally {
    await client.end()
  }
}

/**
 * A superuser passes by row-level security. When Loa is given one, its connections work as `loa_app` instead.
 * @returns the role to work as, or undefined when the connecting role is held by row-level security itself
 */
export const roleUnderRowSecurity = async (url: string): Promise<string | undefined> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ bypasses: boolean }>(
      'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user',
    )
    if (!rows[0]?.bypasses) return undefined
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'loa_app') then create role loa_app nologin; end if; end $$`)
    await client.query(`grant usage on schema public to loa_app;
      grant select, insert, update, delete on all tables in schema public to loa_app;
      grant usage, select on all sequences in schema public to loa_app`)
    return 'loa_app'
  } finally {
    await client.end()
  }
}

/** Lets that role send jobs: pg-boss makes its own schema and queues, after our migrations. */
export const letSendJobs = async (url: string, role: string): Promise<void> => {
  const client = await connect(url)
  try {
    await client.query(`grant usage on schema pgboss to ${pg.escapeIdentifier(role)};
      grant select, insert, update, delete on all tables in schema pgboss to ${pg.escapeIdentifier(role)};
      grant usage, select on all sequences in schema pgboss to ${pg.escapeIdentifier(role)}`)
  } finally {
    await client.end()
  }
}

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return client
  } catch (error) {
    const reason = error instanceof Error && error.message ? error.message : 'connection refused'
    throw new StartTrouble(
      'database.unreachable',
      {
        vi: `Không nối được tới PostgreSQL (${reason}): hãy kiểm tra LOA_DATABASE_URL và máy chủ cơ sở dữ liệu.`,
        en: `PostgreSQL cannot be reached (${reason}): check LOA_DATABASE_URL and the database server.`,
      },
      error,
    )
  }
}

const tooOld = () =>
  new StartTrouble('data.other-version', {
    vi: 'Cơ sở dữ liệu cũ hơn PostgreSQL 15: hãy nâng cấp máy chủ PostgreSQL rồi chạy lại.',
    en: 'The database is older than PostgreSQL 15: upgrade the PostgreSQL server and start again.',
  })

const tooNew = (migration: string) =>
  new StartTrouble('data.other-version', {
    vi: `Dữ liệu do bản Loa mới hơn ghi (${migration}): hãy chạy bản Loa mới hơn đó.`,
    en: `The data was written by a newer Loa (${migration}): run that newer version.`,
  })
