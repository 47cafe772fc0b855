import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StartTrouble } from '../start-trouble.ts'

/**
 * Holds the data folder for this process until `release` or its death, `kill -9` included.
 *
 * Node has no flock, but the lock belongs to the open file and not to the process that asked for it: the tool `flock`
 * locks the descriptor it inherits from us and ends, and the lock stays for as long as we keep the file open. Unlike a
 * file with a process number in it, this cannot go stale, and it holds between containers that share the folder.
 */
export const lockFolder = (folder: string): { release(): void } => {
  const path = join(folder, 'lock')
  const file = openSync(path, 'a', 0o600)
  const locked = spawnSync('flock', ['--exclusive', '--nonblock', '3'], {
    stdio: ['ignore', 'ignore', 'pipe', file],
    encoding: 'utf8',
  })
  if (locked.status !== 0) {
    closeSync(file)
    throw locked.status === 1 ? inUse(folder, path) : cannotLock(folder, locked.error ?? locked.stderr)
  }
  ftruncateSync(file)
  writeSync(file, `${process.pid}\n`)
  return { release: () => closeSync(file) }
}

const inUse = (folder: string, path: string) => {
  const holder = readFileSync(path, 'utf8').trim()
  return new StartTrouble('data.in-use', {
    vi: `Một máy chủ Loa khác (tiến trình ${holder}) đang dùng thư mục dữ liệu ${folder}: hãy dừng nó hoặc đặt LOA_DATA tới thư mục khác.`,
    en: `Another Loa server (process ${holder}) is using the data folder ${folder}: stop it, or set LOA_DATA to another folder.`,
  })
}

const cannotLock = (folder: string, reason: Error | string) =>
  new StartTrouble('database.failed', {
    vi: `Không khóa được thư mục dữ liệu ${folder} (cần lệnh flock của util-linux): ${reason}`,
    en: `The data folder ${folder} cannot be locked (the tool flock of util-linux is needed): ${reason}`,
  })
