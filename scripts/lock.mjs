/**
 * `node scripts/lock.mjs` after every `npm install`: names in package-lock.json the optional packages that npm left out.
 *
 * Libraries with native parts list one package per kind of machine. npm drops from the lock file those that the registry in
 * use does not have, and then `npm ci` refuses the file as incomplete. Named here with their kind of machine, they are known
 * and not fetched where they do not fit. They have no hash, as nobody here has seen them; npm adds it where it can.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './install.mjs'

/** The entries that a lock file lacks, by their place in it. */
export const missingFrom = ({ packages }) => {
  const missing = {}
  for (const [path, { link, dev, optionalDependencies = {} }] of Object.entries(packages))
    for (const [name, range] of Object.entries(link ? {} : optionalDependencies))
      if (!isThere(packages, path, name)) missing[`node_modules/${name}`] = absent(name, range, dev)
  return missing
}

/** As Node looks for a package: beside the one that asks, then further up. */
const isThere = (packages, from, name) => {
  const place = `${from ? `${from}/` : ''}node_modules/${name}`
  if (packages[place]) return true
  return (
    from !== '' && isThere(packages, from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0)), name)
  )
}

const absent = (name, range, dev) => {
  const words = name.split(/[^a-z0-9]+/)
  const find = (known) => known.find((word) => words.includes(word))
  const cpu = find(['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'])
  const libc = words.includes('gnu') ? 'glibc' : find(['musl'])
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    // Where the name does not say for which machine it is, it is for none that npm should fetch it for.
    os: [find(systems) ?? 'none'],
  }
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingFrom(lock)
  // In npm's own order, so that its next change to the file shows only that change.
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) =>
    a.localeCompare(b, 'en'),
  )
  if (Object.keys(missing).length > 0)
    writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`)
  console.log(`package-lock.json: ${Object.keys(missing).length} optional packages added`)
}
