/**
 * `node scripts/notices.mjs`: writes the table of runtime packages in THIRD-PARTY-NOTICES.md anew, from package-lock.json
 * and, for licences that the lock file leaves out, from what is installed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './install.mjs'

export const noticesPath = join(root, 'THIRD-PARTY-NOTICES.md')
const begin = '<!-- written by scripts/notices.mjs -->'
const end = '<!-- end of what scripts/notices.mjs writes -->'

/** The notices with the table as it must be now. */
export const noticesNow = (notices, lock) => {
  const [before, rest] = notices.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error(`THIRD-PARTY-NOTICES.md lacks the line ${begin} or ${end}`)
  return `${before}${begin}\n\n${tableOf(lock)}\n\n${end}${after}`
}

/** One line a package and version; packages for one kind of machine are told as one, `name-*`. */
export const tableOf = ({ packages }) => {
  const rows = new Map()
  for (const [path, entry] of Object.entries(packages)) {
    if (!path.includes('node_modules/') || entry.link || entry.dev) continue
    const name = familyOf(path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), entry)
    const key = `${name} ${entry.version}`
    const row = rows.get(key) ?? { name, version: entry.version, licences: new Set() }
    const licence = licenceOf(path, entry)
    if (licence) row.licences.add(licence)
    rows.set(key, row)
  }
  const cells = [...rows.values()]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
    .map(({ name, version, licences }) => [name, version, [...licences].sort().join('; ')])
  return padded([['package', 'version', 'licence'], ...cells])
}

/** As the formatter writes tables, or the two would undo each other's work. */
const padded = ([head, ...rows]) => {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)))
  const line = (cells, fill) => `| ${cells.map((cell, at) => cell.padEnd(widths[at], fill)).join(' | ')} |`
  return [line(head, ' '), line(['', '', ''], '-'), ...rows.map((row) => line(row, ' '))].join('\n')
}

/** `@img/sharp-linux-x64` → `@img/sharp-*` */
const familyOf = (name, { os, cpu, libc }) => {
  if (!os && !cpu && !libc) return name
  return name.replace(
    /([/-])(aix|android|darwin|freebsd|linux|linuxmusl|netbsd|openbsd|openharmony|sunos|win32|wasm32|webcontainers)\b.*$/,
    '$1*',
  )
}

const licenceOf = (path, { license }) => {
  if (license) return license
  const file = join(root, path, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).license : undefined
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  writeFileSync(noticesPath, noticesNow(readFileSync(noticesPath, 'utf8'), lock))
}
