/** Plain JavaScript for the machine's own Node (20 or later): it runs before anything is installed. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Installs what package-lock.json says, unless it is there already. */
export const ensureInstalled = () => {
  if (isInstalled()) return
  console.error('Loa: installing packages, about a minute …')
  // What the caller's npm was told (production only, silent) is not what a source tree needs.
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', ['ci', ...options], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0 && isInstalled()) return
  fail('npm ci failed: mend what it says above (network, right to write here, free disk) and start again.')
}

/** The Node 26 that npm installed; the machine's own may be older. */
export const node = () => {
  const installed = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(installed)) return installed
  if (Number.parseInt(process.versions.node, 10) >= 26) return process.execPath
  return fail(
    `There is no Node 26 for ${process.platform}-${process.arch} in npm: install Node 26 and start again.`,
  )
}

/** One sentence and an end; 69 is "unavailable" in sysexits.h. */
export const fail = (sentence) => {
  console.error(`Loa: ${sentence}`)
  process.exit(69)
}

/** npm writes what it installed into a lock file of its own, last of all: a broken-off installation does not pass. */
const isInstalled = () => {
  const wanted = packagesIn('package-lock.json')
  const there = packagesIn('node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([path, { version, integrity, optional }]) =>
      !path.startsWith('node_modules/') ||
      // Optional ones for another kind of machine are left out.
      (there[path] ? there[path].version === version && there[path].integrity === integrity : optional),
  )
}

const packagesIn = (file) => {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}
