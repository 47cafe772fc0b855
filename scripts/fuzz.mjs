/**
 * `npm run fuzz [-- FORMAT … --count N --from N]`: damaged files by the thousand through the readers, two formats at a time.
 * Without more: 100,000 inputs of each format.
 */
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { launch } from './launch.mjs'

ensureInstalled()
launch(['--no-warnings', join(root, 'packages/documents/src/fuzz/main.ts'), ...process.argv.slice(2)], {
  cwd: root,
})
