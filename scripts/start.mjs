/** `npm start`: installs and builds what is missing, then runs the server. `--dev` runs it again after every change. */
import { ensureInstalled, fail, root } from './install.mjs'
import { launch } from './launch.mjs'
import { ensureWeb } from './web.mjs'

const isDev = process.argv.includes('--dev')
ensureInstalled()
if (!ensureWeb()) fail('The pages could not be built: see above.')
launch([...(isDev ? ['--watch', '--watch-preserve-output'] : []), 'packages/server/src/main.ts'], {
  cwd: root,
})
