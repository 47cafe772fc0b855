import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import test, { after, before } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartTrouble } from '../start-trouble.ts'
import type { Held } from '../testing/hold-database.ts'
import { startEmbedded } from './embedded.ts'
import { copyBinaries, findBinaries } from './embedded-binaries.ts'
import { postgresIn } from './embedded-leftovers.ts'

let home = ''
let number = 0

/** Every test has a folder with one saved row of its own: a copy, as making one takes a second. */
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'loa-embedded-'))
  const server = await startEmbedded({ dataDir: join(home, 'first') })
  await query(server.url, "create table notes (text text); insert into notes values ('saved')")
  await server.stop()
})
after(() => rm(home, { recursive: true, force: true }))

const folderWithARow = async (name = `copy-${++number}`) => {
  await cp(join(home, 'first'), join(home, name), { recursive: true })
  return join(home, name)
}

test('the application is no superuser and owns nothing but its database', async () => {
  const server = await startEmbedded({ dataDir: await folderWithARow() })
  const [role] = await query(
    server.url,
    `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`,
  )
  assert.deepEqual(role, {
    rolname: 'loa',
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
  })
  const [admin] = await query(server.adminUrl, 'select current_user, current_database()')
  assert.deepEqual(admin, { current_user: 'postgres', current_database: 'postgres' })
  await server.stop()
})

test('Vietnamese letters are letters: for capitals, for the order of names and for search', async () => {
  const server = await startEmbedded({ dataDir: await folderWithARow() })
  const [row] = await query(
    server.url,
    `select upper('đường') as upper, to_tsvector('simple', 'Đường Nước')::text as words,
       (select string_agg(w, ' ' order by w collate "vi-x-icu") from unnest(array['đ', 'e', 'd', 'ă', 'b', 'a']) w) as ordered`,
  )
  assert.deepEqual(row, { upper: 'ĐƯỜNG', words: "'nước':2 'đường':1", ordered: 'a ă b d đ e' })
  await server.stop()
})

test('a second start is ready within 1.5 seconds and a stop leaves no process', async () => {
  const dataDir = await folderWithARow()
  const began = performance.now()
  const server = await startEmbedded({ dataDir })
  assert.ok(performance.now() - began < 1500)
  assert.ok(postgresIn(join(dataDir, 'cluster')).includes(server.pid))
  await Promise.all([server.stop(), server.stop()])
  assert.deepEqual(postgresIn(join(dataDir, 'cluster')), [])
})

test('a second server on the same folder is refused with one sentence, until the first has stopped', async () => {
  const dataDir = await folderWithARow()
  const first = await startEmbedded({ dataDir })
  await assert.rejects(startEmbedded({ dataDir }), isTrouble('data.in-use', new RegExp(`${process.pid}`)))
  assert.equal(await notes(first.url), 'saved')
  await first.stop()
  await (await startEmbedded({ dataDir })).stop()
})

test('what was acknowledged survives the killing of PostgreSQL, which the server is told of', async () => {
  const dataDir = await folderWithARow()
  const server = await startEmbedded({ dataDir })
  await query(server.url, "insert into notes values ('acknowledged')")
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  await server.stop()
  const again = await startEmbedded({ dataDir })
  assert.equal(await notes(again.url), 'acknowledged saved')
  await again.stop()
})

test('a killed Loa takes its PostgreSQL along, and what was acknowledged is there at the next start', async () => {
  const dataDir = await folderWithARow()
  const { child } = await hold(dataDir)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await until(() => postgresIn(join(dataDir, 'cluster')).length === 0)
  const { child: next, held } = await hold(dataDir)
  assert.equal(held.starts, 2)
  next.stdin?.end()
  await once(next, 'exit')
})

test('where the kernel could not take it along, the next start ends the PostgreSQL left over', async () => {
  const dataDir = await folderWithARow()
  const { child, held } = await hold(dataDir, await pathWithout('setpriv'))
  child.kill('SIGKILL')
  await once(child, 'exit')
  await wait(300)
  assert.ok(postgresIn(join(dataDir, 'cluster')).includes(held.pid))
  const lines: string[] = []
  const server = await startEmbedded({ dataDir, log: (line) => lines.push(line) })
  assert.match(lines[0] ?? '', new RegExp(`left over from an earlier start: .*${held.pid}`))
  assert.deepEqual(await query(server.url, 'select count(*)::int as starts from starts'), [{ starts: 1 }])
  await server.stop()
})

test('a process file that names somebody else’s process does not block the start', async () => {
  const dataDir = await folderWithARow()
  await writeFile(join(dataDir, 'cluster/postmaster.pid'), `${process.ppid}\n${dataDir}/cluster\n`)
  const server = await startEmbedded({ dataDir })
  assert.equal(await notes(server.url), 'saved')
  await server.stop()
})

