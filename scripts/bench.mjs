/** `npm run bench [-- NAME …]`: the comparisons one after the other, so that none disturbs another. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ensureInstalled, node, root } from './install.mjs'

ensureInstalled()
const wanted = process.argv.slice(2)
const files = readdirSync(join(root, 'bench'))
  .filter(
    (file) =>
      file.endsWith('.ts') &&
      !['browser-server.ts', 'interleaved.ts', 'photos.ts', 'province-figures.ts'].includes(file),
  )
  .filter((file) => wanted.length === 0 || wanted.includes(basename(file, '.ts')))
  .sort()

for (const file of files) {
  console.log(`\n${basename(file, '.ts')}`)
  const { status } = spawnSync(node(), [join(root, 'bench', file)], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
