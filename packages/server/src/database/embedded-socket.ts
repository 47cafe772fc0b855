import { createHash } from 'node:crypto'
import { lstat, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, giveTo } from './embedded-account.ts'

/**
 * The folder of the socket: in the data folder, or under the runtime or temporary folder where that path is too long
 * (the kernel takes 107 bytes, and PostgreSQL's file name needs 14 of them).
 */
export const makeSocketFolder = async (folder: string, account: Account): Promise<string> => {
  const beside = join(folder, 'socket')
  const socket =
    Buffer.byteLength(beside) <= longest ? await makeOwn(beside) : await makeAway(folder, account)
  await giveTo(account, socket)
  return socket
}

/** Only the one outside the data folder goes: that one nobody would ever tidy away. */
export const removeSocketFolder = async (folder: string, socket: string): Promise<void> => {
  if (!socket.startsWith(folder)) await rm(socket, { recursive: true, force: true })
}

const longest = 90

const makeOwn = async (path: string) => {
  await mkdir(path, { recursive: true, mode: 0o700 })
  return path
}

const makeAway = async (folder: string, account: Account): Promise<string> => {
  const name = `loa-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  const roots = [process.env.XDG_RUNTIME_DIR, process.env.TMPDIR, '/tmp'].filter((root) => root !== undefined)
  const root = roots.find((path) => path && Buffer.byteLength(join(path, name)) <= longest) ?? '/tmp'
  const path = join(root, name)
  try {
    await mkdir(path, { mode: 0o700 })
    return path
  } catch {
    // Ours from an earlier start is taken again; one that somebody else put in our way is not.
    const found = await lstat(path).catch(() => undefined)
    const isOurs = found?.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0
    return isOurs ? path : mkdtemp(`${path}-`)
  }
}
