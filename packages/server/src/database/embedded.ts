import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { Socket } from 'node:net'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { folderTrouble } from '../start-trouble.ts'
import { type Account, chooseAccount } from './embedded-account.ts'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { childEnvironment, openCluster, type Passwords } from './embedded-cluster.ts'
import { endLeftovers, postgresIn } from './embedded-leftovers.ts'
import { lockFolder } from './embedded-lock.ts'
import { leanSettings, throwawaySettings } from './embedded-settings.ts'
import { makeSocketFolder, removeSocketFolder } from './embedded-socket.ts'
import { databaseTrouble } from './embedded-trouble.ts'

export interface EmbeddedServer {
  /** For the application: role `loa`, owner of the database `loa`, bound by row-level security where it is forced. */
  url: string
  /** For tests and repairs: the superuser, in the database `postgres`. */
  adminUrl: string
  /** The first process of PostgreSQL. */
  pid: number
  /** Resolves with what PostgreSQL said last when it ends without having been stopped. */
  ended: Promise<string>
  /** Ends PostgreSQL cleanly and frees the data folder; a second call waits for the first. */
  stop(): Promise<void>
  /** Lets this process end while PostgreSQL still runs; PostgreSQL then ends too. */
  unref(): void
}

export interface EmbeddedOptions {
  /** PostgreSQL's own part of the data folder. Made when it is not there. */
  dataDir: string
  log?: (line: string) => void
  settings?: Record<string, string>
  /** False for tests: faster, but a crash of the machine may lose everything. */
  durable?: boolean
}

/**
 * Starts the PostgreSQL that npm installed as a child of this process, on a Unix socket that nobody else can open.
 * It ends when we end, however we end. Throws `StartTrouble` for whatever a person can put right.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  try {
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
    const folder = await realpath(options.dataDir)
    const lock = lockFolder(folder)
    try {
      return await startLocked(folder, options, lock.release)
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw folderTrouble(error, options.dataDir) ?? error
  }
}

const startLocked = async (
  folder: string,
  options: EmbeddedOptions,
  release: () => void,
): Promise<EmbeddedServer> => {
  const { log = () => undefined, settings = {}, durable = true } = options
  const cluster = join(folder, 'cluster')
  if (existsSync(cluster)) await endLeftovers(cluster, log)
  const { account, binaries } = await chooseAccount(folder, cluster, await findBinaries())
  const passwords = await openCluster({ folder, cluster, account, binaries, durable })
  const socket = await makeSocketFolder(folder, account)
  const running = spawnPostgres({
    cluster,
    socket,
    account,
    binaries,
    log,
    settings: { ...leanSettings, ...(durable ? {} : throwawaySettings), ...settings },
  })
  await running.untilReady(folder)

  let stopping: Promise<void> | undefined
  const stop = async () => {
    await running.stop()
    await removeSocketFolder(folder, socket)
    release()
  }
  return {
    ...urls(passwords, socket),
    pid: running.pid,
    ended: running.ended.then((words) => (stopping ? new Promise<string>(() => undefined) : words)),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
    unref: running.unref,
  }
}

const urls = (passwords: Passwords, socket: string) => {
  const host = encodeURIComponent(socket)
  return {
    url: `postgres://loa:${passwords.loa}@/loa?host=${host}`,
    adminUrl: `postgres://postgres:${passwords.postgres}@/postgres?host=${host}`,
  }
}

const spawnPostgres = (start: {
  cluster: string
  socket: string
  account: Account
  binaries: Binaries
  log: (line: string) => void
  settings: Record<string, string>
}) => {
  const postgres = [join(start.binaries.folder, 'bin', 'postgres'), '-D', start.cluster, '-k', start.socket]
  for (const [name, value] of Object.entries(start.settings)) postgres.push('-c', `${name}=${value}`)
  // The kernel tells PostgreSQL when we die, kill -9 included. Without the tool the next start ends what is left.
  const [command = '', ...args] = isOnPath('setpriv')
    ? ['setpriv', '--pdeathsig', 'INT', '--', ...postgres]
    : postgres
  const child = start.account.spawn(command, args, {
    env: childEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // In a group of its own: Ctrl-C is for us first, and we stop the database last.
    detached: true,
  })

  const lines: string[] = []
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      start.log(line)
      lines.push(line)
      if (lines.length > 50) lines.shift()
    })
  let over = false
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => lines.push(String(error)))
    // After 'error' (not to be started) there is 'close' as well.
    child.on('close', () => {
      over = true
      resolve(lines.join('\n'))
    })
  })
  const pid = child.pid ?? -1

  return {
    pid,
    ended,
    unref: () => {
      child.unref()
      if (child.stderr instanceof Socket) child.stderr.unref()
    },
    untilReady: async (folder: string) => {
      while (!isReady(start.cluster, pid)) {
        if (over) throw databaseTrouble(lines.join('\n'), folder)
        await wait(10)
      }
    },
    stop: async () => {
      child.kill('SIGINT')
      const patience = setTimeout(() => child.kill('SIGQUIT'), 60_000)
      await ended
      clearTimeout(patience)
      // Killed from outside, the first process leaves the others to notice by themselves.
      while (postgresIn(start.cluster).length > 0) await wait(10)
    },
  }
}

/** PostgreSQL writes its state into the eighth line of its process file; its own pg_ctl reads it there. */
const isReady = (cluster: string, pid: number): boolean => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

const isOnPath = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
