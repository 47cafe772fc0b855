import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { chmod, chown, lchown, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartTrouble } from '../start-trouble.ts'
import { type Binaries, copyBinaries, linkLibraries } from './embedded-binaries.ts'

/**
 * Under whom PostgreSQL runs: it refuses root, so root hands it to somebody else.
 *
 * - `self`: we are an ordinary user already.
 * - `namespace`: a user namespace in which root appears as user 1000; the files stay root's own.
 * - `user`: another user of the machine: the one that owns the data already, or `nobody`.
 *
 * Containers often forbid the second and keep everything under /root, where the third cannot go; `nobody` is then let
 * through by a capability of root's.
 */
export interface Account {
  kind: 'self' | 'namespace' | 'user'
  uid: number
  gid: number
  spawn(command: string, args: string[], options: SpawnOptions): ChildProcess
}

/** The account for this data folder, and binaries which that account can run. */
export const chooseAccount = async (folder: string, cluster: string, installed: Binaries) => {
  const linked = await linkLibraries(installed)
  for (const account of await candidates(cluster)) {
    if (account.kind === 'user') await letPass(folder)
    if (!(await mayEnter(account, folder))) continue
    if (linked && (await mayRun(account, installed))) return { account, binaries: installed }
    for (const place of [folder, '/tmp']) {
      if (!(await succeeds(account, 'test', ['-x', place]))) continue
      const copy = await copyBinaries(installed, place)
      if (await mayRun(account, copy)) return { account, binaries: copy }
    }
  }
  throw noAccount(folder)
}

/**
 * Makes a folder of ours the account's own, as PostgreSQL demands of its data and its socket. There is something in it
 * where root's data come from a machine that had namespaces to one that has none.
 */
export const giveTo = async (account: Account, folder: string): Promise<void> => {
  await chmod(folder, 0o700)
  if (account.kind !== 'user' || (await stat(folder)).uid === account.uid) return
  for (const path of await readdir(folder, { recursive: true }))
    await lchown(join(folder, path), account.uid, account.gid)
  await chown(folder, account.uid, account.gid)
}

const candidates = async (cluster: string): Promise<Account[]> => {
  const uid = process.getuid?.() ?? -1
  if (uid !== 0) return [self(uid)]
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return [user(owner.uid, owner.gid), userLetThrough(owner.uid, owner.gid)]
  return [namespace, user(nobody, nobody), userLetThrough(nobody, nobody)]
}

const nobody = 65534

const self = (uid: number): Account => ({ kind: 'self', uid, gid: process.getgid?.() ?? -1, spawn })

const namespace: Account = {
  kind: 'namespace',
  uid: 0,
  gid: 0,
  spawn: (command, args, options) =>
    spawn('unshare', ['--user', '--map-user=1000', '--map-group=1000', '--', command, ...args], options),
}

const user = (uid: number, gid: number): Account => ({
  kind: 'user',
  uid,
  gid,
  spawn: (command, args, options) => spawn(command, args, { ...options, uid, gid }),
})

const userLetThrough = (uid: number, gid: number): Account => {
  const drop = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return {
    kind: 'user',
    uid,
    gid,
    spawn: (command, args, options) => spawn('setpriv', [...drop, ...keep, '--', command, ...args], options),
  }
}

/** Others may walk through the data folder to the parts that are theirs, and list nothing. */
const letPass = async (folder: string) => chmod(folder, ((await stat(folder)).mode & 0o777) | 0o011)

const mayEnter = (account: Account, folder: string) => succeeds(account, 'sh', ['-c', 'cd "$0"', folder])

/**
 * Asking for its version shows that PostgreSQL finds its libraries. The test before it asks access(2), as initdb does
 * before it runs its other programs: that call knows nothing of the capability which lets `nobody` through.
 */
const mayRun = async (account: Account, { folder }: Binaries): Promise<boolean> =>
  (await succeeds(account, 'test', ['-x', `${folder}/bin/initdb`])) &&
  succeeds(account, `${folder}/bin/initdb`, ['--version'])

const succeeds = (account: Account, command: string, args: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = account.spawn(command, args, { stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('exit', (status) => resolve(status === 0))
  })

const noAccount = (folder: string) =>
  new StartTrouble('database.no-account', {
    vi: `PostgreSQL không chạy được bằng quyền root ở ${folder}: hãy chạy Loa bằng một người dùng thường, hoặc đặt LOA_DATA tới một thư mục mà mọi người dùng đi vào được, ví dụ /var/lib/loa.`,
    en: `PostgreSQL cannot run as root in ${folder}: start Loa as an ordinary user, or set LOA_DATA to a folder every user can reach, such as /var/lib/loa.`,
  })
