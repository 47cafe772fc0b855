import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Ends what an earlier server left running on this cluster: its PostgreSQL, or single processes of one that was killed.
 * Call it only with the folder locked: then nobody alive can be using them. A stop by SIGINT is PostgreSQL's own clean
 * one; even SIGKILL costs nothing that was committed, as the next start replays the log.
 */
export const endLeftovers = async (cluster: string, log: (line: string) => void): Promise<void> => {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const first = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  for (const [signal, patience] of steps) {
    const left = postgresIn(cluster)
    if (left.length === 0) break
    log(`ending PostgreSQL left over from an earlier start: ${left.join(', ')} (${signal})`)
    // The first process ends the others in order; without it each has to be told.
    for (const pid of left.includes(first) && signal !== 'SIGKILL' ? [first] : left) send(pid, signal)
    await until(() => postgresIn(cluster).length === 0, patience)
  }
  // The number may meanwhile belong to somebody else, which PostgreSQL takes for a server that is still running.
  rmSync(pidFile, { force: true })
}

/** PostgreSQL's processes all stand in their data folder. */
export const postgresIn = (cluster: string): number[] => {
  const here = statSync(cluster)
  const isOurs = (pid: string) => {
    try {
      const there = statSync(`/proc/${pid}/cwd`)
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
      return there.ino === here.ino && there.dev === here.dev && name === 'postgres'
    } catch {
      // Ended meanwhile, or somebody else's process.
      return false
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isOurs(name))
    .map(Number)
}

const steps = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const

const send = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

const until = async (done: () => boolean, patience: number) => {
  const end = performance.now() + patience
  while (!done() && performance.now() < end) await wait(10)
}
