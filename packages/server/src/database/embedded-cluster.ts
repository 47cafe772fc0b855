import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartTrouble } from '../start-trouble.ts'
import { type Account, giveTo } from './embedded-account.ts'
import type { Binaries } from './embedded-binaries.ts'
import { databaseTrouble } from './embedded-trouble.ts'

export interface Passwords {
  postgres: string
  loa: string
}

interface Place {
  folder: string
  cluster: string
  account: Account
  binaries: Binaries
  durable: boolean
}

/**
 * The cluster of this data folder with its two roles, made at the first start. It is built beside its place and moved
 * there when complete, so that a first start that is cut off (full disk, power) leaves nothing half-made.
 */
export const openCluster = async (place: Place): Promise<Passwords> => {
  if (!existsSync(place.cluster)) return makeCluster(place)
  await checkVersion(place)
  await giveTo(place.account, place.cluster)
  const saved = await readPasswords(place.folder)
  if (saved) return saved
  const passwords = await savePasswords(place.folder)
  await runAlone(place, place.cluster, passwordSql(passwords))
  return passwords
}

const makeCluster = async (place: Place): Promise<Passwords> => {
  const half = `${place.cluster}.new`
  await rm(half, { recursive: true, force: true })
  await mkdir(half)
  await giveTo(place.account, half)
  try {
    const passwords = await savePasswords(place.folder)
    await initialise(place, half)
    await writeFile(join(half, 'pg_hba.conf'), 'local all all scram-sha-256\n')
    await runAlone(place, half, firstSql(passwords))
    await rename(half, place.cluster)
    if (place.durable) await syncFolder(place.folder)
    return passwords
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    throw error
  }
}

const initialise = async (place: Place, cluster: string) => {
  const options = ['--pgdata', cluster, '--username=postgres', '--encoding=UTF8', '--auth=reject']
  // The order of code points by PostgreSQL's own tables; Vietnamese order is asked for where it is shown ("vi-x-icu").
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C')
  if (!place.durable) options.push('--no-sync')
  // Text search and pg_trgm still ask the C library what a letter is, and "C" knows only the English ones.
  const first = await run(place, 'initdb', [...options, '--lc-ctype=C.UTF-8'])
  if (first.status === 0) return
  if (!/invalid locale/i.test(first.output)) throw databaseTrouble(first.output, place.folder)
  const second = await run(place, 'initdb', options)
  if (second.status !== 0) throw databaseTrouble(second.output, place.folder)
}

/** SQL on a cluster that no one can connect to yet: PostgreSQL as a single process reading statements. */
const runAlone = async (place: Place, cluster: string, sql: string) => {
  const args = ['--single', '-j', '-D', cluster, 'postgres']
  const { status, output } = await run(place, 'postgres', args, sql)
  // A statement that fails does not fail the process.
  if (status !== 0 || /^.*(ERROR|FATAL|PANIC):/m.test(output)) throw databaseTrouble(output, place.folder)
}

const run = (place: Place, program: string, args: string[], input?: string) =>
  new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    const child = place.account.spawn(join(place.binaries.folder, 'bin', program), args, {
      env: childEnvironment,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'],
    })
    let output = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, output }))
    // A child that ends early closes its end; its own words say more than our EPIPE.
    child.stdin?.on('error', () => undefined).end(input)
  })

/** Nothing of ours is handed on: PostgreSQL would read PGDATA, PGOPTIONS and the like. */
export const childEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }

/** One round is enough: rounds protect words people choose, these are 256 random bits. */
const passwordSql = ({ postgres, loa }: Passwords) => `
set scram_iterations = 1;

alter role postgres password '${postgres}';

alter role loa password '${loa}';

`

/** Loa is no superuser and owns only its database, so row-level security binds it. */
const firstSql = (passwords: Passwords) => `
create role loa login nosuperuser nocreatedb nocreaterole nobypassrls;
${passwordSql(passwords)}
create database loa owner loa;

`

const passwordFile = (folder: string) => join(folder, 'passwords.json')

const readPasswords = async (folder: string): Promise<Passwords | undefined> => {
  try {
    const { postgres, loa } = JSON.parse(await readFile(passwordFile(folder), 'utf8')) as Partial<Passwords>
    return postgres && loa ? { postgres, loa } : undefined
  } catch (error) {
    // Lost or cut off: new ones are set. Not being allowed to read it is another matter.
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    )
      return undefined
    throw error
  }
}

const savePasswords = async (folder: string): Promise<Passwords> => {
  const passwords = { postgres: randomBytes(32).toString('hex'), loa: randomBytes(32).toString('hex') }
  await writeFile(passwordFile(folder), `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true })
  return passwords
}

const checkVersion = async ({ cluster, binaries }: Place) => {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const ours = binaries.version.split('.')[0]
  if (made === ours) return
  throw new StartTrouble('data.other-version', {
    vi: `Dữ liệu trong ${cluster} thuộc PostgreSQL ${made}, bản kèm theo là ${ours}: hãy sao lưu bằng bản Loa cũ rồi khôi phục bằng bản này.`,
    en: `The data in ${cluster} belong to PostgreSQL ${made}, the embedded one is ${ours}: back up with the old Loa and restore with this one.`,
  })
}

const syncFolder = async (folder: string) => {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
