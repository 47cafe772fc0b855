import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node, root } from './install.mjs'

const web = join(root, 'packages', 'web')
const stamp = join(root, 'node_modules', '.cache', 'loa-web')

/** Builds the pages unless they were built from exactly these sources. Returns whether pages are there. */
export const ensureWeb = () => {
  if (!existsSync(join(web, 'index.html'))) return true
  const sources = hashOfSources()
  if (existsSync(join(web, 'dist', 'field', 'worker.js')) && readStamp() === sources) return true
  console.error('Loa: building the pages …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // The office first: it empties the folder that the field is put into.
  for (const config of ['vite.config.ts', 'vite.field.config.ts']) {
    const args = [vite, 'build', '--logLevel', 'warn', '--config', config]
    const { status } = spawnSync(node(), args, { cwd: web, stdio: ['ignore', 2, 2] })
    if (status !== 0) return false
  }
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true })
  writeFileSync(stamp, sources)
  return true
}

const readStamp = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : '')

/** By content: a git checkout changes times without changing anything, and the other way round. */
const hashOfSources = () => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of [web, ...packagesOfOurs()])
    for (const file of filesIn(folder)) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

const packagesOfOurs = () => {
  const { dependencies = {} } = JSON.parse(readFileSync(join(web, 'package.json'), 'utf8'))
  return Object.keys(dependencies)
    .filter((name) => name.startsWith('@loa/'))
    .map((name) => join(root, 'packages', name.slice('@loa/'.length)))
}

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['dist', 'node_modules', 'test'].includes(entry.name) && !isTest.test(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesIn(path)
      return entry.isFile() ? [path] : []
    })
    .sort()

const isTest = /\.test\.tsx?$/
