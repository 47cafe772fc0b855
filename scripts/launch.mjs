import { spawn, spawnSync } from 'node:child_process'
import { node } from './install.mjs'

/**
 * Runs a program of ours under Node 26 as if it had been started directly: same terminal, same end.
 *
 * It stands in a group of its own. Ctrl-C would otherwise reach it once from the terminal, once from npm and once from
 * here, and a second Ctrl-C means "at once"; so we pass on the first and drop its echoes.
 */
export const launch = (args, { cwd }) => {
  const command = [...tied, node(), ...args]
  const child = spawn(command[0], command.slice(1), { cwd, stdio: 'inherit', detached: true })
  let last = Number.NEGATIVE_INFINITY
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (performance.now() - last > 500) child.kill(signal)
      last = performance.now()
    })
  // npm hands on what it is asked to end by, but not its own death.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  child.on('error', (error) => {
    console.error(`Loa: ${error.message}`)
    process.exit(69)
  })
  child.on('exit', (status, signal) => process.exit(status ?? 128 + numbers[signal]))
}

/** Where the tool is there, the kernel tells the program when we are killed. */
const tied = spawnSync('setpriv', ['--version']).status === 0 ? ['setpriv', '--pdeathsig', 'TERM', '--'] : []

const numbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }
