import { ensureInstalled } from './install.mjs'
import { ensureWeb } from './web.mjs'

ensureInstalled()
process.exitCode = ensureWeb() ? 0 : 1
