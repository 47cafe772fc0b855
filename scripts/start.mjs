/** `npm start`: installs and builds what is missing, then runs the server. `--dev` runs it again after every change. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, fail, root } from './install.mjs'
import { launch } from './launch.mjs'
import { ensureWeb } from './web.mjs'

const isDev = process.argv.includes('--dev')
ensureInstalled()
if (!ensureWeb()) fail('The pages could not be built: see above.')
// A small nursery: loading all modules would let it grow to a quarter of the idle server, which then never gives it back.
const flags = JSON.parse(readFileSync(join(root, 'packages/server/node-flags.json'), 'utf8'))
launch([...flags, ...(isDev ? ['--watch', '--watch-preserve-output'] : []), 'packages/server/src/main.ts'], {
  cwd: root,
})
