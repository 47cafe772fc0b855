/** `npm run loa -- …`: the commands of packages/cli, run where the caller stands. */
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { launch } from './launch.mjs'

ensureInstalled()
// npm goes to the root of the package and leaves the caller's folder in INIT_CWD, where our own tests inherit it too.
launch([join(root, 'packages/cli/src/main.ts'), ...process.argv.slice(2)], {
  cwd: process.env.npm_lifecycle_event === 'loa' ? process.env.INIT_CWD : process.cwd(),
})