test('a first start that was cut off is made again, and lost passwords are set anew', async () => {
  const cut = join(home, 'cut-off')
  await mkdir(join(cut, 'cluster.new'), { recursive: true })
  await writeFile(join(cut, 'cluster.new/PG_VERSION'), '18\n')
  await (await startEmbedded({ dataDir: cut, durable: false })).stop()
  assert.ok(!existsSync(join(cut, 'cluster.new')))

  const lost = await folderWithARow()
  await rm(join(lost, 'passwords.json'))
  const server = await startEmbedded({ dataDir: lost })
  assert.equal(await notes(server.url), 'saved')
  await server.stop()
})

test('a data folder with a long path works, with its socket elsewhere', async () => {
  const dataDir = await folderWithARow(`${'dài-'.repeat(20)}thư mục`)
  const server = await startEmbedded({ dataDir })
  const socket = new URL(server.url.replace('@/', '@local/')).searchParams.get('host') ?? ''
  assert.ok(!socket.startsWith(dataDir) && socket.length < 90)
  assert.equal(await notes(server.url), 'saved')
  await server.stop()
  assert.ok(!existsSync(socket))
})

test('a folder without the right to write, and data of another version, are one sentence each', async () => {
  await assert.rejects(startEmbedded({ dataDir: '/sys/loa' }), isTrouble('data.no-right', /LOA_DATA/))
  const dataDir = await folderWithARow()
  await writeFile(join(dataDir, 'cluster/PG_VERSION'), '17\n')
  await assert.rejects(startEmbedded({ dataDir }), isTrouble('data.other-version', /PostgreSQL 17/))
})

test('a setting PostgreSQL does not know is told in its own words, and frees the folder again', async () => {
  const dataDir = await folderWithARow()
  const settings = { no_such_setting: 'on' }
  await assert.rejects(
    startEmbedded({ dataDir, settings }),
    isTrouble('database.failed', /unrecognized configuration parameter/),
  )
  await (await startEmbedded({ dataDir })).stop()
})

test('a copy of the programs has the links that npm leaves out, and is made once', async () => {
  const installed = await findBinaries()
  const [one, two] = await Promise.all([copyBinaries(installed, home), copyBinaries(installed, home)])
  assert.equal(one.folder, two.folder)
  const links = JSON.parse(await readFile(join(one.folder, 'pg-symlinks.json'), 'utf8')) as {
    target: string
  }[]
  for (const { target } of links)
    assert.ok(existsSync(join(one.folder, target.replace('native/', ''))), target)
  assert.deepEqual(
    (await readdir(home)).filter((name) => name.startsWith('loa-postgresql')),
    [one.folder.slice(home.length + 1)],
  )
})

if (process.getuid?.() === 0)
  test('root without namespaces runs PostgreSQL as nobody, also on data it made in a namespace', async () => {
    const dataDir = await folderWithARow()
    const { child, held } = await hold(dataDir, await pathWithout('unshare'))
    assert.match(await readFile(`/proc/${held.pid}/status`, 'utf8'), /^Uid:\t65534\t/m)
    child.stdin?.end()
    await once(child, 'exit')
    const server = await startEmbedded({ dataDir })
    assert.equal(await notes(server.url), 'saved')
    await server.stop()
  })

const hold = async (dataDir: string, path = process.env.PATH) => {
  const script = join(import.meta.dirname, '../testing/hold-database.ts')
  const child: ChildProcess = spawn(process.execPath, [script, dataDir], {
    env: { ...process.env, PATH: path },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  assert.ok(child.stdout)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const held = JSON.parse(line) as Held
  assert.ok('pid' in held, line)
  return { child, held }
}

/** A search path with all our programs need, but for one. */
const pathWithout = async (program: string) => {
  const folder = join(home, `path-${++number}`)
  await mkdir(folder)
  for (const name of ['flock', 'setpriv', 'sh', 'test', 'unshare'])
    if (name !== program) await symlink(`/usr/bin/${name}`, join(folder, name))
  return folder
}

const query = async (url: string, text: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const notes = async (url: string) =>
  (await query(url, "select string_agg(text, ' ' order by text) as notes from notes"))[0].notes

const isTrouble = (code: string, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartTrouble)
  assert.equal(error.code, code)
  assert.match(error.message, words)
  assert.equal(error.message.split('\n').length, 2)
  return true
}

const until = async (done: () => boolean) => {
  const end = performance.now() + 10_000
  while (!done()) {
    assert.ok(performance.now() < end, 'it did not happen within ten seconds')
    await wait(20)
  }
}
