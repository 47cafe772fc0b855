/** A PostgreSQL that another Loa runs on this data folder now: for programs that look on while it works. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The superuser's address of it, or null when none runs. PostgreSQL writes its socket folder into the fifth line of its
 * process file; our passwords lie beside the cluster.
 */
export const findRunning = (dataDir: string): string | null => {
  try {
    const lines = readFileSync(join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(lines[0]), 0)
    const { postgres } = JSON.parse(readFileSync(join(dataDir, 'passwords.json'), 'utf8'))
    return `postgres://postgres:${postgres}@/loa?host=${encodeURIComponent(lines[4]?.trim() ?? '')}`
  } catch {
    return null
  }
}
