/** The server as a process of its own, on a free port and a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ServerProcess {
  url: string
  child: ChildProcess
  /** What it wrote to stdout and stderr so far. */
  said(): string
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const main = join(import.meta.dirname, '../main.ts')
/** As `npm start` starts it. */
const flags: string[] = JSON.parse(readFileSync(join(import.meta.dirname, '../../node-flags.json'), 'utf8'))

const running = new Set<ChildProcess>()

export const stopAll = () => {
  for (const child of running) child.kill('SIGKILL')
}

export const spawnServer = (dataDir: string, env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [...flags, main], {
    env: { ...process.env, PORT: '0', LOA_DATA: dataDir, LOA_LOG: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let words = ''
  const hear = (chunk: Buffer) => {
    words += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  return { child, ended, said: () => words }
}

/** Resolves when it says its address and is ready. @throws Error with what it said when it ends before */
export const startServer = async (
  dataDir: string,
  env: Record<string, string> = {},
): Promise<ServerProcess> => {
  const started = spawnServer(dataDir, env)
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const address = /http:\/\/\S+/.exec(started.said())?.[0]
      if (address) resolve(address)
    }
    started.child.stdout.on('data', look)
    started.ended.then(({ code }) => reject(new Error(`ended with ${code}: ${started.said()}`)))
  })
  const ready = await fetch(`${url}/readyz`)
  if (!ready.ok) throw new Error(`not ready: ${ready.status}`)
  return { ...started, url }
}

/** MB that the process holds now (`rss`), and at its highest since the last call (`peak`). */
export const memoryOf = (pid: number): { rss: number; peak: number } => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
  const measured = { rss: megabytes('VmRSS'), peak: megabytes('VmHWM') }
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return measured
}

/** MB of the processes that run below this one, shared pages divided among those who share them. */
export const memoryBelow = (pid: number): number => {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
  return children.reduce((sum, child) => sum + shareOf(Number(child)) + memoryBelow(Number(child)), 0)
}
const shareOf = (pid: number) =>
  Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024

export const enterByHttp = async (url: string, personId: string): Promise<string> => {
  const response = await fetch(`${url}/api/session/example`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  })
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
